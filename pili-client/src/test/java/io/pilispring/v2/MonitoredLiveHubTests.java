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

package io.pilispring.v2;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.pilispring.PiliServer;
import io.pilispring.monitor.StreamMeasurement;
import io.pilispring.transport.BackgroundCalls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link MonitoredLiveHub}.
 */
class MonitoredLiveHubTests {

	@RegisterExtension
	private final PiliServer pili = new PiliServer();

	private final MonitoredLiveHub hub = new MonitoredLiveHub(LiveHub.create("test-hub", this.pili.transport()));

	private final AtomicInteger requests = new AtomicInteger();

	@Test
	void keyIsTheIdAndTheTitle() {
		assertThat(this.hub.mayHave("door")).isTrue();
		assertThat(this.hub.title("door")).isEqualTo("door");
		assertThat(this.hub.findId("door")).isEqualTo("door");
		assertThat(this.hub.batchSize()).isEqualTo(100);
		assertThat(this.pili.requests()).isEmpty();
	}

	@Test
	void idOfVersionOneBelongsToAnotherHub() {
		assertThat(this.hub.mayHave("z1.test-hub.door")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a\nb" })
	void whatIsNoKeyIsRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.hub.mayHave(text));
	}

	@Test
	void probeListsOneStream() {
		this.pili.answer(200, "{\"items\":[]}");
		this.hub.probe();
		assertThat(this.pili.onlyRequest().getUrl()).isEqualTo("/v2/hubs/test-hub/streams?limit=1");
	}

	@Test
	void eachPageOfLiveStreamsIsARequest() {
		page("", "m1", "a");
		page("m1", "", "b");
		assertThat(background(() -> this.hub.connectedIds(10))).containsExactly("a", "b");
		assertThat(this.requests).hasValue(2);
		assertThat(this.pili.requests())
			.allSatisfy((request) -> assertThat(request.getUrl()).contains("liveonly=true", "limit=10"));
		assertThat(background(() -> this.hub.connectedIds(1))).containsExactly("a");
		page("", "", "a");
		assertThat(background(() -> this.hub.connectedIds(10_000))).containsExactly("a");
		assertThat(this.pili.requests().get(3).getUrl()).contains("limit=5000");
	}

	@Test
	void eachBatchIsARequest() {
		this.pili.answer(200,
				"{\"items\":[{\"key\":\"s1\",\"startAt\":7,\"bps\":20,\"clientIP\":\"a:1\",\"fps\":{\"video\":25}},{\"key\":\"s2\",\"startAt\":0}]}");
		List<String> keys = IntStream.range(0, 101).mapToObj((i) -> "s" + i).toList();
		Map<String, StreamMeasurement> measured = background(() -> this.hub.measure(keys));
		assertThat(measured).hasSize(101);
		assertThat(measured.get("s1")).isEqualTo(StreamMeasurement.live()
			.since(Instant.ofEpochSecond(7))
			.address("a:1")
			.bytesPerSecond(2.5)
			.framesPerSecond(null, 25.0, null)
			.build());
		assertThat(measured.get("s2")).isEqualTo(StreamMeasurement.DISCONNECTED);
		assertThat(this.requests).hasValue(2);
	}

	@Test
	void mockIsUnknown() {
		MonitoredLiveHub mocked = new MonitoredLiveHub(mock(LiveHub.class));
		assertThat(mocked.name()).isEqualTo("unknown");
		assertThat(mocked.apiHost()).isEqualTo("unknown");
		assertThat(mocked.measure(List.of("a"))).containsEntry("a", StreamMeasurement.DISCONNECTED);
	}

	private <T> T background(Supplier<T> calls) {
		return BackgroundCalls.run(this.requests::incrementAndGet, calls);
	}

	private void page(String marker, String next, String key) {
		this.pili.stub(WireMock.get(WireMock.urlPathEqualTo("/v2/hubs/test-hub/streams"))
			.withQueryParam("marker", (marker.isEmpty()) ? WireMock.absent() : WireMock.equalTo(marker))
			.willReturn(WireMock.okJson("{\"marker\":\"" + next + "\",\"items\":[{\"key\":\"" + key + "\"}]}")));
	}

}
