package io.pilispring.sample.api;

import java.util.Objects;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import io.pilispring.PiliAlreadyExistsException;
import io.pilispring.PiliBadRequestException;
import io.pilispring.PiliException;
import io.pilispring.PiliNoDataException;
import io.pilispring.PiliNotFoundException;
import io.pilispring.PiliTimeoutException;
import io.pilispring.PiliTooManyRequestsException;

/**
 * Tells callers of the API what PILI said. Refused credentials are nothing that a caller
 * could mend, so they count as a failure behind the API.
 */
@RestControllerAdvice
class PiliExceptionAdvice {

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
