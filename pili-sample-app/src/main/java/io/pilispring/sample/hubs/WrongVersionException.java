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

package io.pilispring.sample.hubs;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * The version of the API that a hub has does not have what was requested.
 */
public class WrongVersionException extends ErrorResponseException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 * @param hub the hub
	 * @param reason what its version does not have, and what to do instead
	 */
	public WrongVersionException(Hub hub, String reason) {
		super(HttpStatus.CONFLICT, ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT,
				"Hub '%s' has version %d of the API. %s".formatted(hub.key(), hub.version().ordinal() + 1, reason)),
				null);
	}

}
