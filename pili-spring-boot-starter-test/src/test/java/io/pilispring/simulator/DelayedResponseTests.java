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

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for stubs that respond late, as a PILI that hangs.
 */
class DelayedResponseTests {

	// More than there are threads
	private static final int REQUESTS = 60;

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	@Test
	void requestsThatHangHoldNoThreadOfOthers() throws Exception {
		try (PiliSimulator simulator = PiliSimulator.start()) {
			simulator.wireMock()
				.stubFor(WireMock.get(WireMock.urlPathMatching("/hangs/.*"))
					.willReturn(WireMock.ok().withFixedDelay(600_000)));
			for (int number = 0; number < REQUESTS; number++) {
				send(simulator, "/hangs/" + number);
			}
			long start = System.nanoTime();
			while (simulator.wireMock().getAllServeEvents().size() < REQUESTS) {
				assertThat(System.nanoTime() - start).isLessThan(LIMIT.toNanos());
				TimeUnit.MILLISECONDS.sleep(20);
			}
			simulator.createStream("front-door");
			assertThat(new TestClient(simulator).get("/v1/streams?hub=test-hub").status()).isEqualTo(200);
			assertThat(simulator.wireMock().getAllServeEvents()).extracting(ServeEvent::getRequest)
				.hasSize(REQUESTS + 1);
		}
	}

	@Test
	void delayedResponseArrives() throws Exception {
		try (PiliSimulator simulator = PiliSimulator.start()) {
			simulator.wireMock()
				.stubFor(WireMock.get("/late").willReturn(WireMock.status(503).withBody("late").withFixedDelay(500)));
			long start = System.nanoTime();
			HttpResponse<String> response = send(simulator, "/late").get(LIMIT.toSeconds(), TimeUnit.SECONDS);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(500));
			assertThat(response.statusCode()).isEqualTo(503);
			assertThat(response.body()).isEqualTo("late");
		}
	}

	@Test
	void simulatorThatIsClosedKeepsNoThreadForADelay() throws Exception {
		PiliSimulator.start().close();
		Set<Thread> before = threads();
		try (PiliSimulator simulator = PiliSimulator.start()) {
			simulator.wireMock().stubFor(WireMock.get("/hangs").willReturn(WireMock.ok().withFixedDelay(600_000)));
			send(simulator, "/hangs");
			long start = System.nanoTime();
			while (simulator.wireMock().getAllServeEvents().isEmpty()) {
				assertThat(System.nanoTime() - start).isLessThan(LIMIT.toNanos());
				TimeUnit.MILLISECONDS.sleep(20);
			}
		}
		Set<Thread> after = threads();
		after.removeAll(before);
		for (Thread thread : after) {
			thread.join(LIMIT.toMillis());
		}
		assertThat(after).filteredOn(Thread::isAlive).isEmpty();
	}

	private static CompletableFuture<HttpResponse<String>> send(PiliSimulator simulator, String path) {
		return HTTP.sendAsync(HttpRequest.newBuilder(URI.create(simulator.apiHost() + path)).build(),
				BodyHandlers.ofString());
	}

	private static Set<Thread> threads() {
		Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
		threads.removeIf((thread) -> thread.getName().startsWith("HttpClient-"));
		return threads;
	}

}
