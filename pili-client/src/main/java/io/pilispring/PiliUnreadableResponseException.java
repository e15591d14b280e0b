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

import org.jspecify.annotations.Nullable;

/**
 * PILI accepted a call, but its response could not be read. The call may have taken
 * effect.
 *
 * @since 0.1.0
 */
public class PiliUnreadableResponseException extends PiliException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 * @param message the message, which includes the beginning of the response
	 * @param error the status and the request id of the response
	 * @param cause the cause, or {@code null} if there is none
	 */
	public PiliUnreadableResponseException(String message, PiliError error, @Nullable Throwable cause) {
		super(message, error, cause);
	}

}
