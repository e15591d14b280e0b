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

package io.pilispring.fop;

import org.jspecify.annotations.Nullable;

/**
 * The progress of a file operation.
 *
 * @since 0.1.0
 */
public enum FopCode {

	/**
	 * Done.
	 */
	DONE(0, true),

	/**
	 * Not started yet.
	 */
	WAITING(1, false),

	/**
	 * In progress.
	 */
	PROCESSING(2, false),

	/**
	 * Failed.
	 */
	FAILED(3, true),

	/**
	 * Done, but the notification was not accepted.
	 */
	NOTIFICATION_FAILED(4, true),

	/**
	 * A code that this version does not know; see {@link Fop#codeNumber()}.
	 */
	UNKNOWN(-1, false);

	private final int number;

	private final boolean last;

	FopCode(int number, boolean last) {
		this.number = number;
		this.last = last;
	}

	/**
	 * Return whether this code is final.
	 * @return whether the operation has finished, successfully or not
	 */
	public boolean isFinal() {
		return this.last;
	}

	static FopCode of(@Nullable Integer number) {
		for (FopCode code : values()) {
			if (number != null && code.number == number) {
				return code;
			}
		}
		return UNKNOWN;
	}

}
