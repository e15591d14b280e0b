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

package io.pilispring.v1;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.backoff.FixedBackOff;

import io.pilispring.PiliServer;
import io.pilispring.PiliServerException;
import io.pilispring.monitor.HubSnapshot;
import io.pilispring.monitor.MonitorSettings;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.monitor.StreamMeasurement;
import io.pilispring.transport.BackgroundCalls;
import io.pilispring.transport.PiliTransport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link MonitoredPiliHub}.
 */
class MonitoredPiliHubTests {

	@RegisterExtension
	private final PiliServer pili = new PiliServer();

	private final MonitoredPiliHub hub = new MonitoredPiliHub(this.pili.hub());

	private final AtomicInteger requests = new AtomicInteger();

	@Test
	void idBelongsToTheHubThatItNames() {
		assertThat(this.hub.mayHave("z1.test-hub.cam1")).isTrue();
		assertThat(this.hub.mayHave("cam1")).isTrue();
		assertThat(this.hub.mayHave("z1.other.cam1")).isFalse();
		assertThat(this.hub.mayHave("z1.other.test-hub.cam1")).isFalse();
		assertThat(this.hub.mayHave("test-hub.z1.cam1")).isFalse();
	}

	@Test
	void nameOfAHubMayHaveDots() {
		MonitoredPiliHub dotted = new MonitoredPiliHub(PiliHub.create("my.hub", this.pili.transport()));
		assertThat(dotted.mayHave("z1.my.hub.cam1")).isTrue();
		assertThat(dotted.mayHave("z1.hub.cam1")).isFalse();
		assertThat(dotted.title("z1.my.hub.cam1")).isEqualTo("cam1");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", " ", "abc", "a/b", "z1.hub", ".test-hub.cam1", "z1..cam1", "z1.test-hub.", "..", "x y z" })
	void whatIsNeitherIdNorTitleIsRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.hub.mayHave(text));
	}

	@Test
	void errorOfAnInterceptorIsAFailureOfTheRound() {
		StackOverflowError error = new StackOverflowError("deep");
		PiliTransport transport = this.pili.transportBuilder()
			.customize((builder) -> builder.requestInterceptor((request, body, execution) -> {
				throw error;
			}))
			.build();
		PiliMonitor monitor = PiliMonitor.builder()
			.hub("piliHub", new MonitoredPiliHub(PiliHub.create(PiliServer.HUB, transport)),
					MonitorSettings.builder().interval(Duration.ofMillis(10)).build())
			.maxCallsPerSecond(1000)
			.build();
		List<HubSnapshot.Round> rounds = new ArrayList<>();
		monitor.start();
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
			HubSnapshot.Round round = monitor.snapshot("piliHub").lastRound();
			if (round != null && !rounds.contains(round)) {
				rounds.add(round);
			}
			return rounds.size() == 3;
		});
		monitor.stop();
		assertThat(rounds).allSatisfy((round) -> assertThat(round.failure()).hasCause(error));
		assertThat(this.pili.requests()).isEmpty();
	}

	@Test
	void eachPageIsARequest() {
		page("", "m1", "a");
		page("m1", "m2", "b");
		page("m2", "", "cam1");
		assertThat(background(() -> this.hub.findId("cam1"))).isEqualTo("z1.test-hub.cam1");
		assertThat(this.requests).hasValue(3);
	}

	@Test
	void eachPageOfLiveStreamsIsARequest() {
		page("", "m1", "a");
		page("m1", "", "b");
		assertThat(background(() -> this.hub.connectedIds(10))).containsExactly("z1.test-hub.a", "z1.test-hub.b");
		assertThat(this.requests).hasValue(2);
		assertThat(this.pili.requests())
			.allSatisfy((request) -> assertThat(request.getUrl()).contains("status=connected"));
	}

	@Test
	void idThatCannotBeAskedForIsLeftOut() {
		this.pili.answer(200, "{\"items\":[{\"id\":\"z1.test-hub.a\"},{\"id\":\"a/b?c\"},{\"id\":\"z1.test-hub.c\"}]}");
		assertThat(background(() -> this.hub.connectedIds(10))).containsExactly("z1.test-hub.a", "z1.test-hub.c");
	}

	@Test
	void eachBatchIsARequest() {
		this.pili.answer(200,
				"{\"items\":[{\"streamId\":\"z1.test-hub.s1\",\"status\":\"connected\",\"bytesPerSecond\":5}]}");
		List<String> ids = ids(101);
		Map<String, StreamMeasurement> measured = background(() -> this.hub.measure(ids));
		assertThat(measured).hasSize(101);
		assertThat(measured.get("z1.test-hub.s1")).isEqualTo(StreamMeasurement.live().bytesPerSecond(5.0).build());
		assertThat(measured.get("z1.test-hub.s2")).isEqualTo(StreamMeasurement.DISCONNECTED);
		assertThat(this.requests).hasValue(2);
	}

	@Test
	void eachStreamIsARequestWhereTheServerLacksBatches() {
		this.pili.answer(200, "{\"status\":\"disconnected\"}");
		this.pili.stub(WireMock.post("/v1/statuses").willReturn(WireMock.status(404)));
		background(() -> this.hub.measure(ids(101)));
		assertThat(this.requests).hasValue(102);
	}

	@Test
	void failedCallIsNotRetriedAfterAPause() {
		this.pili.answer(503, "");
		MonitoredPiliHub retrying = new MonitoredPiliHub(PiliHub.create("test-hub",
				PiliServer.transportBuilder(this.pili.host()).retry(new FixedBackOff(1, 3)).build()));
		assertThatExceptionOfType(PiliServerException.class)
			.isThrownBy(() -> background(() -> retrying.connectedIds(1)));
		assertThat(this.requests).hasValue(1);
		assertThat(this.pili.requests()).hasSize(1);
	}

	@Test
	void mockIsUnknownAndMayHaveAnything() {
		MonitoredPiliHub mocked = new MonitoredPiliHub(mock(PiliHub.class));
		assertThat(mocked.name()).isEqualTo("unknown");
		assertThat(mocked.apiHost()).isEqualTo("unknown");
		assertThat(mocked.mayHave("z1.any.cam1")).isTrue();
	}

	private <T> T background(Supplier<T> calls) {
		return BackgroundCalls.run(this.requests::incrementAndGet, calls);
	}

	private static List<String> ids(int count) {
		return IntStream.range(0, count).mapToObj((i) -> "z1.test-hub.s" + i).toList();
	}

	private void page(String marker, String next, String title) {
		this.pili.stub(WireMock.get(WireMock.urlPathEqualTo("/v1/streams"))
			.withQueryParam("marker", (marker.isEmpty()) ? WireMock.absent() : WireMock.equalTo(marker))
			.willReturn(WireMock
				.okJson("{\"marker\":\"" + next + "\",\"items\":[{\"id\":\"z1.test-hub." + title + "\"}]}")));
	}

}
