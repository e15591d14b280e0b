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

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link SimulatedFault} and {@link ReceivedRequest}.
 */
class FaultTests {

	private static final String STREAMS = "/v2/hubs/test-hub/streams";

	private static final String CREATE = "{\"key\":\"door\"}";

	private static PiliSimulator simulator;

	private final TestClient client = new TestClient(simulator);

	@BeforeAll
	static void start() {
		simulator = PiliSimulator.start();
	}

	@AfterEach
	void reset() {
		simulator.reset();
	}

	@AfterAll
	static void stop() {
		simulator.close();
	}

	@Test
	void statusIsThatOfAsManyRequestsAsSaid() {
		simulator.addFault(SimulatedFault.ofStatus(503).withTimes(2).withRetryAfter(Duration.ofSeconds(7)));
		TestClient.Answer failed = this.client.post(STREAMS, CREATE);
		assertThat(failed.status()).isEqualTo(503);
		assertThat(failed.body()).isEqualTo("{\"error\":\"injected fault\"}");
		assertThat(failed.reqId()).isNotNull();
		assertThat(simulator.streams()).isEmpty();
		assertThat(simulator.faults()).extracting(SimulatedFault::times).containsExactly(1);
		assertThat(this.client.get("/v1/streams?hub=test-hub").body())
			.isEqualTo("{\"error\":503001,\"message\":\"injected fault\"}");
		assertThat(simulator.wireMock().getAllServeEvents())
			.allMatch((event) -> event.getResponse().getHeaders().getHeader("Retry-After").firstValue().equals("7"));
		assertThat(simulator.faults()).isEmpty();
		assertThat(this.client.post(STREAMS, CREATE).status()).isEqualTo(200);
	}

	@Test
	void delayedRequestHasItsEffect() {
		simulator.addFault(SimulatedFault.ofDelay(Duration.ofMillis(400)).withMethod("POST"));
		long start = System.nanoTime();
		assertThat(this.client.post(STREAMS, CREATE).status()).isEqualTo(200);
		assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isGreaterThanOrEqualTo(400);
		assertThat(simulator.stream("door").isLive()).isFalse();
	}

	@Test
	void resetRequestHasNoEffect() {
		simulator.addFault(SimulatedFault.ofReset().withPath(STREAMS).withTimes(1));
		assertThatIllegalStateException().isThrownBy(() -> this.client.post(STREAMS, CREATE));
		assertThat(simulator.streams()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "/v2/hubs/*/streams, true", "/v2/*/streams, false", "/v2/**, true", "/**/streams, true",
			"/v2/hubs/test-hub/streams, true", "/v2/hubs/test.hub/streams, false", "/v1/**, false",
			"/v2/hubs/test*/str*, true", "/v2/hubs/test-hub, false" })
	void pathMayHaveWildcards(String path, boolean concerns) {
		simulator.addFault(SimulatedFault.ofStatus(500).withPath(path));
		assertThat(this.client.get(STREAMS + "?prefix=a").status()).isEqualTo((concerns) ? 500 : 200);
	}

	@Test
	void requestOfAnotherMethodHasNoFault() {
		simulator.addFault(SimulatedFault.ofStatus(500).withMethod("DELETE"));
		assertThat(this.client.get(STREAMS).status()).isEqualTo(200);
		simulator.clearFaults();
		assertThat(simulator.faults()).isEmpty();
	}

	@Test
	void resetRemovesFaults() {
		simulator.addFault(SimulatedFault.ofStatus(500));
		simulator.reset();
		assertThat(this.client.get(STREAMS).status()).isEqualTo(200);
	}

	@Test
	void faultThatIsNotValidIsRejected() {
		SimulatedFault fault = SimulatedFault.ofStatus(500);
		assertThatIllegalArgumentException().isThrownBy(() -> SimulatedFault.ofStatus(200))
			.withMessage("'status' must be between 400 and 699: 200");
		assertThatIllegalArgumentException().isThrownBy(() -> fault.withTimes(0)).withMessageContaining("'times'");
		assertThatIllegalArgumentException().isThrownBy(() -> fault.withPath("v2")).withMessageContaining("'path'");
		assertThatIllegalArgumentException().isThrownBy(() -> fault.withMethod("get"))
			.withMessageContaining("'method'");
		assertThatIllegalArgumentException().isThrownBy(() -> fault.withDelay(Duration.ofHours(2)))
			.withMessageContaining("'delay'");
		assertThatIllegalArgumentException().isThrownBy(() -> SimulatedFault.ofDelay(Duration.ZERO))
			.withMessageContaining("must be set");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> SimulatedFault.ofReset().withRetryAfter(Duration.ofSeconds(1)))
			.withMessageContaining("'retryAfter'");
	}

	@Test
	void faultThatIsJustWithinTheLimitsIsValid() {
		assertThat(SimulatedFault.ofStatus(400).withRetryAfter(Duration.ZERO).status()).isEqualTo(400);
		assertThat(SimulatedFault.ofStatus(699).withTimes(1).times()).isEqualTo(1);
		assertThat(SimulatedFault.ofDelay(Duration.ofHours(1)).delay()).hasHours(1);
		assertThatIllegalArgumentException().isThrownBy(() -> SimulatedFault.ofStatus(700));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> SimulatedFault.ofStatus(500).withRetryAfter(Duration.ofSeconds(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> SimulatedFault.ofDelay(Duration.ofMillis(-1)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new SimulatedFault(null, "/", 500, null, true, Duration.ZERO, null))
			.withMessageContaining("reset");
	}

	@Test
	void requestsAreKeptWithoutTheirSignatures() {
		this.client.get(STREAMS + "?prefix=a");
		this.client.unsigned("GET", "/v2/hubs/test-hub");
		assertThat(simulator.requests())
			.extracting(ReceivedRequest::method, ReceivedRequest::target, ReceivedRequest::accessKey,
					ReceivedRequest::status)
			.containsExactly(tuple("GET", "/v2/hubs/test-hub", null, 401),
					tuple("GET", STREAMS + "?prefix=a", simulator.accessKey(), 200));
		assertThat(simulator.requests().get(0).error()).contains("unauthorized");
		assertThat(simulator.requests().get(1).toString()).contains("GET " + STREAMS, "200")
			.doesNotContain(simulator.accessKey());
		this.client.get(STREAMS + "?limit=x");
		assertThat(simulator.requests().get(0).error()).contains("bad request");
		simulator.clearRequests();
		assertThat(simulator.requests()).isEmpty();
	}

}
