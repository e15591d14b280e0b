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

package io.pilispring.transport;

import java.time.Duration;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import io.pilispring.PiliAlreadyExistsException;
import io.pilispring.PiliBadRequestException;
import io.pilispring.PiliCredentialsException;
import io.pilispring.PiliError;
import io.pilispring.PiliException;
import io.pilispring.PiliNoDataException;
import io.pilispring.PiliNotFoundException;
import io.pilispring.PiliServerException;
import io.pilispring.PiliTooManyRequestsException;
import io.pilispring.internal.SafeText;
import io.pilispring.internal.WireJson;

/**
 * Converts an error response to the matching exception.
 */
final class ErrorResponse {

	private static final String DUPLICATED_CONTENT = "duplicated content";

	private ErrorResponse() {
	}

	static PiliException toException(ApiRequest request, int status, String body, @Nullable String requestId,
			@Nullable Duration retryAfter) {
		PiliError error = read(status, body, requestId, retryAfter);
		String call = request.toString();
		if (isDuplicate(error)) {
			return new PiliAlreadyExistsException(call, error);
		}
		return switch (status) {
			case 400 -> new PiliBadRequestException(call, error);
			case 401, 403 -> new PiliCredentialsException(call, error);
			case 404, 612, 631 -> new PiliNotFoundException(call, error);
			case 619 -> new PiliNoDataException(call, error);
			case 429 -> new PiliTooManyRequestsException(call, error);
			default -> (status >= 500 && status <= 599) ? new PiliServerException(call, error)
					: new PiliException(call, error);
		};
	}

	private static boolean isDuplicate(PiliError error) {
		boolean saysSo = error.message() != null
				&& error.message().toLowerCase(Locale.ROOT).contains(DUPLICATED_CONTENT);
		return error.status() == 614 || error.status() == 409 || (saysSo && error.status() == 400);
	}

	private static PiliError read(int status, String body, @Nullable String requestId, @Nullable Duration retryAfter) {
		JsonNode json = parse(body);
		if (json == null) {
			return new PiliError(status, null, (body.isBlank()) ? null : SafeText.of(body), requestId, retryAfter);
		}
		JsonNode error = json.path("error");
		Integer code = (error.canConvertToInt()) ? Integer.valueOf(error.intValue()) : integer(json.path("errno"));
		String message = text(json.path("message"));
		return new PiliError(status, code, (message != null) ? message : text(error),
				(requestId != null) ? requestId : text(json.path("reqid")), retryAfter);
	}

	private static @Nullable JsonNode parse(String body) {
		try {
			JsonNode json = WireJson.read(body, JsonNode.class);
			return (json.isObject()) ? json : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static @Nullable Integer integer(JsonNode node) {
		return (node.canConvertToInt()) ? Integer.valueOf(node.intValue()) : null;
	}

	private static @Nullable String text(JsonNode node) {
		return (node.isString() && !node.stringValue().isBlank()) ? SafeText.of(node.stringValue()) : null;
	}

}
