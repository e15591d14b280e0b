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

package io.pilispring;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;

/**
 * What a class logs, by the JDK's logging, which is what there is without another.
 */
public final class CapturedLog extends Handler implements AutoCloseable {

	private final Logger logger;

	private final Queue<String> records = new ConcurrentLinkedQueue<>();

	private CapturedLog(Logger logger) {
		this.logger = logger;
		setFormatter(new SimpleFormatter());
	}

	/**
	 * Capture what is logged from now on.
	 */
	public static CapturedLog of(Class<?> type) {
		CapturedLog log = new CapturedLog(Logger.getLogger(type.getName()));
		log.logger.addHandler(log);
		return log;
	}

	public String text() {
		return this.records.stream().collect(Collectors.joining());
	}

	@Override
	public void publish(LogRecord entry) {
		this.records.add(getFormatter().format(entry));
	}

	@Override
	public void flush() {
	}

	@Override
	public void close() {
		this.logger.removeHandler(this);
	}

}
