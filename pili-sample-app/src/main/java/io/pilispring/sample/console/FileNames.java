/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.pilispring.sample.console;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

import org.springframework.stereotype.Component;

/**
 * Makes names of files. PILI keeps the files of all streams in one place, where a second
 * file of a name overwrites the first.
 */
@Component
public class FileNames {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private final AtomicLong last = new AtomicLong();

	/**
	 * Return a name that no other file has.
	 * @param title the title of the stream, which the name starts with
	 * @param format the format, which it ends with
	 * @return the name
	 */
	public String next(String title, String format) {
		long millis = this.last.updateAndGet((before) -> Math.max(before + 1, System.currentTimeMillis()));
		return "%s-%s.%s".formatted(title, TIME.format(Instant.ofEpochMilli(millis)), format);
	}

}
