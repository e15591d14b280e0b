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
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.BufferingClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.client.support.HttpRequestWrapper;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.test.web.client.match.MockRestRequestMatchers;
import org.springframework.test.web.client.response.MockRestResponseCreators;
import org.springframework.util.backoff.FixedBackOff;
import org.springframework.web.client.RestClient;

import io.pilispring.CapturedLog;
import io.pilispring.PiliConnectionException;
import io.pilispring.PiliException;
import io.pilispring.PiliServer;
import io.pilispring.PiliServerException;
import io.pilispring.PiliTimeoutException;
import io.pilispring.PiliUnreadableResponseException;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.signing.RequestSigner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PiliTransportTests {

	@RegisterExtension
	final PiliServer pili = new PiliServer();

	@Test
	void defaultsArePiliItself() {
		PiliTransport transport = PiliTransport.builder().credentials(PiliCredentials.of("ak", "sk")).build();
		assertThat(transport.apiHost()).isEqualTo("pili.qiniuapi.com");
		assertThat(transport.credentials().accessKey()).isEqualTo("ak");
	}

	@Test
	void credentialsAreRequired() {
		assertThatIllegalStateException().isThrownBy(() -> PiliTransport.builder().build())
			.withMessage("'credentials' must be set");
	}

	@Test
	void hostsAreChecked() {
		assertThatIllegalArgumentException().isThrownBy(() -> PiliTransport.builder().apiHost("a/b"))
			.withMessageStartingWith("'apiHost' ");
		assertThatIllegalArgumentException().isThrownBy(() -> PiliTransport.builder().fopApiHost("a/b"))
			.withMessageStartingWith("'fopApiHost' ");
	}

	@Test
	void defaultRequestFactorySignsAndDoesNotFollow() {
		this.pili.answer(WireMock.temporaryRedirect("/elsewhere"));
		PiliTransport transport = PiliServer.transportBuilder(this.pili.host()).build();
		assertThatExceptionOfType(PiliException.class).isThrownBy(() -> transport.send(ApiRequest.delete("/v1/a")))
			.satisfies((ex) -> assertThat(ex.status()).isEqualTo(302));
		LoggedRequest request = this.pili.onlyRequest();
		assertThat(request.getHeader("Authorization")).isEqualTo(signatureOf(request));
	}

	@ParameterizedTest
	@MethodSource("buildersOfHttpUrlConnection")
	void deletionIsSignedAsHttpUrlConnectionSendsItHoweverItIsBuilt(Consumer<PiliTransportBuilder> customizer) {
		this.pili.answer(200, "{}");
		PiliTransportBuilder builder = PiliServer.transportBuilder(this.pili.host());
		customizer.accept(builder);
		PiliTransport transport = builder.build();
		transport.send(ApiRequest.delete("/v1/a"));
		LoggedRequest request = this.pili.onlyRequest();
		assertThat(request.getHeader("Authorization")).isEqualTo(signatureOf(request));
	}

	static Stream<Consumer<PiliTransportBuilder>> buildersOfHttpUrlConnection() {
		SimpleClientHttpRequestFactory client = new SimpleClientHttpRequestFactory();
		Consumer<RestClient.Builder> intercepting = (rest) -> rest
			.requestInterceptor((request, body, execution) -> execution.execute(request, body));
		return Stream.of((builder) -> builder.requestFactory(client),
				(builder) -> builder.lazyRequestFactory(() -> client),
				(builder) -> builder.lazyRequestFactory(() -> client).customize(intercepting),
				(builder) -> builder.lazyRequestFactory(() -> client).backgroundRequestFactory(TestRequestFactory::new),
				(builder) -> builder.requestFactory(new BufferingClientHttpRequestFactory(client)));
	}

	@Test
	void deletionInTheBackgroundIsSignedAsTheClientOfItsOwnSendsIt() {
		this.pili.answer(200, "{}");
		TestRequestFactory client = new TestRequestFactory();
		PiliTransport transport = PiliServer.transportBuilder(this.pili.host())
			.requestFactory(client)
			.backgroundRequestFactory(SimpleClientHttpRequestFactory::new)
			.build();
		BackgroundCalls.run(() -> {
		}, () -> transport.send(ApiRequest.delete("/v1/a")));
		LoggedRequest request = this.pili.onlyRequest();
		assertThat(request.getHeader("Authorization")).isEqualTo(signatureOf(request));
		transport.send(ApiRequest.delete("/v1/a"));
		assertThat(client.headers().headerNames()).doesNotContain("Content-Type");
	}

	@Test
	void credentialsCanChange() {
		this.pili.answer(200, "{}");
		List<String> keys = new ArrayList<>(List.of("first", "second"));
		PiliTransport transport = PiliServer.transportBuilder(this.pili.host())
			.credentials(() -> PiliCredentials.of(keys.remove(0), PiliServer.SECRET_KEY))
			.build();
		transport.send(get());
		transport.send(get());
		assertThat(this.pili.requests()).extracting((request) -> request.getHeader("Authorization").substring(0, 12))
			.containsExactly("Qiniu first:", "Qiniu second");
	}

	@Test
	void whatCustomizersChangeIsSigned() {
		this.pili.answer(200, "{}");
		PiliTransport transport = PiliServer.transportBuilder(this.pili.host())
			.customize((builder) -> builder.requestInterceptor((request, body, execution) -> execution
				.execute(with(request, request.getURI() + "?extra=%20"), body)))
			.build();
		transport.send(get());
		LoggedRequest request = this.pili.onlyRequest();
		assertThat(request.getUrl()).isEqualTo("/v1/a?extra=%20");
		assertThat(request.getHeader("Authorization")).isEqualTo(signatureOf(request));
	}

	@Test
	void whatIsSentByAnotherFactoryIsSigned() {
		AtomicReference<MockRestServiceServer> server = new AtomicReference<>();
		PiliTransport transport = PiliServer.transportBuilder("http://pili.example.com")
			.customize((builder) -> server.set(MockRestServiceServer.bindTo(builder).build()))
			.build();
		server.get()
			.expect(MockRestRequestMatchers.requestTo("http://pili.example.com/v1/a"))
			.andExpect(MockRestRequestMatchers.content().string("\"x\""))
			.andExpect(MockRestRequestMatchers.header("Authorization",
					RequestSigner.authorization(PiliCredentials.of(PiliServer.ACCESS_KEY, PiliServer.SECRET_KEY),
							"POST", "/v1/a", "pili.example.com", "application/json",
							"\"x\"".getBytes(StandardCharsets.UTF_8))))
			.andRespond(MockRestResponseCreators.withSuccess("{}", MediaType.APPLICATION_JSON));
		assertThat(transport.send(ApiRequest.post("/v1/a").body("x")).body()).isEqualTo("{}");
		server.get().verify();
	}

	@Test
	void nothingIsSignedForAnotherHost() {
		PiliTransport transport = PiliServer.transportBuilder("http://pili.example.com")
			.customize((builder) -> builder.requestInterceptor(
					(request, body, execution) -> execution.execute(with(request, this.pili.host() + "/v1/a"), body)))
			.build();
		assertThatIllegalStateException().isThrownBy(() -> transport.send(get()))
			.withMessage("A request for 'pili.example.com' is not signed for another host");
		assertThat(this.pili.requests()).isEmpty();
	}

	@Test
	void exceptionsOfInterceptorsStayWhatTheyAre() {
		UnsupportedOperationException failure = new UnsupportedOperationException();
		PiliTransport transport = this.pili.transportBuilder()
			.customize((builder) -> builder.requestInterceptor((request, body, execution) -> {
				throw failure;
			}))
			.build();
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> transport.send(get()))
			.isSameAs(failure);
	}

	@Test
	void answerIsKeptAsItWasSent() {
		this.pili.answer(201, " {\"a\" : \"流\"} ");
		ApiResponse response = this.pili.transport().send(get());
		assertThat(response.body()).isEqualTo(" {\"a\" : \"流\"} ");
		assertThat((Map<?, ?>) response.read(Map.class)).hasSize(1);
	}

	private static String signatureOf(LoggedRequest request) {
		String type = request.getHeader("Content-Type");
		return RequestSigner.authorization(PiliCredentials.of(PiliServer.ACCESS_KEY, PiliServer.SECRET_KEY),
				request.getMethod().getName(), request.getUrl(), request.getHeader("Host"), type, request.getBody());
	}

	private static HttpRequest with(HttpRequest request, String uri) {
		return new HttpRequestWrapper(request) {

			@Override
			public URI getURI() {
				return URI.create(uri);
			}

		};
	}

	private static ApiRequest get() {
		return ApiRequest.get("/v1/a");
	}

	@Test
	void listenerOfRetriesThatThrowsEndsNeitherTheCallNorTheOthers() {
		this.pili.answer(503, "");
		List<ApiRequest> told = new ArrayList<>();
		PiliTransport transport = this.pili.transportBuilder()
			.retry(RetrySettings.create().maxRetries(2).initialInterval(Duration.ofMillis(1)).jitter(Duration.ZERO))
			.retryListener((request, failure) -> {
				throw new IllegalStateException("broken listener");
			})
			.retryListener((request, failure) -> told.add(request))
			.build();
		CapturedLog log = CapturedLog.of(RetryListeners.class);
		assertThatExceptionOfType(PiliServerException.class).isThrownBy(() -> transport.forHub("archive").send(get()));
		assertThat(told).hasSize(2).allSatisfy((request) -> assertThat(request.hubKey()).isEqualTo("archive"));
		assertThat(this.pili.requests()).hasSize(3);
		assertThat(log.text()).contains("A listener of retries failed").contains("broken listener");
		log.close();
	}

	@Test
	void threadThatTheApplicationHasInterruptedStaysInterruptedWhereTheTimeIsUpToo() {
		CallAttempt attempt = CallAttempt.start(System.nanoTime() - 1, new ConnectionUse(false, false));
		Thread.currentThread().interrupt();
		attempt.abortIfLate(System.nanoTime());
		attempt.end();
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void byteOrderMarkIsNoPartOfTheAnswer() {
		this.pili.answer(200, "\uFEFF{\"a\":1}");
		assertThat(this.pili.transport().send(get()).body()).isEqualTo("{\"a\":1}");
	}

	@Test
	void bodyOfTheGreatestSizeIsRead() {
		int max = 8 * 1024 * 1024;
		for (String length : new String[] { null, String.valueOf(max), "7", "0" }) {
			assertThat(respond(200, "x".repeat(max), length).send(get()).body()).hasSize(max);
			assertThatExceptionOfType(PiliUnreadableResponseException.class)
				.isThrownBy(() -> respond(200, "x".repeat(max + 1), length).send(get()))
				.withMessageContaining("more than 8388608 bytes");
		}
	}

	private static PiliTransport respond(int status, String body, String length) {
		return PiliServer.transportBuilder("http://pili.example.com").requestFactory((uri, method) -> {
			MockClientHttpResponse response = new MockClientHttpResponse(body.getBytes(StandardCharsets.UTF_8), status);
			if (length != null) {
				response.getHeaders().set("Content-Length", length);
			}
			MockClientHttpRequest request = new MockClientHttpRequest(method, uri);
			request.setResponse(response);
			return request;
		}).build();
	}

	@Test
	void hostHeaderOfACustomizerIsSigned() {
		List<HttpHeaders> sent = new ArrayList<>();
		for (boolean byInterceptor : new boolean[] { true, false }) {
			PiliServer.transportBuilder("http://pili.example.com").requestFactory((uri, method) -> {
				MockClientHttpRequest request = new MockClientHttpRequest(method, uri);
				request.setResponse(new MockClientHttpResponse("{}".getBytes(StandardCharsets.UTF_8), 200));
				sent.add(request.getHeaders());
				return request;
			}).customize((builder) -> {
				if (byInterceptor) {
					builder.requestInterceptor((request, body, execution) -> {
						request.getHeaders().set("Host", "gateway");
						return execution.execute(request, body);
					});
				}
				else {
					builder.defaultHeader("Host", "gateway");
				}
			}).build().send(get());
		}
		assertThat(sent).hasSize(2)
			.allSatisfy((headers) -> assertThat(headers.getFirst("Authorization"))
				.isEqualTo(RequestSigner.authorization(PiliCredentials.of(PiliServer.ACCESS_KEY, PiliServer.SECRET_KEY),
						"GET", "/v1/a", "gateway", null, new byte[0])));
	}

	@Test
	void responseWhoseStatusIsNoneIsClosed() {
		AtomicInteger closed = new AtomicInteger();
		PiliTransport transport = PiliServer.transportBuilder("http://pili.example.com")
			.requestFactory((uri, method) -> {
				MockClientHttpRequest request = new MockClientHttpRequest(method, uri);
				request.setResponse(new MockClientHttpResponse(new byte[0], 200) {

					@Override
					public HttpStatusCode getStatusCode() {
						throw new IllegalArgumentException("1000 is no status");
					}

					@Override
					public void close() {
						closed.incrementAndGet();
					}

				});
				return request;
			})
			.build();
		assertThatExceptionOfType(PiliConnectionException.class).isThrownBy(() -> transport.send(get()))
			.withMessageContaining("1000 is no status");
		assertThat(closed).hasValue(1);
	}

	@Test
	void blankRequestIdIsNone() {
		this.pili.answer(WireMock.aResponse()
			.withStatus(400)
			.withHeader("X-Reqid", " ")
			.withBody("{\"error\":\"no\",\"reqid\":\"r1\"}"));
		assertThatExceptionOfType(PiliException.class).isThrownBy(() -> this.pili.transport().send(get()))
			.satisfies((ex) -> assertThat(ex.requestId()).isEqualTo("r1"));
	}

	@ParameterizedTest
	@CsvSource({ "499,false", "500,true", "599,true", "600,false" })
	void onlyStatusesOfServersThatFailAreRetried(int status, boolean retried) {
		AtomicInteger retries = new AtomicInteger();
		this.pili.answer(status, "");
		PiliTransport transport = this.pili.transportBuilder()
			.retry(() -> new FixedBackOff(1, 1).start())
			.retryListener((request, failure) -> retries.incrementAndGet())
			.build();
		assertThatExceptionOfType(PiliException.class).isThrownBy(() -> transport.send(get()))
			.satisfies((ex) -> assertThat(ex instanceof PiliServerException).isEqualTo(retried));
		assertThat(retries).hasValue((retried) ? 1 : 0);
	}

	@Test
	void dateToRetryAfterIsComparedWithTheClockOfTheServer() {
		this.pili.answer(WireMock.aResponse()
			.withStatus(429)
			.withHeader("Date", "Sat, 01 Jan 2000 00:00:00 GMT")
			.withHeader("Retry-After", "Sat, 01 Jan 2000 00:00:07 GMT"));
		assertThatExceptionOfType(PiliException.class).isThrownBy(() -> this.pili.transport().send(get()))
			.satisfies((ex) -> assertThat(ex.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
	}

	@Test
	void exchangeThatFailedWhileItWaitedIsAbortedSoThatItIsNotSentLater() {
		AtomicInteger aborted = new AtomicInteger();
		for (boolean connected : new boolean[] { false, true }) {
			PiliTransport transport = PiliServer.transportBuilder("http://pili.example.com")
				.requestFactory((uri, method) -> new MockClientHttpRequest(method, uri) {

					@Override
					protected ClientHttpResponse executeInternal() throws IOException {
						CallAttempt.abortWith(aborted::incrementAndGet);
						CallAttempt attempt = CallAttempt.current();
						attempt.waitsForConnection();
						if (connected) {
							attempt.hasConnection(true);
						}
						throw new SocketTimeoutException("still in the queue");
					}

				})
				.build();
			assertThatExceptionOfType(PiliTimeoutException.class).isThrownBy(() -> transport.send(get()))
				.satisfies((ex) -> assertThat(ex.notSent()).isEqualTo(!connected));
			assertThat(aborted).hasValue(1);
		}
	}

	@Test
	void exchangeWhoseAttemptHasEndedIsNotSent() {
		CallAttempt attempt = CallAttempt.start(System.nanoTime() + 60_000_000_000L, new ConnectionUse(false, false));
		attempt.waitsForConnection();
		attempt.end();
		assertThat(attempt.hasConnection()).isFalse();
		assertThat(attempt.isWithoutConnection()).isTrue();
	}

}
