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

package io.pilispring.integration;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.actuate.web.exchanges.HttpExchangeRepository;
import org.springframework.boot.actuate.web.exchanges.InMemoryHttpExchangeRepository;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.fop.FopFinishedEvent;
import io.pilispring.fop.FopNotifyUrl;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.simulator.FopCode;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.v1.PiliHub;
import io.pilispring.v1.PiliStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Notifications from the simulator to an application and back, and what others send to
 * it.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "pili.notifications.enabled=true", "pili.monitor.enabled=false", "pili.read-timeout=5s",
				"management.endpoints.web.exposure.include=mappings,configprops,beans,httpexchanges",
				"management.httpexchanges.recording.include=request-headers,principal,time-taken",
				"spring.mvc.log-request-details=true", "logging.level.io.pilispring=trace",
				"logging.level.org.springframework.web=trace", "logging.level.org.springframework.boot=trace" })
@ExtendWith(OutputCaptureExtension.class)
class NotificationOnSimulatorTests {

	private static final String SECRET = "rotated-secret-key";

	@Autowired
	private PiliSimulator simulator;

	@Autowired
	private SimulatorConnectionDetails connectionDetails;

	@Autowired
	private PiliHub hub;

	@Autowired
	private FopNotifyUrl notifyUrl;

	@Autowired
	private Events events;

	@LocalServerPort
	private int port;

	private final HttpClient client = HttpClient.newHttpClient();

	private PiliStream stream;

	private String url;

	@BeforeEach
	void createStream() {
		this.stream = this.hub.createStream();
		this.simulator.stream(this.stream.id()).goLive();
		this.url = this.notifyUrl.get("http://127.0.0.1:" + this.port);
	}

	@AfterEach
	void settle() {
		this.simulator.reset();
		this.connectionDetails.secretKey = this.simulator.secretKey();
		this.events.reset();
	}

	@Test
	void snapshotIsToldOnceAndReplaysDoNothing() {
		String id = snapshot(this.url);
		await().until(() -> this.events.ids().contains(id) && this.simulator.fop(id).notifications() == 1);
		int asked = statusCalls();
		assertThat(IntStream.range(0, 20).mapToObj((i) -> post(this.url, notification(id)).statusCode()))
			.containsOnly(200);
		assertThat(this.events.ids()).containsExactly(id);
		assertThat(this.events.all.get(0).fop().items()).isNotEmpty();
		assertThat(statusCalls()).isEqualTo(asked);
		assertThat(this.simulator.fop(id).code()).isEqualTo(FopCode.DONE);
	}

	@Test
	void savedFileIsToldToo() {
		Instant start = Instant.parse("2026-01-01T00:00:00Z");
		this.simulator.stream(this.stream.id()).record(start, start.plusSeconds(60));
		String id = this.stream.saveAs((save) -> save.name("a.mp4").format("mp4").notifyUrl(this.url)).persistentId();
		await().until(() -> this.events.ids().contains(id));
	}

	@Test
	void failedOperationIsTold() {
		String id = snapshot(this.url);
		this.simulator.fop(id).fail("no disk");
		await().until(() -> this.events.ids().contains(id));
		assertThat(this.events.all).singleElement()
			.satisfies((event) -> assertThat(event.fop().items().get(0).error()).isEqualTo("no disk"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?", "?token=", "?token=AAAAAAAAAAAAAAAAAAAAAAAAAAA", "?Token=x", "?token" })
	void forgedNotificationIsRefusedWithoutAnyCall(String query) {
		String id = finishedSnapshot();
		int asked = statusCalls();
		HttpResponse<String> response = post(this.url.replaceFirst("\\?.*", "") + query, notification(id));
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(response.body()).isEmpty();
		assertThat(statusCalls()).isEqualTo(asked);
		assertThat(this.events.all).isEmpty();
	}

	@Test
	void tokenInABodyOrAHeaderIsNone() {
		String token = this.url.substring(this.url.indexOf('?') + 1);
		String address = this.url.replaceFirst("\\?.*", "");
		assertThat(post(address, token, "Content-Type", "application/x-www-form-urlencoded").statusCode())
			.isEqualTo(403);
		assertThat(post(address, "{}", "X-Forwarded-Prefix", "/x?" + token).statusCode()).isEqualTo(403);
		assertThat(this.events.all).isEmpty();
	}

	// PILI tells everybody of any operation, so that of another account is known here too
	@Test
	void anotherAccountCannotSlipInItsOperations() {
		String id = finishedSnapshot();
		String theirs = new FopNotifyUrl(() -> PiliCredentials.of("other-access-key", "other-secret-key"),
				this.notifyUrl.path(), null)
			.get("http://127.0.0.1:" + this.port);
		assertThat(post(theirs, notification(id)).statusCode()).isEqualTo(403);
		assertThat(this.events.all).isEmpty();
	}

	@Test
	void unknownOperationIsNotTold() {
		assertThat(post(this.url, notification("z1.unknown")).statusCode()).isEqualTo(503);
		assertThat(this.events.all).isEmpty();
	}

	@Test
	void urlIsForOneOperation() {
		String first = finishedSnapshot();
		String second = finishedSnapshot();
		assertThat(post(this.url, notification(first)).statusCode()).isEqualTo(200);
		assertThat(post(this.url, notification(second)).statusCode()).isEqualTo(400);
		assertThat(post(this.url, notification(first)).statusCode()).isEqualTo(200);
		assertThat(this.events.ids()).containsExactly(first);
	}

	@Test
	void unknownOperationIsNotAskedForAgainAndAgain() {
		int asked = statusCalls();
		for (int i = 0; i < 20; i++) {
			assertThat(post(this.url, notification("z1.unknown")).statusCode()).isEqualTo(503);
		}
		assertThat(statusCalls() - asked).isLessThan(10);
	}

	@Test
	void operationThatIsNotOverIsToldWhenItIs() {
		String id = this.stream.snapshot((picture) -> picture.name("a.jpg").format("jpg")).persistentId();
		assertThat(post(this.url, "{\"id\":\"%s\",\"code\":0}".formatted(id)).statusCode()).isEqualTo(503);
		assertThat(this.events.all).isEmpty();
		this.simulator.fop(id).complete();
		assertThat(post(this.url, notification(id)).statusCode()).isEqualTo(200);
		assertThat(this.events.ids()).containsExactly(id);
	}

	@Test
	void whatTheNotificationSaysIsIgnored() {
		String id = finishedSnapshot();
		post(this.url, "{\"id\":\"%s\",\"code\":3,\"inputBucket\":\"forged\"}".formatted(id));
		assertThat(this.events.all).singleElement().satisfies((event) -> {
			assertThat(event.fop().code()).isEqualTo(io.pilispring.fop.FopCode.DONE);
			assertThat(event.fop().inputBucket()).isNotEqualTo("forged");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "null", "[]", "{}", "id=1", "<fop/>", "\u0000\u0001", "{\"id\":[]}" })
	void malformedBodyIsABadRequest(String body) {
		int asked = statusCalls();
		assertThat(post(this.url, body).statusCode()).isEqualTo(400);
		assertThat(statusCalls()).isEqualTo(asked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain",
			"application/octet-stream", "no/type; charset=nope" })
	void typeOfTheBodyMakesNoDifference(String type) {
		HttpResponse<String> response = post(this.url, "a=b", "Content-Type", type);
		assertThat(response.statusCode()).isBetween(400, 499);
		assertThat(this.events.all).isEmpty();
	}

	@Test
	void deeplyNestedBodyIsABadRequest() {
		assertThat(post(this.url, "{\"id\":\"a\",\"x\":" + "[".repeat(60_000)).statusCode()).isEqualTo(400);
	}

	@Test
	void largeBodyIsTooLarge() {
		String id = finishedSnapshot();
		String fits = notification(id) + " ".repeat(64 * 1024 - notification(id).length());
		assertThat(post(this.url, fits + " ").statusCode()).isEqualTo(413);
		assertThat(this.events.all).isEmpty();
		assertThat(post(this.url, fits).statusCode()).isEqualTo(200);
		assertThat(this.events.ids()).containsExactly(id);
	}

	@Test
	void endlessBodyIsCutOff() throws IOException {
		assertThat(sendEndlessly(this.url.substring(this.url.indexOf("/pili")))).startsWith("HTTP/1.1 413");
	}

	@Test
	void endlessBodyWithoutTheTokenIsRefused() throws IOException {
		assertThat(sendEndlessly("/pili/notifications")).startsWith("HTTP/1.1 403");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "PUT", "DELETE", "HEAD" })
	void otherMethodsAreNotAllowed(String method) {
		HttpResponse<String> response = send(
				HttpRequest.newBuilder(URI.create(this.url)).method(method, BodyPublishers.noBody()).build());
		assertThat(response.statusCode()).isEqualTo(405);
		assertThat(response.headers().firstValue("Allow")).hasValue("POST");
	}

	@Test
	void otherPathsBelongToTheApplication() {
		assertThat(post(this.url.replace("/pili/notifications", "/pili/notifications/x"), "{}").body())
			.isEqualTo("application");
	}

	@Test
	void fiftyDuplicatesAtOnceAreOneEvent() {
		String id = finishedSnapshot();
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.url))
			.POST(BodyPublishers.ofString(notification(id)))
			.build();
		List<CompletableFuture<HttpResponse<String>>> all = IntStream.range(0, 50)
			.mapToObj((i) -> this.client.sendAsync(request, BodyHandlers.ofString()))
			.toList();
		assertThat(all.stream().map((response) -> response.join().statusCode())).contains(200).isSubsetOf(200, 503);
		assertThat(this.events.ids()).containsExactly(id);
		assertThat(post(this.url, notification(id)).statusCode()).isEqualTo(200);
		assertThat(this.events.ids()).containsExactly(id);
	}

	@Test
	void listenerThatThrowsGetsTheEventWhenPiliSendsAgain() {
		this.events.failures = 1;
		String id = snapshot(this.url);
		await().until(() -> this.events.ids().contains(id) && this.simulator.fop(id).notifications() == 2);
		assertThat(this.events.ids()).containsExactly(id);
		assertThat(this.simulator.fop(id).code()).isEqualTo(FopCode.DONE);
	}

	@Test
	void operationIsToldOncePiliCanBeAskedAgain() {
		String id = finishedSnapshot();
		StubMapping busy = this.simulator.wireMock()
			.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse().withStatus(503)));
		assertThat(post(this.url, notification(id)).statusCode()).isEqualTo(503);
		this.simulator.wireMock().removeStub(busy);
		StubMapping broken = this.simulator.wireMock()
			.stubFor(WireMock.any(WireMock.anyUrl())
				.willReturn(WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
		assertThat(post(this.url, notification(id)).statusCode()).isEqualTo(503);
		this.simulator.wireMock().removeStub(broken);
		assertThat(this.events.all).isEmpty();
		assertThat(post(this.url, notification(id)).statusCode()).isEqualTo(200);
		assertThat(this.events.ids()).containsExactly(id);
	}

	@Test
	void urlMadeBeforeTheKeyChangedIsStillGood() {
		String first = finishedSnapshot();
		String second = finishedSnapshot();
		this.connectionDetails.secretKey = SECRET;
		assertThat(post(this.url, notification(first)).statusCode()).isEqualTo(200);
		String rotated = this.notifyUrl.get("http://127.0.0.1:" + this.port);
		assertThat(rotated).isNotEqualTo(this.url);
		assertThat(post(rotated, notification(second)).statusCode()).isEqualTo(200);
		assertThat(this.events.ids()).containsExactly(first, second);
	}

	@Test
	void noPageAndNoLogShowsTheToken(CapturedOutput output) {
		String id = snapshot(this.url);
		await().until(() -> this.events.ids().contains(id));
		post(this.url, "evil-body");
		post(this.url + "x", "evil-body");
		String token = this.url.substring(this.url.indexOf('=') + 1);
		for (String page : List.of("mappings", "configprops", "beans", "httpexchanges")) {
			assertThat(send(
					HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/actuator/" + page)).build())
				.body()).as(page).contains("pili").doesNotContain(token);
		}
		assertThat(output).contains("Answered a notification of a file operation with 403 FORBIDDEN")
			.doesNotContain(token)
			.doesNotContain("evil");
	}

	private String snapshot(String url) {
		return this.stream.snapshot((picture) -> picture.name("a.jpg").format("jpg").notifyUrl(url)).persistentId();
	}

	private String finishedSnapshot() {
		String id = this.stream.snapshot((picture) -> picture.name("a.jpg").format("jpg")).persistentId();
		this.simulator.fop(id).complete();
		return id;
	}

	private static String notification(String id) {
		return "{\"id\":\"%s\",\"code\":0,\"desc\":\"done\",\"items\":[]}".formatted(id);
	}

	private int statusCalls() {
		return this.simulator.wireMock()
			.countRequestsMatching(WireMock.getRequestedFor(WireMock.urlPathEqualTo("/status/get/prefop")).build())
			.getCount();
	}

	private HttpResponse<String> post(String url, String body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.ofString(body));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return send(request.build());
	}

	private HttpResponse<String> send(HttpRequest request) {
		try {
			return this.client.send(request, BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String sendEndlessly(String target) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.setSoTimeout(10_000);
			OutputStream output = socket.getOutputStream();
			InputStream input = socket.getInputStream();
			output.write(("POST " + target + " HTTP/1.1\r\nHost: app\r\nTransfer-Encoding: chunked\r\n\r\n")
				.getBytes(StandardCharsets.US_ASCII));
			byte[] chunk = ("1000\r\n" + " ".repeat(0x1000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
			int sent = 0;
			try {
				while (input.available() == 0) {
					assertThat(sent++).as("chunks").isLessThan(100_000);
					output.write(chunk);
				}
			}
			catch (IOException ex) {
				// The server has closed the connection, after its answer
			}
			byte[] answer = new byte[1000];
			return new String(answer, 0, Math.max(input.read(answer), 0), StandardCharsets.US_ASCII);
		}
	}

	private ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Events.class, CatchAllController.class })
	static class Application {

		@Bean
		HttpExchangeRepository httpExchanges() {
			return new InMemoryHttpExchangeRepository();
		}

		@Bean(destroyMethod = "close")
		PiliSimulator simulator() {
			return PiliSimulator.builder().fopDuration(Duration.ofMillis(300)).start();
		}

		@Bean
		SimulatorConnectionDetails connectionDetails(PiliSimulator simulator) {
			return new SimulatorConnectionDetails(simulator);
		}

	}

	static class SimulatorConnectionDetails implements PiliConnectionDetails {

		private final PiliSimulator simulator;

		private volatile String secretKey;

		SimulatorConnectionDetails(PiliSimulator simulator) {
			this.simulator = simulator;
			this.secretKey = simulator.secretKey();
		}

		@Override
		public PiliCredentials getCredentials() {
			return PiliCredentials.of(this.simulator.accessKey(), this.secretKey);
		}

		@Override
		public String getHub() {
			return this.simulator.hub();
		}

		@Override
		public String getApiHost() {
			return this.simulator.apiHost();
		}

		@Override
		public String getFopApiHost() {
			return this.simulator.apiHost();
		}

	}

	@RestController
	static class CatchAllController {

		@RequestMapping("/**")
		String any() {
			return "application";
		}

	}

	static class Events {

		private final List<FopFinishedEvent> all = new CopyOnWriteArrayList<>();

		private volatile int failures;

		@EventListener
		void on(FopFinishedEvent event) {
			if (this.failures > 0) {
				this.failures--;
				throw new IllegalStateException("listener is broken");
			}
			this.all.add(event);
		}

		List<String> ids() {
			return this.all.stream().map((event) -> event.fop().id()).toList();
		}

		void reset() {
			this.all.clear();
			this.failures = 0;
		}

	}

}
