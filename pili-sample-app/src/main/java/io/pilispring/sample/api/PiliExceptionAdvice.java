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

package io.pilispring.sample.api;

import java.util.Objects;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import io.pilispring.PiliAlreadyExistsException;
import io.pilispring.PiliBadRequestException;
import io.pilispring.PiliException;
import io.pilispring.PiliNoDataException;
import io.pilispring.PiliNotFoundException;
import io.pilispring.PiliTimeoutException;
import io.pilispring.PiliTooManyRequestsException;

/**
 * Tells callers of the API what PILI said. Refused credentials are nothing that a caller
 * could mend, so they count as a failure behind the API. What Spring MVC refuses by
 * itself is told in the same form, to callers of the API alone.
 */
@RestControllerAdvice(basePackageClasses = PiliExceptionAdvice.class)
class PiliExceptionAdvice extends ResponseEntityExceptionHandler {

	@ExceptionHandler
	ProblemDetail handle(PiliException ex) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(statusOf(ex), Objects.toString(ex.getMessage()));
		problem.setTitle("PILI did not do it");
		if (ex.requestId() != null) {
			problem.setProperty("requestId", ex.requestId());
		}
		return problem;
	}

	// The client checks arguments before it sends anything
	@ExceptionHandler
	ProblemDetail handle(IllegalArgumentException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, Objects.toString(ex.getMessage()));
	}

	// A URL that the stream lacks something for
	@ExceptionHandler
	ProblemDetail handle(IllegalStateException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, Objects.toString(ex.getMessage()));
	}

	private HttpStatus statusOf(PiliException ex) {
		if (ex instanceof PiliBadRequestException) {
			return HttpStatus.BAD_REQUEST;
		}
		if (ex instanceof PiliNotFoundException) {
			return HttpStatus.NOT_FOUND;
		}
		if (ex instanceof PiliAlreadyExistsException || ex instanceof PiliNoDataException) {
			return HttpStatus.CONFLICT;
		}
		if (ex instanceof PiliTooManyRequestsException) {
			return HttpStatus.TOO_MANY_REQUESTS;
		}
		return (ex instanceof PiliTimeoutException) ? HttpStatus.GATEWAY_TIMEOUT : HttpStatus.BAD_GATEWAY;
	}

}
