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

package io.pilispring.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PushCallbackTests {

	private static final long NOW = TestClock.START.getEpochSecond();

	private static final String DOMAIN = "publish.pili.test";

	private final TestClock clock = new TestClock();

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private IntUnaryOperator status = (number) -> 200;

	private HttpServer server;

	private PiliSimulator simulator;

	private SimulatedHub hub;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(this.executor);
		this.server.createContext("/", this::receive);
		this.server.start();
		this.simulator = PiliSimulator.builder().clock(this.clock).credentials("test-ak", "test-sk").start();
		this.hub = this.simulator.defaultHub();
	}

	@AfterEach
	void stop() {
		this.simulator.close();
		this.server.stop(0);
		this.executor.shutdownNow();
	}

	static Stream<JsonNode> goldenCallbacks() {
		return Golden.v2("callbacks").filter((golden) -> golden.get("valid").booleanValue() && !golden.has("x_qiniu"));
	}

	@ParameterizedTest
	@MethodSource("goldenCallbacks")
	void signsAsTheGoldenCallbacks(JsonNode golden) {
		String url = "http://" + golden.get("host").stringValue() + golden.get("target").stringValue();
		byte[] body = (golden.get("body").isNull()) ? new byte[0]
				: golden.get("body").stringValue().getBytes(StandardCharsets.UTF_8);
		CallbackRequest request = new CallbackRequest(golden.get("method").stringValue(), url,
				golden.get("content_type").stringValue(), body, "r");
		OutgoingRequest signed = request.signed((AccountState) this.simulator.account(), Duration.ofSeconds(1));
		assertThat(signed.headers()).containsEntry("Authorization", golden.get("authorization").stringValue());
	}

	@ParameterizedTest
	@CsvSource({ "http://a.test/,a.test", "http://a.test:80/,a.test", "http://a.test:443/,a.test:443",
			"https://a.test/,a.test", "https://a.test:443/,a.test", "https://a.test:80/,a.test:80" })
	void signsTheHostAsItIsSent(String url, String host) {
		CallbackRequest request = new CallbackRequest("GET", url, "text/plain", new byte[0], "r");
		assertThat(request.signed((AccountState) this.simulator.account(), Duration.ofSeconds(1)).headers())
			.containsEntry("Authorization", "Qiniu test-ak:"
					+ TestClient.hmac("test-sk", "GET /\nHost: " + host + "\nContent-Type: text/plain\n\n"));
	}

	@ParameterizedTest
	@EnumSource(PushCallback.Format.class)
	void tellsThatAPushStarts(PushCallback.Format format) {
		connect(callback(format, "/cb?tenant=7").withVariables(Map.of("title", "$(title)", "ip", "$(remoteIP)",
				"status", "$(status)", "extra", "x-$(_x)-$(_none)-$(none)", "constant", "a b", "more",
				"$(domain)|$(localIP)|$(timestamp)|$(path)|$(startTime)|$(endTime)|$(pushDurationS)")));
		String query = "e=" + (NOW + 60) + "&x=%E8%A7%86%26+1";
		PublishDecision decision = this.simulator.publish(
				"rtmp://" + DOMAIN + "/test-hub/room?" + query + "&token=test-ak:"
						+ TestClient.hmac("test-sk", "/test-hub/room?" + query),
				Push.defaults().from("10.1.1.1:52897"));
		assertThat(decision.accepted()).isTrue();
		Received call = awaitCalls(1).get(0);
		assertThat(call.isSigned()).isTrue();
		assertThat(call.reqId()).isNotBlank();
		assertThat(call.target()).startsWith("/cb?tenant=7");
		assertThat(call.method()).isEqualTo((format == PushCallback.Format.GET) ? "GET" : "POST");
		assertThat(call.variables(format))
			.isEqualTo(Map.of("title", "room", "ip", "10.1.1.1", "status", "connected", "extra", "x-视& 1--", "constant",
					"a b", "more", "publish.pili.test|127.0.0.1|" + NOW + "|/test-hub/room|" + NOW + "||"));
		if (format == PushCallback.Format.FORM) {
			assertThat(call.body()).startsWith("constant=a+b&extra=").contains("&ip=10.1.1.1&more=");
			assertThat(call.contentType()).isEqualTo("application/x-www-form-urlencoded");
		}
		if (format == PushCallback.Format.JSON) {
			assertThat(call.contentType()).isEqualTo("application/json");
		}
	}

	@Test
	void tellsThatAPushHasEndedAfterTheDelay() {
		disconnect(callback(PushCallback.Format.JSON, "/cb").withVariables(Map.of("s", "$(status)", "t",
				"$(startTime)|$(endTime)|$(timestamp)|$(pushDurationS)|$(pushDurationMs)|$(sourceURL)")));
		SimulatedStream stream = this.hub.goLive("room");
		this.clock.advance(Duration.ofMillis(60_500));
		stream.goOffline();
		this.clock.advance(Duration.ofSeconds(29));
		assertNothingIsSent();
		this.clock.advance(Duration.ofSeconds(1));
		Map<String, String> variables = awaitCalls(1).get(0).variables(PushCallback.Format.JSON);
		assertThat(variables).isEqualTo(Map.of("s", "disconnected", "t",
				NOW + "|" + (NOW + 60) + "|" + (NOW + 60) + "|60|60500|rtmp://publish.pili.test/test-hub/room"));
	}

	@Test
	void aShortBreakFiresNothing() {
		PushCallback callback = callback(PushCallback.Format.GET, "/cb");
		this.hub.setDomain(this.hub.domain(DOMAIN)
			.withCallbacks(callback, callback.withVariable("duration", "$(pushDurationS)"))
			.withDisconnectDelay(Duration.ofSeconds(5)));
		SimulatedStream stream = this.hub.goLive("room");
		awaitCalls(1);
		this.clock.advance(Duration.ofSeconds(10));
		stream.goOffline();
		this.clock.advance(Duration.ofSeconds(4));
		stream.goLive();
		this.clock.advance(Duration.ofSeconds(60));
		assertNothingIsSent();
		stream.goOffline();
		this.clock.advance(Duration.ofSeconds(5));
		assertThat(awaitCalls(2).get(1).target()).contains("duration=74").contains("startTime=" + NOW);
		stream.goLive();
		assertThat(awaitCalls(3).get(2).target()).contains("status=connected").contains("startTime=" + (NOW + 79));
	}

	@Test
	void aBreakThatWasTooLongFiresBoth() {
		PushCallback callback = callback(PushCallback.Format.GET, "/cb");
		this.hub.setDomain(this.hub.domain(DOMAIN).withCallbacks(callback, callback));
		SimulatedStream stream = this.hub.goLive("room");
		awaitCalls(1);
		stream.goOffline();
		this.clock.advance(Duration.ofSeconds(30));
		stream.goLive();
		assertThat(awaitCalls(3).subList(1, 3))
			.extracting((call) -> call.target().replaceAll(".*status=(\\w+).*", "$1"))
			.containsExactlyInAnyOrder("disconnected", "connected");
	}

	@Test
	void fillsVariablesIntoTheUrl() {
		connect(callback(PushCallback.Format.JSON, "/cb/$(title)?ip=$(remoteIP)&x=$(_x)"));
		this.hub.setPublishSecurity("none", "pk");
		this.simulator.publish("rtmp://" + DOMAIN + "/test-hub/room?x=a%26b%20c");
		Received call = awaitCalls(1).get(0);
		assertThat(call.target()).isEqualTo("/cb/room?ip=127.0.0.1&x=a%26b%20c");
		assertThat(call.isSigned()).isTrue();
	}

	@Test
	void sendsAgainUntilItSucceeds() {
		this.status = (number) -> (number < 3) ? 500 : 200;
		connect(callback(PushCallback.Format.FORM, "/cb").withRetries(5, Duration.ZERO).withSuccessCode(200));
		this.hub.goLive("room");
		List<Received> calls = awaitCalls(3);
		assertNothingIsSent();
		assertThat(calls).extracting(Received::body).containsOnly(calls.get(0).body());
		assertThat(calls).extracting(Received::reqId).containsOnly(calls.get(0).reqId());
	}

	@Test
	void sendsAgainNoMoreOftenThanSet() {
		this.status = (number) -> 201;
		connect(callback(PushCallback.Format.FORM, "/cb").withRetries(2, Duration.ofMillis(10)).withSuccessCode(200));
		this.hub.goLive("room");
		awaitCalls(3);
		assertNothingIsSent();
	}

	@Test
	void anyStatusIsASuccessUnlessOneIsSet() {
		this.status = (number) -> 500;
		connect(callback(PushCallback.Format.FORM, "/cb").withRetries(5, Duration.ZERO));
		this.hub.goLive("room");
		awaitCalls(1);
		assertNothingIsSent();
	}

	@Test
	void waitsForTheTimeoutOnly() throws IOException {
		// Accepts connections and never answers
		try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			PushCallback slow = PushCallback
				.of(PushCallback.Format.FORM, "http://127.0.0.1:" + silent.getLocalPort() + "/$(title)")
				.withTimeout(Duration.ofMillis(100))
				.withRetries(1, Duration.ZERO);
			connect(slow);
			this.hub.goLive("room");
			silent.setSoTimeout(30_000);
			try (Socket first = silent.accept(); Socket second = silent.accept()) {
				assertThat(first.getPort()).isNotEqualTo(second.getPort());
			}
		}
	}

	@Test
	void sendsToTheDomainThatIsPublishedTo() {
		this.hub.setDomain(HubDomain.of(DomainType.PUBLISH_RTMP, "second.example.com")
			.withCallbacks(callback(PushCallback.Format.GET, "/second"), null));
		this.hub.setPublishSecurity("none", "pk");
		connect(callback(PushCallback.Format.GET, "/first"));
		this.simulator.publish("rtmp://second.example.com/test-hub/a");
		assertThat(awaitCalls(1).get(0).target()).startsWith("/second?");
		assertThat(this.received.get(0).target()).contains("domain=second.example.com");
		this.simulator.publish("rtmp://" + DOMAIN + "/test-hub/b");
		assertThat(awaitCalls(2).get(1).target()).startsWith("/first?");
	}

	@Test
	void signsWithKeysThatAreValid() {
		this.simulator.addKeys("new-ak", "new-sk");
		connect(callback(PushCallback.Format.JSON, "/cb"));
		this.hub.goLive("first");
		assertThat(awaitCalls(1).get(0).authorization()).startsWith("Qiniu test-ak:");
		this.simulator.removeKeys("test-ak");
		this.hub.goLive("second");
		assertThat(awaitCalls(2).get(1).authorization()).startsWith("Qiniu new-ak:");
		this.simulator.removeKeys("new-ak");
		this.hub.goLive("third");
		assertThat(awaitCalls(3).get(2).authorization()).isNull();
	}

	@Test
	void sendsNothingAfterAReset() {
		PushCallback callback = callback(PushCallback.Format.GET, "/cb");
		this.hub.setDomain(this.hub.domain(DOMAIN).withCallbacks(null, callback));
		this.hub.goLive("room");
		this.simulator.reset();
		this.clock.advance(Duration.ofSeconds(60));
		assertNothingIsSent();
		assertThat(this.hub.domain(DOMAIN).disconnectCallback()).isNull();
	}

	@Test
	void doesNotSendAgainAfterAReset() {
		this.status = (number) -> {
			this.simulator.reset();
			return 500;
		};
		connect(callback(PushCallback.Format.FORM, "/cb").withRetries(5, Duration.ZERO).withSuccessCode(200));
		this.hub.goLive("room");
		awaitCalls(1);
		assertNothingIsSent();
	}

	@Test
	void redirectIsAResponseLikeAnyOther() {
		this.status = (number) -> 302;
		connect(callback(PushCallback.Format.GET, "/cb"));
		this.hub.goLive("room");
		awaitCalls(1);
		assertNothingIsSent();
	}

	@Test
	void pushToADomainWithoutCallbacksIsNotPartOfTheNext() {
		SimulatedStream stream = this.hub.goLive("room");
		this.clock.advance(Duration.ofSeconds(10));
		stream.goOffline();
		connect(callback(PushCallback.Format.GET, "/cb"));
		stream.goLive();
		assertThat(awaitCalls(1).get(0).target()).contains("startTime=" + (NOW + 10));
	}

	@Test
	void refusesACallbackThatPiliWouldNotTake() {
		PushCallback callback = callback(PushCallback.Format.GET, "/cb");
		assertThatIllegalArgumentException().isThrownBy(() -> PushCallback.of(PushCallback.Format.GET, "ftp://x/"));
		assertThatIllegalArgumentException().isThrownBy(() -> callback.withTimeout(Duration.ofSeconds(11)));
		assertThatIllegalArgumentException().isThrownBy(() -> callback.withRetries(6, Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> callback.withRetries(1, Duration.ofSeconds(6)));
		assertThatIllegalArgumentException().isThrownBy(() -> callback.withSuccessCode(-1));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.hub.domain(DOMAIN).withDisconnectDelay(Duration.ofSeconds(61)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.hub.domain(DOMAIN).withDisconnectDelay(Duration.ZERO));
	}

	@Test
	void takesWhatIsJustWithinTheLimits() {
		PushCallback callback = callback(PushCallback.Format.GET, "/cb");
		assertThat(callback.withTimeout(Duration.ofSeconds(10)).effectiveTimeout()).hasSeconds(10);
		assertThat(callback.withTimeout(Duration.ZERO).effectiveTimeout()).hasSeconds(2);
		assertThat(callback.withRetries(5, Duration.ofSeconds(5)).retryInterval()).hasSeconds(5);
		assertThat(callback.withSuccessCode(999).successCode()).isEqualTo(999);
		HubDomain domain = this.hub.domain(DOMAIN);
		assertThat(domain.withDisconnectDelay(Duration.ofSeconds(1)).disconnectDelay()).hasSeconds(1);
		assertThat(domain.withDisconnectDelay(Duration.ofSeconds(60)).disconnectDelay()).hasSeconds(60);
		assertThatIllegalArgumentException().isThrownBy(() -> callback.withTimeout(Duration.ofMillis(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> callback.withRetries(-1, Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> callback.withRetries(0, Duration.ofMillis(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> callback.withSuccessCode(1000));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new PushCallback(callback.format(), callback.url(), callback.timeout(), Map.of(), 0,
					Duration.ZERO, 0, 1000))
			.withMessageContaining("'failCode'");
	}

	private void connect(PushCallback callback) {
		this.hub.setDomain(this.hub.domain(DOMAIN).withCallbacks(callback, null));
	}

	private void disconnect(PushCallback callback) {
		this.hub.setDomain(this.hub.domain(DOMAIN).withCallbacks(null, callback));
	}

	private PushCallback callback(PushCallback.Format format, String target) {
		return PushCallback.of(format, "http://127.0.0.1:" + this.server.getAddress().getPort() + target);
	}

	private List<Received> awaitCalls(int number) {
		Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> this.received.size() >= number);
		assertThat(this.received).hasSize(number);
		return List.copyOf(this.received);
	}

	// What is due is sent within milliseconds
	private void assertNothingIsSent() {
		int before = this.received.size();
		Awaitility.await()
			.during(300, TimeUnit.MILLISECONDS)
			.atMost(30, TimeUnit.SECONDS)
			.until(() -> this.received.size() == before);
	}

	private void receive(HttpExchange exchange) throws IOException {
		byte[] body = exchange.getRequestBody().readAllBytes();
		this.received.add(new Received(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
				exchange.getRequestHeaders().getFirst("Host"), exchange.getRequestHeaders().getFirst("Content-Type"),
				exchange.getRequestHeaders().getFirst("Authorization"),
				exchange.getRequestHeaders().getFirst("X-Reqid"), new String(body, StandardCharsets.UTF_8)));
		exchange.getResponseHeaders().set("Location", "/elsewhere");
		exchange.sendResponseHeaders(this.status.applyAsInt(this.received.size()), -1);
		exchange.close();
	}

	private record Received(String method, String target, String host, String contentType, String authorization,
			String reqId, String body) {

		boolean isSigned() {
			String text = this.method + " " + this.target + "\nHost: " + this.host + "\nContent-Type: "
					+ this.contentType + "\n\n" + this.body;
			return this.authorization.equals("Qiniu test-ak:" + TestClient.hmac("test-sk", text));
		}

		Map<String, String> variables(PushCallback.Format format) {
			if (format == PushCallback.Format.JSON) {
				Map<String, String> variables = new java.util.LinkedHashMap<>();
				TestClient.parse(this.body)
					.properties()
					.forEach((field) -> variables.put(field.getKey(), field.getValue().stringValue()));
				return variables;
			}
			Map<String, String> variables = new java.util.LinkedHashMap<>();
			String form = (format == PushCallback.Format.FORM) ? this.body
					: this.target.substring(this.target.indexOf('&') + 1);
			for (String pair : form.split("&")) {
				String[] parts = pair.split("=", 2);
				variables.put(decode(parts[0]), decode(parts[1]));
			}
			return variables;
		}

		private static String decode(String text) {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}

	}

}
