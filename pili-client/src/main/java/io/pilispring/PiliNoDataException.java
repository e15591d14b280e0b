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
 * There is no data, because the stream is not live or nothing was recorded: HTTP status
 * 619.
 *
 * @since 0.1.0
 */
public class PiliNoDataException extends PiliException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 * @param message a description of the call
	 * @param error the error that PILI reported
	 */
	public PiliNoDataException(String message, PiliError error) {
		super(message, error);
	}

}
