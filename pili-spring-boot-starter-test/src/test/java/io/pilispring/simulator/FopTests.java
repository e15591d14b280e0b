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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FopTests {

	private final TestClock clock = new TestClock();

	private final BlockingQueue<Notification> notifications = new LinkedBlockingQueue<>();

	private final AtomicInteger failures = new AtomicInteger();

	private PiliSimulator simulator;

	private TestClient client;

	private HttpServer listener;

	private Set<Thread> threadsBefore;

	@BeforeEach
	void start() throws IOException {
		this.threadsBefore = Thread.getAllStackTraces().keySet();
		this.simulator = PiliSimulator.builder().clock(this.clock).fopDuration(Duration.ofSeconds(10)).start();
		this.client = new TestClient(this.simulator);
		this.listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.listener.createContext("/notify", this::listen);
		this.listener.start();
	}

	@AfterEach
	void stop() {
		this.simulator.close();
		this.listener.stop(0);
	}

	@Test
	void advancesWithTheClock() {
		String id = snapshot(null);
		assertThat(code(id)).isEqualTo(1);
		this.clock.advance(Duration.ofSeconds(4));
		assertThat(code(id)).isEqualTo(1);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(code(id)).isEqualTo(2);
		this.clock.advance(Duration.ofSeconds(5));
		assertThat(code(id)).isEqualTo(0);
	}

	@Test
	void tellsItsProgressWithoutSignature() {
		String id = snapshot(null);
		TestClient.Answer answer = progress(id);
		assertThat(answer.reqId()).isNotBlank();
		JsonNode json = answer.json();
		assertThat(json.get("id").stringValue()).isEqualTo(id);
		assertThat(json.get("desc").stringValue()).isNotBlank();
		assertThat(json.get("reqid").stringValue()).isNotBlank();
		assertThat(json.get("pipeline").stringValue()).isEqualTo("0.default");
		assertThat(json.get("inputBucket").stringValue()).isEqualTo("test-hub");
		JsonNode item = json.get("items").get(0);
		assertThat(item.get("cmd").stringValue()).isEqualTo("vframe/jpg");
		assertThat(item.get("code").intValue()).isEqualTo(1);
		assertThat(item.has("key")).isFalse();
		this.simulator.fop(id).complete();
		item = progress(id).json().get("items").get(0);
		assertThat(item.get("key").stringValue()).startsWith("snapshots/").endsWith("image.jpg");
		assertThat(item.get("hash").stringValue()).isNotBlank();
	}

	@Test
	void isUnknown() {
		assertThat(progress("z1.unknown").status()).isEqualTo(612);
		assertThat(this.client.unsigned("GET", "/status/get/prefop").status()).isEqualTo(400);
		assertThat(this.client.unsigned("POST", "/status/get/prefop?id=a").status()).isEqualTo(405);
	}

	@Test
	void canBeFinishedByHand() {
		String id = snapshot(null);
		this.simulator.fop(id).fail("no such codec");
		JsonNode json = progress(id).json();
		assertThat(json.get("code").intValue()).isEqualTo(3);
		assertThat(json.get("items").get(0).get("error").stringValue()).isEqualTo("no such codec");
		this.simulator.fop(id).finish(FopCode.FAILED);
		json = progress(id).json();
		assertThat(json.get("items").get(0).get("error").stringValue()).isEqualTo("failed by hand");
		this.simulator.fop(id).finish(FopCode.NOTIFICATION_FAILED);
		assertThat(progress(id).json().get("items").get(0).has("error")).isFalse();
		assertThat(code(id)).isEqualTo(4);
		assertThatIllegalArgumentException().isThrownBy(() -> this.simulator.fop(id).finish(FopCode.WAITING));
	}

	@Test
	void notifiesWhenTheClockSaysDone() throws InterruptedException {
		String id = snapshot(notifyUrl());
		this.clock.advance(Duration.ofSeconds(9));
		long reads = this.clock.reads();
		await(() -> this.clock.reads() > reads + 3);
		assertThat(this.simulator.fop(id).notifications()).isZero();
		this.clock.advance(Duration.ofSeconds(1));
		Notification notification = this.notifications.poll(30, TimeUnit.SECONDS);
		assertThat(notification).isNotNull();
		assertThat(notification.head()).isEqualTo("POST application/json");
		assertThat(notification.body()).isEqualTo(progress(id).body());
		assertThat(TestClient.parse(notification.body()).get("code").intValue()).isZero();
		SimulatedFop fop = this.simulator.fop(id);
		assertNothingMoreComes();
		assertThat(fop.notifications()).isEqualTo(1);
	}

	@Test
	void notifiesOfAFailureToo() throws InterruptedException {
		String id = snapshot(notifyUrl());
		this.simulator.fop(id).fail("no such codec");
		Notification notification = this.notifications.poll(30, TimeUnit.SECONDS);
		assertThat(TestClient.parse(notification.body()).get("code").intValue()).isEqualTo(3);
	}

	@Test
	void notifiesAgainUntilItIsTaken() throws InterruptedException {
		this.failures.set(2);
		String id = snapshot(notifyUrl());
		this.simulator.fop(id).complete();
		for (int attempt = 0; attempt < 3; attempt++) {
			assertThat(this.notifications.poll(30, TimeUnit.SECONDS)).isNotNull();
		}
		assertThat(code(id)).isZero();
		assertThat(this.simulator.fop(id).notifications()).isEqualTo(3);
	}

	@Test
	void givesUpWhenNobodyTakesTheNotification() {
		this.failures.set(Integer.MAX_VALUE);
		String id = snapshot(notifyUrl());
		this.simulator.fop(id).complete();
		await(() -> code(id) == 4);
		assertThat(this.notifications).hasSize(3);
	}

	@Test
	void failureStaysOneWhenNobodyTakesTheNotification() {
		this.failures.set(Integer.MAX_VALUE);
		SimulatedFop fop = this.simulator.fop(snapshot(notifyUrl()));
		fop.fail("no such codec");
		await(() -> this.notifications.size() == 3);
		this.simulator.close();
		assertThat(fop.code()).isEqualTo(FopCode.FAILED);
	}

	@Test
	void workDoesNotChangeWhatTestCodeHasFinished() {
		FopState fop = new FopState("id", new FopOrder("", "", "", "", null, null), Duration.ZERO, this.clock);
		fop.advance(new FopOutcome(FopCode.FAILED, ""));
		assertThat(fop.code()).isEqualTo(FopCode.DONE);
		fop.byWork();
		fop.advance(new FopOutcome(FopCode.PROCESSING, null));
		assertThat(fop.code()).isEqualTo(FopCode.PROCESSING);
		fop.fail("by hand");
		fop.advance(new FopOutcome(FopCode.DONE, null));
		assertThat(fop.code()).isEqualTo(FopCode.FAILED);
		assertThat(fop.toString()).contains("id", "FAILED");
	}

	@Test
	void givesUpWhenNobodyListens() {
		String id = snapshot("http://127.0.0.1:1/notify");
		this.simulator.fop(id).complete();
		await(() -> code(id) == 4);
	}

	@Test
	void notifiesNobodyWhenTheNotificationFailedByHand() throws InterruptedException {
		SimulatedFop fop = this.simulator.fop(snapshot(notifyUrl()));
		fop.finish(FopCode.NOTIFICATION_FAILED);
		assertNothingMoreComes();
		assertThat(fop.notifications()).isZero();
	}

	@Test
	void isForgottenOnReset() throws InterruptedException {
		String id = snapshot(notifyUrl());
		SimulatedFop fop = this.simulator.fop(id);
		this.simulator.reset();
		this.clock.advance(Duration.ofSeconds(20));
		assertThat(progress(id).status()).isEqualTo(612);
		assertNothingMoreComes();
		assertThat(fop.notifications()).isZero();
	}

	@Test
	void closesWhileSomebodyTakesTheirTime() throws IOException {
		try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			String id = snapshot("http://127.0.0.1:" + deaf.getLocalPort() + "/notify");
			SimulatedFop fop = this.simulator.fop(id);
			fop.complete();
			await(() -> fop.notifications() == 1);
			assertThat(ownThreads()).isNotEmpty();
			this.simulator.close();
			assertThat(ownThreads()).isEmpty();
		}
	}

	// What was due before, a second attempt included, is done when one of another comes
	private void assertNothingMoreComes() throws InterruptedException {
		this.failures.set(1);
		this.simulator.fop(snapshot(notifyUrl() + "?last")).complete();
		for (int attempt = 0; attempt < 2; attempt++) {
			Notification last = this.notifications.poll(30, TimeUnit.SECONDS);
			assertThat(last).isNotNull();
			assertThat(last.query()).isEqualTo("last");
		}
		this.simulator.close();
		assertThat(this.notifications).isEmpty();
	}

	private List<String> ownThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> !this.threadsBefore.contains(thread))
			.map(Thread::getName)
			.filter((name) -> name.startsWith("pili-simulator"))
			.toList();
	}

	private String snapshot(String notifyUrl) {
		SimulatedStream stream = this.simulator.createStream();
		stream.goLive();
		String body = "{\"name\":\"image.jpg\",\"format\":\"jpg\""
				+ ((notifyUrl != null) ? ",\"notifyUrl\":\"" + notifyUrl + "\"}" : "}");
		return this.client.post("/v1/streams/" + stream.id() + "/snapshot", body).text("persistentId");
	}

	private TestClient.Answer progress(String id) {
		return this.client.unsigned("GET", "/status/get/prefop?id=" + id);
	}

	private int code(String id) {
		return progress(id).json().get("code").intValue();
	}

	private String notifyUrl() {
		return "http://127.0.0.1:" + this.listener.getAddress().getPort() + "/notify";
	}

	private void listen(HttpExchange exchange) throws IOException {
		String head = exchange.getRequestMethod() + " " + exchange.getRequestHeaders().getFirst("Content-Type");
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		this.notifications.add(new Notification(head, body, exchange.getRequestURI().getQuery()));
		exchange.sendResponseHeaders((this.failures.getAndDecrement() > 0) ? 503 : 200, -1);
		exchange.close();
	}

	private static void await(BooleanSupplier condition) {
		long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("time is up").isLessThan(deadline);
			Thread.onSpinWait();
		}
	}

	private record Notification(String head, String body, String query) {

	}

}
