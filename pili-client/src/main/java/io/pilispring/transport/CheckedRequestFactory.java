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
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Converts unchecked exceptions of an HTTP client, for example for a response that is not
 * HTTP, to the {@link IOException} that other clients throw in this case. It wraps the
 * client directly, so that exceptions of interceptors are left unchanged.
 */
final class CheckedRequestFactory implements ClientHttpRequestFactory {

	private final ClientHttpRequestFactory client;

	CheckedRequestFactory(ClientHttpRequestFactory client) {
		this.client = client;
	}

	@Override
	public ClientHttpRequest createRequest(URI uri, HttpMethod method) throws IOException {
		return new CheckedRequest(checked(() -> this.client.createRequest(uri, method)), uri, method);
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
	 * @param <T> the type of the result
	 */
	interface Call<T> {

		T run() throws IOException;

	}

	private record CheckedRequest(ClientHttpRequest request, URI uri,
			HttpMethod method) implements ClientHttpRequest, StreamingHttpOutputMessage {

		@Override
		public ClientHttpResponse execute() throws IOException {
			ClientHttpResponse response = checked(this.request::execute);
			try {
				// Checked here, because observations read it too and would throw
				checked(response::getStatusCode);
				return response;
			}
			catch (IOException ex) {
				response.close();
				throw ex;
			}
		}

		@Override
		public HttpMethod getMethod() {
			return this.method;
		}

		@Override
		public URI getURI() {
			return this.uri;
		}

		@Override
		public Map<String, Object> getAttributes() {
			return this.request.getAttributes();
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.request.getHeaders();
		}

		@Override
		public OutputStream getBody() throws IOException {
			return this.request.getBody();
		}

		@Override
		public void setBody(Body body) {
			if (this.request instanceof StreamingHttpOutputMessage streaming) {
				streaming.setBody(body);
				return;
			}
			try {
				body.writeTo(this.request.getBody());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
