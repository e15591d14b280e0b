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

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a call to PILI fails. There is a subclass for each reason that callers may
 * want to handle separately; any other error response results in an exception of this
 * type itself. Messages never contain a secret.
 *
 * @since 0.1.0
 */
public class PiliException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * What PILI reported, or {@code null}.
	 */
	private final @Nullable PiliError error;

	/**
	 * Create an exception for a call to which PILI responded.
	 * @param message a description of the call
	 * @param error the error that PILI reported
	 */
	public PiliException(String message, PiliError error) {
		this(message + ": " + error, error, null);
	}

	/**
	 * Create an exception.
	 * @param message the whole message
	 * @param error the error that PILI reported, or {@code null} if it did not respond
	 * @param cause the cause, or {@code null} if there is none
	 */
	public PiliException(String message, @Nullable PiliError error, @Nullable Throwable cause) {
		super(message, cause);
		this.error = error;
	}

	/**
	 * Return the error that PILI reported.
	 * @return the error, or {@code null} if PILI did not respond
	 */
	public @Nullable PiliError error() {
		return this.error;
	}

	/**
	 * Return the HTTP status of the response.
	 * @return the status, or {@code null} if PILI did not respond
	 */
	public @Nullable Integer status() {
		return (this.error != null) ? this.error.status() : null;
	}

	/**
	 * Return PILI's own error code.
	 * @return the code, or {@code null} if there is none
	 */
	public @Nullable Integer code() {
		return (this.error != null) ? this.error.code() : null;
	}

	/**
	 * Return the id of the request, to be given to PILI's support.
	 * @return the request id, or {@code null} if there is none
	 */
	public @Nullable String requestId() {
		return (this.error != null) ? this.error.requestId() : null;
	}

	/**
	 * Return how long to wait before the next call, as requested by PILI.
	 * @return the time to wait, or {@code null} if PILI did not request any
	 */
	public @Nullable Duration retryAfter() {
		return (this.error != null) ? this.error.retryAfter() : null;
	}

}
