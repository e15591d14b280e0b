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
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.StreamingHttpOutputMessage.Body;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.mock.http.client.MockClientHttpRequest;

import io.pilispring.PiliServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CheckedRequestFactory}.
 */
class CheckedRequestFactoryTests {

	private static final URI ANY = URI.create("http://pili.example.com/v1/a");

	private final Body body = (output) -> output.write("text".getBytes(StandardCharsets.UTF_8));

	@Test
	void bodyIsLeftToAClientThatStreamsIt() throws IOException {
		StreamingRequest streaming = new StreamingRequest();
		streaming(streaming).setBody(this.body);
		assertThat(streaming.body).hasValue(this.body);
		assertThat(streaming.getBodyAsBytes()).isEmpty();
	}

	@Test
	void bodyIsWrittenToAClientThatDoesNotStreamIt() throws IOException {
		MockClientHttpRequest buffering = new MockClientHttpRequest(HttpMethod.POST, ANY);
		streaming(buffering).setBody(this.body);
		assertThat(buffering.getBodyAsString()).isEqualTo("text");
	}

	@Test
	void bodyThatCannotBeWrittenFails() throws IOException {
		IOException failure = new IOException("broken pipe");
		StreamingHttpOutputMessage request = streaming(new MockClientHttpRequest(HttpMethod.POST, ANY) {

			@Override
			public OutputStream getBody() {
				throw new UncheckedIOException(failure);
			}

		});
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> request.setBody(this.body))
			.withCause(failure);
		StreamingHttpOutputMessage other = streaming(new MockClientHttpRequest(HttpMethod.POST, ANY));
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> other.setBody((output) -> {
			throw failure;
		})).withCause(failure);
	}

	@Test
	void bodyIsSentToEitherBehindAnInterceptor() {
		StreamingRequest streaming = new StreamingRequest();
		MockClientHttpRequest buffering = new MockClientHttpRequest(HttpMethod.POST, ANY);
		for (MockClientHttpRequest request : new MockClientHttpRequest[] { streaming, buffering }) {
			request.setResponse(TestRequestFactory.response(200, "{}"));
			PiliServer.transportBuilder("http://pili.example.com")
				.requestFactory((uri, method) -> request)
				.customize((client) -> client
					.requestInterceptor((intercepted, body, execution) -> execution.execute(intercepted, body)))
				.build()
				.send(ApiRequest.post("/v1/a").body("x"));
		}
		assertThat(streaming.body).doesNotHaveNullValue();
		assertThat(buffering.getBodyAsString()).isEqualTo("\"x\"");
	}

	@Test
	void uncheckedExceptionsOfTheClientAreConverted() {
		IllegalStateException failure = new IllegalStateException("no HTTP");
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> new CheckedRequestFactory((uri, method) -> {
			throw failure;
		}).createRequest(ANY, HttpMethod.GET)).withMessage("no HTTP").withCause(failure);
		ClientHttpRequest request = new MockClientHttpRequest(HttpMethod.GET, ANY) {

			@Override
			protected ClientHttpResponse executeInternal() {
				throw failure;
			}

		};
		assertThatExceptionOfType(IOException.class).isThrownBy(
				() -> new CheckedRequestFactory((uri, method) -> request).createRequest(ANY, HttpMethod.GET).execute())
			.withMessage("no HTTP")
			.withCause(failure);
	}

	@Test
	void requestIsThatOfTheClient() throws IOException {
		MockClientHttpRequest client = new MockClientHttpRequest(HttpMethod.POST, ANY);
		ClientHttpRequest request = new CheckedRequestFactory((uri, method) -> client).createRequest(ANY,
				HttpMethod.POST);
		assertThat(request.getURI()).isEqualTo(ANY);
		assertThat(request.getMethod()).isEqualTo(HttpMethod.POST);
		assertThat(request.getHeaders()).isSameAs(client.getHeaders());
		assertThat(request.getAttributes()).isSameAs(client.getAttributes());
		request.getBody().write('x');
		assertThat(client.getBodyAsString()).isEqualTo("x");
	}

	private static StreamingHttpOutputMessage streaming(ClientHttpRequest client) throws IOException {
		return (StreamingHttpOutputMessage) new CheckedRequestFactory((uri, method) -> client).createRequest(ANY,
				HttpMethod.POST);
	}

	private static final class StreamingRequest extends MockClientHttpRequest implements StreamingHttpOutputMessage {

		private final AtomicReference<Body> body = new AtomicReference<>();

		private StreamingRequest() {
			super(HttpMethod.POST, ANY);
		}

		@Override
		public void setBody(Body body) {
			this.body.set(body);
		}

	}

}
