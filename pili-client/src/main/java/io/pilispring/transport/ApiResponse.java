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

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import io.pilispring.PiliError;
import io.pilispring.PiliUnreadableResponseException;
import io.pilispring.internal.SafeText;
import io.pilispring.internal.WireJson;

/**
 * The response to a request that succeeded.
 *
 * @since 0.1.0
 */
public final class ApiResponse {

	private final ApiRequest request;

	private final int status;

	private final @Nullable String requestId;

	private final String body;

	ApiResponse(ApiRequest request, int status, @Nullable String requestId, String body) {
		this.request = request;
		this.status = status;
		this.requestId = requestId;
		this.body = body;
	}

	/**
	 * Return the body as it was sent.
	 * @return the body, empty if there is none
	 */
	public String body() {
		return this.body;
	}

	/**
	 * Read the body, which has no list of more than a thousand items.
	 * @param <T> the type to read
	 * @param type the type to read
	 * @return the value
	 * @throws PiliUnreadableResponseException if the body is not JSON of that type
	 */
	public <T> T read(Class<T> type) {
		return read(() -> WireJson.read(this.body, type));
	}

	/**
	 * Read the body, which has a list of at most as many items as were requested. It is
	 * given up as soon as there are more, so that a response cannot take many times its
	 * length in memory.
	 * @param <T> the type to read
	 * @param type the type to read
	 * @param maxItems the maximum number of items of the list, which is the value itself
	 * or one of its properties
	 * @return the value
	 * @throws PiliUnreadableResponseException if the body is not JSON of that type, or
	 * has more items
	 */
	public <T> T read(Class<T> type, int maxItems) {
		return read(() -> WireJson.read(this.body, type, maxItems));
	}

	private <T> T read(Supplier<T> reading) {
		try {
			return reading.get();
		}
		catch (JacksonException ex) {
			throw unreadable(ex.getOriginalMessage());
		}
	}

	/**
	 * Create the exception for a body that does not have the expected content.
	 * @param reason what is wrong with it
	 * @return the exception
	 */
	public PiliUnreadableResponseException unreadable(String reason) {
		// Without Jackson's exception as cause: it quotes the body, which may hold a key
		String message = "%s: %d, but the response could not be read (%s): %s".formatted(this.request, this.status,
				SafeText.of(reason), (this.body.isBlank()) ? "no body" : SafeText.of(this.body));
		return new PiliUnreadableResponseException(message, new PiliError(this.status, null, null, this.requestId),
				null);
	}

}
