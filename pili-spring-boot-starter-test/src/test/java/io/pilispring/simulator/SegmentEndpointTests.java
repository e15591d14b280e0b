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
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SegmentEndpointTests {

	private static final long NOW = TestClock.START.getEpochSecond();

	private final TestClock clock = new TestClock();

	private PiliSimulator simulator;

	private TestClient client;

	private SimulatedStream stream;

	@BeforeEach
	void start() {
		this.simulator = PiliSimulator.builder().clock(this.clock).start();
		this.client = new TestClient(this.simulator);
		this.stream = this.simulator.createStream();
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void hasNoneAtFirst() {
		TestClient.Answer answer = segments("");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("{\"segments\":null}");
	}

	@Test
	void growWhileLiveAndStayWhenOver() {
		this.stream.goLive();
		assertThat(segments("").json().get("segments").isNull()).isTrue();
		this.clock.advance(Duration.ofSeconds(10));
		assertThat(segments("").body()).isEqualTo(json(NOW, NOW + 10, 10, NOW, NOW + 10));
		this.clock.advance(Duration.ofSeconds(5));
		assertThat(segments("").body()).isEqualTo(json(NOW, NOW + 15, 15, NOW, NOW + 15));
		this.stream.goOffline();
		this.clock.advance(Duration.ofSeconds(5));
		this.stream.goLive();
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(segments("").body()).isEqualTo(json(NOW, NOW + 22, 17, NOW, NOW + 15, NOW + 20, NOW + 22));
		assertThat(this.stream.segments()).hasSize(2);
	}

	@Test
	void aPushOfLessThanASecondLeavesNone() {
		this.stream.goLive();
		this.clock.advance(Duration.ofMillis(700));
		this.stream.goOffline();
		assertThat(this.stream.segments()).isEmpty();
	}

	@Test
	void canBeGivenByTests() {
		this.stream.record(at(5000), at(6000));
		this.stream.record(at(1000), at(2000));
		assertThat(segments("").body()).isEqualTo(json(1000, 6000, 2000, 1000, 2000, 5000, 6000));
		assertThatIllegalArgumentException().isThrownBy(() -> this.stream.record(at(5), at(5)));
	}

	@Test
	void endWhenTheLastOneEndsEvenIfItStartedEarly() {
		this.stream.record(at(1000), at(9000));
		this.stream.record(at(2000), at(3000));
		assertThat(segments("").body()).isEqualTo(json(1000, 9000, 9000, 1000, 9000, 2000, 3000));
	}

	@Test
	void thatStartTogetherAreInTheOrderOfTheirEnds() {
		this.stream.record(at(1000), at(3000));
		this.stream.record(at(1000), at(2000));
		assertThat(segments("").body()).isEqualTo(json(1000, 3000, 3000, 1000, 2000, 1000, 3000));
	}

	@Test
	void areThoseThatOverlapTheRange() {
		this.stream.record(at(1000), at(2000));
		this.stream.record(at(3000), at(4000));
		this.stream.record(at(5000), at(6000));
		assertThat(segments("?start=3500&end=5001").body()).isEqualTo(json(3000, 6000, 2000, 3000, 4000, 5000, 6000));
		assertThat(segments("?start=2000&end=3000").json().get("segments").isNull()).isTrue();
		assertThat(segments("?limit=1").body()).isEqualTo(json(1000, 2000, 1000, 1000, 2000));
		assertThat(segments("?start=2500&end=9000&limit=1").body()).isEqualTo(json(3000, 4000, 1000, 3000, 4000));
	}

	@ParameterizedTest
	@ValueSource(strings = { "?start=1", "?end=1", "?start=2&end=2", "?start=3&end=2", "?start=a&end=b",
			"?start=-2&end=2", "?start=1.5&end=2", "?limit=0", "?limit=-3", "?limit=a", "?start=&end=" })
	void areRefused(String query) {
		assertThat(segments(query).status()).isEqualTo(400);
	}

	private TestClient.Answer segments(String query) {
		return this.client.get("/v1/streams/" + this.stream.id() + "/segments" + query);
	}

	private static Instant at(long second) {
		return Instant.ofEpochSecond(second);
	}

	private static String json(long start, long end, long duration, long... times) {
		StringBuilder json = new StringBuilder();
		for (int i = 0; i < times.length; i += 2) {
			json.append(json.isEmpty() ? "" : ",");
			json.append("{\"start\":%d,\"end\":%d}".formatted(times[i], times[i + 1]));
		}
		return "{\"start\":%d,\"end\":%d,\"duration\":%d,\"segments\":[%s]}".formatted(start, end, duration, json);
	}

}
