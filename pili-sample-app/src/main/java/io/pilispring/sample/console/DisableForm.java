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

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Until when a stream is to be disabled.
 *
 * @param until the time as people enter it
 * @param zone the time zone that the browser adds
 */
public record DisableForm(@Nullable String until, @Nullable String zone) {

	/**
	 * What is shown at first.
	 */
	public static final DisableForm EMPTY = new DisableForm(null, null);

	/**
	 * Return the time.
	 * @return the time, or {@code null} if none can be read
	 */
	public @Nullable Instant end() {
		try {
			return LocalTime.read(this.until, this.zone);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Check the time.
	 * @param errors what is wrong with it
	 * @return the time, or {@code null} if there is an error
	 */
	public @Nullable Instant validEnd(Errors errors) {
		Instant end = end();
		if (end == null || !end.isAfter(Instant.now())) {
			errors.rejectValue("until", (end != null) ? "settings.until.past" : "settings.until.none");
			return null;
		}
		return end;
	}

}
