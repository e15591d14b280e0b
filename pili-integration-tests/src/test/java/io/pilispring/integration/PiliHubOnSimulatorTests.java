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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.pilispring.PiliAlreadyExistsException;
import io.pilispring.PiliCredentialsException;
import io.pilispring.PiliNoDataException;
import io.pilispring.PiliNotFoundException;
import io.pilispring.fop.Fop;
import io.pilispring.fop.FopCode;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.simulator.HostsGeneration;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.PublishVerdict;
import io.pilispring.simulator.SimulatedStream;
import io.pilispring.simulator.junit.PiliSimulatorExtension;
import io.pilispring.transport.PiliTransport;
import io.pilispring.url.PublishSecurity;
import io.pilispring.v1.PiliHub;
import io.pilispring.v1.PiliStream;
import io.pilispring.v1.SaveAsResult;
import io.pilispring.v1.SnapshotResult;
import io.pilispring.v1.StreamPage;
import io.pilispring.v1.StreamStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The client's whole API against the simulator, which shares no code with it.
 */
class PiliHubOnSimulatorTests {

	@RegisterExtension
	private static final PiliSimulatorExtension extension = new PiliSimulatorExtension(
			PiliSimulator.builder().fopDuration(Duration.ofMillis(20)));

	private final PiliSimulator simulator = extension.simulator();

	private final PiliHub hub = hub(this.simulator);

	@Test
	void streamLivesFromCreationToDeletion() {
		PiliStream stream = this.hub.createStream(
				(create) -> create.title("my-camera").publishKey("my-key").publishSecurity(PublishSecurity.STATIC));
		assertThat(stream.title()).isEqualTo("my-camera");
		assertThat(stream.publishKey()).isEqualTo("my-key");
		assertThat(stream.toJsonString()).startsWith("{").contains("\"my-camera\"").endsWith("}");
		assertThat(this.hub.getStream(stream.id()).toJsonString()).isEqualTo(stream.toJsonString());
		PiliStream updated = stream.update((update) -> update.publishSecurity(PublishSecurity.DYNAMIC));
		assertThat(updated.publishSecurity()).isEqualTo(PublishSecurity.DYNAMIC);
		assertThat(updated.publishKey()).isEqualTo("my-key");
		stream.delete();
		assertThatExceptionOfType(PiliNotFoundException.class).isThrownBy(stream::get)
			.satisfies((ex) -> assertThat(ex.requestId()).isNotBlank());
	}

	@Test
	void streamIsDisabledAndEnabledInEveryWay() {
		PiliStream stream = this.hub.createStream();
		SimulatedStream there = this.simulator.stream(stream.id());
		stream.disable();
		assertThat(stream.get().disabled()).isTrue();
		assertThat(there.isDisabled()).isTrue();
		stream.enable();
		assertThat(stream.get().disabled()).isFalse();
		assertThat(there.isDisabled()).isFalse();
		Instant until = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 600);
		stream.disable(until);
		assertThat(stream.get().disabledTill()).isEqualTo(until);
		assertThat(there.isDisabled()).isTrue();
		this.hub.stream(stream.id()).enable();
		assertThat(stream.get().disabledTill()).isNull();
		assertThat(there.isDisabled()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "static", "dynamic", "none", "expiry", "expiry_sk" })
	void publishUrlIsAccepted(String security) {
		PublishSecurity publishSecurity = new PublishSecurity(security);
		PiliStream stream = this.hub.createStream((create) -> create.publishSecurity(publishSecurity));
		String url = (security.startsWith("expiry")) ? stream.rtmpPublishUrl(Duration.ofMinutes(1))
				: stream.rtmpPublishUrl();
		assertThat(this.simulator.publish(url).verdict()).isEqualTo(PublishVerdict.ACCEPTED);
		assertThat(stream.status().connected()).isTrue();
	}

	@Test
	void everyDynamicPublishUrlIsAcceptedOnceAndInOrder() {
		PiliStream stream = this.hub.createStream((create) -> create.publishSecurity(PublishSecurity.DYNAMIC));
		List<String> urls = IntStream.range(0, 50).mapToObj((i) -> stream.rtmpPublishUrl()).toList();
		assertThat(urls).doesNotHaveDuplicates();
		urls.forEach(
				(url) -> assertThat(this.simulator.checkPublish(url).verdict()).isEqualTo(PublishVerdict.ACCEPTED));
		assertThat(this.simulator.checkPublish(urls.get(0)).verdict()).isEqualTo(PublishVerdict.STALE_NONCE);
	}

	@ParameterizedTest
	@EnumSource
	void playUrlsAreMadeFromEveryGenerationOfHosts(HostsGeneration generation) {
		try (PiliSimulator other = PiliSimulator.builder().hostsGeneration(generation).profiles("480p").start()) {
			PiliStream stream = hub(other).createStream((create) -> create.title("my-camera"));
			assertThat(stream.rtmpPublishUrl()).startsWith("rtmp://");
			assertThat(stream.rtmpLiveUrls()).containsOnlyKeys("ORIGIN", "480p");
			assertThat(stream.hlsLiveUrls().get("480p")).startsWith("http://").endsWith("my-camera@480p.m3u8");
		}
	}

	@Test
	void pagesFollowEachOther() {
		IntStream.range(0, 250).forEach((i) -> this.simulator.createStream("camera-%03d".formatted(i)));
		this.simulator.createStream("other-title");
		this.simulator.stream("camera-007").goLive();
		StreamPage page = this.hub.listStreams((query) -> query.pageSize(100));
		assertThat(page.items()).hasSize(100);
		assertThat(page.hasNext()).isTrue();
		assertThat(this.hub.listStreams((query) -> query.pageSize(100).marker(page.marker())).items()).hasSize(100)
			.doesNotContainAnyElementsOf(page.items());
		assertThat(this.hub.streams((query) -> query.pageSize(100)).map(PiliStream::id)).hasSize(251)
			.doesNotHaveDuplicates();
		assertThat(this.hub.streams((query) -> query.titlePrefix("camera-"))).hasSize(250);
		assertThat(this.hub.listStreams((query) -> query.connected().idOnly()).items()).singleElement()
			.satisfies((stream) -> assertThat(stream.title()).isEqualTo("camera-007"));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void statusesComeInBatchesOrOneByOne(boolean batchCall) {
		this.simulator.setBatchCall(batchCall);
		List<String> ids = new ArrayList<>();
		for (int i = 0; i < 120; i++) {
			ids.add(this.simulator.createStream("camera-" + i).id());
		}
		this.simulator.stream("camera-5").goLive();
		ids.add("z1.test-hub.none");
		Map<String, StreamStatus> statuses = this.hub.statuses(ids);
		assertThat(statuses.keySet()).containsExactlyElementsOf(ids);
		assertThat(statuses.values()).filteredOn(StreamStatus::connected).singleElement().satisfies((status) -> {
			assertThat(status.streamId()).isEqualTo(ids.get(5));
			assertThat(status.framesPerSecond().video()).isEqualTo(25);
		});
	}

	@Test
	void recordingsAreSavedAndPicturesTaken() {
		PiliStream stream = this.hub.createStream();
		SimulatedStream there = this.simulator.stream(stream.id());
		assertThat(stream.segments().segments()).isEmpty();
		assertThatExceptionOfType(PiliNoDataException.class)
			.isThrownBy(() -> stream.snapshot((picture) -> picture.name("a.jpg").format("jpg")));
		Instant start = Instant.parse("2026-01-01T00:00:00Z");
		there.record(start, start.plusSeconds(60));
		there.goLive();
		assertThat(stream.segments((query) -> query.start(start).end(start.plusSeconds(61)).limit(10)).segments())
			.singleElement()
			.satisfies((segment) -> assertThat(Duration.between(segment.start(), segment.end())).hasSeconds(60));
		SaveAsResult file = stream
			.saveAs((save) -> save.name("视频.mp4").format("mp4").start(start).end(start.plusSeconds(30)));
		List<FopCode> progress = new ArrayList<>();
		Fop fop = this.hub.awaitFop(file.persistentId(), Duration.ofSeconds(30), (seen) -> progress.add(seen.code()));
		assertThat(fop.code()).isEqualTo(FopCode.DONE);
		assertThat(progress).endsWith(FopCode.DONE);
		assertThat(fop.items()).isNotEmpty();
		SnapshotResult picture = stream.snapshot((snapshot) -> snapshot.name("a.jpg").format("jpg"));
		assertThat(this.hub.awaitFop(picture.persistentId(), Duration.ofSeconds(30)).done()).isTrue();
		SaveAsResult playlist = stream.saveAs((save) -> save.name("playlist-only"));
		assertThat(playlist.targetUrl()).isNull();
		assertThat(this.hub.awaitFop(playlist.persistentId(), Duration.ofSeconds(30)).done()).isTrue();
	}

	@Test
	void refusalsAreTheRightExceptions() {
		this.hub.createStream((create) -> create.title("taken-title"));
		assertThatExceptionOfType(PiliAlreadyExistsException.class)
			.isThrownBy(() -> this.hub.createStream((create) -> create.title("taken-title")));
		assertThatExceptionOfType(PiliNotFoundException.class).isThrownBy(() -> this.hub.getStream("z1.test-hub.none"));
		assertThatExceptionOfType(PiliNotFoundException.class).isThrownBy(() -> this.hub.fop("z1.none"));
		PiliHub wrongKeys = PiliHub.create("test-hub",
				PiliTransport.builder()
					.credentials(PiliCredentials.of(this.simulator.accessKey(), "not-the-secret"))
					.apiHost(this.simulator.apiHost())
					.build());
		assertThatExceptionOfType(PiliCredentialsException.class).isThrownBy(wrongKeys::listStreams)
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(401001))
			.withMessageNotContaining("not-the-secret");
	}

	private static PiliHub hub(PiliSimulator simulator) {
		return PiliHub.create(simulator.hub(),
				PiliTransport.builder()
					.credentials(PiliCredentials.of(simulator.accessKey(), simulator.secretKey()))
					.apiHost(simulator.apiHost())
					.fopApiHost(simulator.apiHost())
					.build());
	}

}
