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

/**
 * PILI could not be reached, or the connection failed before the whole response was read.
 *
 * @since 0.1.0
 */
public class PiliConnectionException extends PiliException {

	private static final long serialVersionUID = 1L;

	/**
	 * Whether the request certainly was not sent.
	 */
	private final boolean notSent;

	/**
	 * Create an exception for a request that may have reached PILI.
	 * @param message the message
	 * @param cause the cause
	 */
	public PiliConnectionException(String message, Throwable cause) {
		this(message, cause, false);
	}

	/**
	 * Create an exception.
	 * @param message the message
	 * @param cause the cause
	 * @param notSent whether the request certainly did not reach PILI
	 */
	public PiliConnectionException(String message, Throwable cause, boolean notSent) {
		super(message, null, cause);
		this.notSent = notSent;
	}

	/**
	 * Return whether the request certainly did not reach PILI, because there was no
	 * connection. If this is {@code false}, the call may have taken effect.
	 * @return whether nothing was sent
	 */
	public boolean notSent() {
		return this.notSent;
	}

}
