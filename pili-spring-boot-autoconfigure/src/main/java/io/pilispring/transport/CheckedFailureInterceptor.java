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

import java.io.IOException;

import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Turns the unchecked exceptions of HTTP clients, such as for an answer that is no HTTP,
 * into the {@link IOException} that other clients throw then. It must be next to the HTTP
 * client, so that exceptions of other interceptors stay what they are.
 */
final class CheckedFailureInterceptor implements ClientHttpRequestInterceptor {

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		ClientHttpResponse response = checked(() -> execution.execute(request, body));
		try {
			// Here, because observations ask too and would throw
			checked(response::getStatusCode);
			return response;
		}
		catch (IOException ex) {
			response.close();
			throw ex;
		}
	}

	static <T> T checked(Call<T> call) throws IOException {
		try {
			return call.run();
		}
		catch (RuntimeException ex) {
			throw new IOException(ex.getMessage(), ex);
		}
	}

	/**
	 * A call of an HTTP client.
	 *
	 * @param <T> what it returns
	 */
	interface Call<T> {

		T run() throws IOException;

	}

}
