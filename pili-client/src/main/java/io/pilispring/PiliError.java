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

import java.io.Serializable;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The error that PILI reported for a failed call.
 *
 * @param status the HTTP status
 * @param code PILI's own error code, such as {@code 401001}, or {@code null} if the
 * response had none
 * @param message PILI's message in one line, or {@code null} if the response had none
 * @param requestId the id of the request, to be given to PILI's support, or {@code null}
 * if the response had none
 * @param retryAfter how long to wait before the next call, as requested by PILI, or
 * {@code null} if it did not request any
 * @serial exclude
 * @since 0.1.0
 */
public record PiliError(int status, @Nullable Integer code, @Nullable String message, @Nullable String requestId,
		@Nullable Duration retryAfter) implements Serializable {

	/**
	 * Create an error without a time to wait.
	 * @param status the HTTP status
	 * @param code the error code of PILI, or {@code null}
	 * @param message the message of PILI in one line, or {@code null}
	 * @param requestId the id of the request, or {@code null}
	 */
	public PiliError(int status, @Nullable Integer code, @Nullable String message, @Nullable String requestId) {
		this(status, code, message, requestId, null);
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder().append(this.status);
		if (this.message != null) {
			text.append(' ').append(this.message);
		}
		String separator = " (";
		if (this.code != null) {
			text.append(separator).append("code ").append(this.code);
			separator = ", ";
		}
		if (this.requestId != null) {
			text.append(separator).append("request id ").append(this.requestId);
			separator = ", ";
		}
		return (separator.equals(" (")) ? text.toString() : text.append(')').toString();
	}

}
