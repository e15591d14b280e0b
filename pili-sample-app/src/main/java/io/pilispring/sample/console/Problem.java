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

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

import io.pilispring.PiliAlreadyExistsException;
import io.pilispring.PiliBadRequestException;
import io.pilispring.PiliConnectionException;
import io.pilispring.PiliCredentialsException;
import io.pilispring.PiliError;
import io.pilispring.PiliException;
import io.pilispring.PiliNoDataException;
import io.pilispring.PiliNotFoundException;
import io.pilispring.PiliServerException;
import io.pilispring.PiliTimeoutException;
import io.pilispring.PiliTooManyRequestsException;
import io.pilispring.PiliUnreadableResponseException;
import io.pilispring.sample.hubs.WrongVersionException;

/**
 * What went wrong, for people.
 *
 * @param messageKey the key of the message that says it in plain words
 * @param detail the words of PILI or of the client, or {@code null}
 * @param requestId the id that PILI's support asks for, or {@code null}
 * @param status the status to answer with
 */
public record Problem(String messageKey, @Nullable String detail, @Nullable String requestId, HttpStatus status) {

	/**
	 * Explain an exception.
	 * @param ex the exception
	 * @return the problem
	 */
	public static Problem of(RuntimeException ex) {
		if (ex instanceof PiliException failure) {
			return of(failure);
		}
		if (ex instanceof WrongVersionException) {
			return new Problem("problem.version", null, null, HttpStatus.CONFLICT);
		}
		if (ex instanceof FileNameTakenException) {
			return new Problem("problem.fileNameTaken", null, null, HttpStatus.CONFLICT);
		}
		// The client checks arguments before it sends anything; a state is that of a
		// stream which lacks something
		return (ex instanceof IllegalArgumentException)
				? new Problem("problem.argument", ex.getMessage(), null, HttpStatus.BAD_REQUEST)
				: new Problem("problem.state", ex.getMessage(), null, HttpStatus.CONFLICT);
	}

	/**
	 * Show the problem.
	 * @param model the model
	 * @param name the name that the page knows it by
	 * @param response the response
	 */
	public void addTo(Model model, String name, HttpServletResponse response) {
		response.setStatus(this.status.value());
		model.addAttribute(name, this);
	}

	private static Problem of(PiliException ex) {
		PiliError error = ex.error();
		return new Problem("problem." + reason(ex), (error != null) ? error.message() : null, ex.requestId(),
				status(ex));
	}

	// Of the console itself
	static Problem of(HttpStatus status) {
		String reason = switch (status) {
			case FORBIDDEN -> "forbidden";
			case NOT_FOUND -> "noPage";
			default -> (status.is4xxClientError()) ? "request" : "console";
		};
		return new Problem("problem." + reason, null, null, status);
	}

	private static String reason(PiliException ex) {
		if (ex instanceof PiliCredentialsException) {
			return "credentials";
		}
		if (ex instanceof PiliNotFoundException) {
			return "notFound";
		}
		if (ex instanceof PiliAlreadyExistsException) {
			return "alreadyExists";
		}
		if (ex instanceof PiliNoDataException) {
			return "noData";
		}
		if (ex instanceof PiliBadRequestException) {
			return "badRequest";
		}
		if (ex instanceof PiliTooManyRequestsException) {
			return "tooManyRequests";
		}
		return reasonOutside(ex);
	}

	private static String reasonOutside(PiliException ex) {
		if (ex instanceof PiliTimeoutException) {
			return "timeout";
		}
		if (ex instanceof PiliConnectionException) {
			return "connection";
		}
		if (ex instanceof PiliUnreadableResponseException) {
			return "unreadable";
		}
		return (ex instanceof PiliServerException) ? "server" : "other";
	}

	private static HttpStatus status(PiliException ex) {
		if (ex instanceof PiliNotFoundException) {
			return HttpStatus.NOT_FOUND;
		}
		if (ex instanceof PiliAlreadyExistsException || ex instanceof PiliNoDataException) {
			return HttpStatus.CONFLICT;
		}
		return (ex instanceof PiliBadRequestException) ? HttpStatus.BAD_REQUEST : HttpStatus.BAD_GATEWAY;
	}

}
