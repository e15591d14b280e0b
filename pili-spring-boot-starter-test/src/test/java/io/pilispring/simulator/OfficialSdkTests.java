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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.pili.Configuration;
import com.pili.Hub;
import com.pili.PiliException;
import com.pili.Stream;
import com.qiniu.Credentials;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OfficialSdkTests {

	private static final long NOW = TestClock.START.getEpochSecond();

	private static final TestClock CLOCK = new TestClock();

	private static PiliSimulator simulator;

	private Hub hub;

	@BeforeAll
	static void start() {
		// The SDK reads the host only once
		simulator = PiliSimulator.builder().clock(CLOCK).fopDuration(Duration.ofSeconds(10)).profiles("480p").start();
		Configuration.getInstance().setAPIHost(URI.create(simulator.apiHost()).getAuthority());
	}

	@AfterAll
	static void stop() {
		simulator.close();
	}

	@BeforeEach
	void reset() {
		simulator.reset();
		CLOCK.turnBack();
		this.hub = hub(simulator.secretKey());
	}

	@Test
	void creates() throws PiliException {
		Stream made = this.hub.createStream();
		assertThat(made.getStreamId()).isEqualTo("z1.test-hub." + made.getTitle());
		Stream stream = this.hub.createStream("my-title", "my-key", "dynamic");
		assertThat(stream.getStreamId()).isEqualTo("z1.test-hub.my-title");
		assertThat(stream.getPublishKey()).isEqualTo("my-key");
		assertThat(stream.getPublishSecurity()).isEqualTo("dynamic");
		assertThat(stream.getCreatedAt()).isEqualTo("2026-03-01T10:00:00.250Z");
		assertThat(stream.getProfiles()).containsExactly("480p");
		assertThatExceptionOfType(PiliException.class)
			.isThrownBy(() -> this.hub.createStream("my-title", "my-key", "dynamic"))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(614));
	}

	@Test
	void gets() throws PiliException {
		SimulatedStream stream = simulator.createStream("my-title");
		assertThat(this.hub.getStream(stream.id()).getPublishKey()).isEqualTo(stream.publishKey());
		assertThatExceptionOfType(PiliException.class).isThrownBy(() -> this.hub.getStream("z1.test-hub.unknown"))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(404));
	}

	@Test
	void isRefusedWithTheWrongSecret() {
		assertThatExceptionOfType(PiliException.class).isThrownBy(() -> hub("other").createStream())
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(401));
	}

	@Test
	void lists() throws PiliException {
		for (int i = 0; i < 25; i++) {
			simulator.createStream("my-title-%02d".formatted(i));
		}
		simulator.stream("my-title-07").goLive();
		List<String> titles = new ArrayList<>();
		Stream.StreamList page = this.hub.listStreams("", 10);
		while (!page.isEnd()) {
			page.getStreams().forEach((stream) -> titles.add(stream.getTitle()));
			page = this.hub.listStreams(page.getMarker(), 10);
		}
		page.getStreams().forEach((stream) -> titles.add(stream.getTitle()));
		assertThat(titles).hasSize(25).isSorted().doesNotHaveDuplicates();
		assertThat(this.hub.listStreams().getStreams()).hasSize(25);
		assertThat(this.hub.listStreams("", 10, "my-title-1").getStreams()).hasSize(10);
		assertThat(this.hub.listStreams("connected", "", 10, "my-title").getStreams()).extracting(Stream::getTitle)
			.containsExactly("my-title-07");
	}

	@Test
	void updatesDisablesAndEnables() throws PiliException {
		Stream stream = this.hub.createStream("my-title", null, null);
		Stream updated = stream.update("new-key", "dynamic", true);
		assertThat(updated.getPublishKey()).isEqualTo("new-key");
		assertThat(updated.getPublishSecurity()).isEqualTo("dynamic");
		assertThat(updated.isDisabled()).isTrue();
		assertThat(stream.enable().isDisabled()).isFalse();
		assertThat(stream.disable().isDisabled()).isTrue();
		assertThat(stream.disable().getPublishKey()).isEqualTo("new-key");
	}

	@Test
	void asksForTheStatus() throws PiliException {
		Stream stream = this.hub.createStream("my-title", null, null);
		assertThat(stream.status().getStatus()).isEqualTo("disconnected");
		simulator.stream("my-title").goLive(Push.defaults().withBytesPerSecond(42));
		Stream.Status status = stream.status();
		assertThat(status.getStatus()).isEqualTo("connected");
		assertThat(status.getBytesPerSecond()).isEqualTo(42);
		assertThat(status.getFramesPerSecond().getVideo()).isEqualTo(25);
		assertThat(status.getAddr()).isEqualTo("127.0.0.1:50000");
		assertThat(status.getStartFrom()).isEqualTo("2026-03-01T10:00:00.250Z");
	}

	@Test
	void asksForSegments() throws PiliException {
		Stream stream = this.hub.createStream("my-title", null, null);
		assertThatExceptionOfType(PiliException.class).isThrownBy(stream::segments)
			.withMessageContaining("Segments is null");
		record();
		Stream.SegmentList segments = stream.segments();
		assertThat(segments.getDuration()).isEqualTo(60);
		assertThat(segments.getSegmentList()).hasSize(1);
		assertThat(segments.getSegmentList().get(0).getStart()).isEqualTo(NOW);
		assertThat(segments.getSegmentList().get(0).getEnd()).isEqualTo(NOW + 60);
		assertThat(stream.segments(NOW, NOW + 1, 5).getSegmentList()).hasSize(1);
	}

	@Test
	void savesAs() throws PiliException {
		Stream stream = this.hub.createStream("my-title", null, null);
		record();
		Stream.SaveAsResponse response = stream.saveAs("视频.mp4", "mp4", NOW, NOW + 60, null, null);
		assertThat(response.getUrl()).endsWith("/%E8%A7%86%E9%A2%91.m3u8");
		assertThat(response.getTargetUrl()).endsWith("/%E8%A7%86%E9%A2%91.mp4");
		assertThat(simulator.fop(response.getPersistentId()).code()).isEqualTo(FopCode.WAITING);
	}

	@Test
	void savesAsAPlaylist() throws PiliException {
		Stream stream = this.hub.createStream("my-title", null, null);
		record();
		Stream.SaveAsResponse response = stream.saveAs("video", NOW, NOW + 60);
		assertThat(response.getUrl()).endsWith("/video.m3u8");
		assertThat(response.getTargetUrl()).isNull();
		assertThat(simulator.fop(response.getPersistentId()).code()).isEqualTo(FopCode.WAITING);
		assertThat(stream.hlsPlaybackUrls(NOW, NOW + 60).get(Stream.ORIGIN))
			.startsWith("http://vod.pili.test/recordings/z1.test-hub.my-title/")
			.endsWith(".m3u8");
	}

	@Test
	void takesASnapshot() throws PiliException {
		Stream stream = this.hub.createStream("my-title", null, null);
		assertThatExceptionOfType(PiliException.class).isThrownBy(() -> stream.snapshot("image.jpg", "jpg"))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(619));
		simulator.stream("my-title").goLive();
		Stream.SnapshotResponse response = stream.snapshot("image.jpg", "jpg");
		assertThat(response.getTargetUrl()).endsWith("/image.jpg");
		assertThat(simulator.fop(response.getPersistentId()).code()).isEqualTo(FopCode.WAITING);
	}

	@Test
	void deletes() throws PiliException {
		Stream stream = this.hub.createStream("my-title", null, null);
		stream.delete();
		assertThat(simulator.streams()).isEmpty();
	}

	@Test
	void makesPublishUrlsThatAreAccepted() throws PiliException {
		Stream open = this.hub.createStream("static-title", "my-key", "static");
		assertThat(simulator.publish(open.rtmpPublishUrl()).verdict()).isEqualTo(PublishVerdict.ACCEPTED);
		Stream dynamic = this.hub.createStream("dynamic-title", "my-key", "dynamic");
		String url = dynamic.rtmpPublishUrl();
		assertThat(simulator.checkPublish(url).verdict()).isEqualTo(PublishVerdict.ACCEPTED);
		assertThat(simulator.checkPublish(url).verdict()).isEqualTo(PublishVerdict.STALE_NONCE);
		assertThat(open.hlsLiveUrls()).containsEntry(Stream.ORIGIN,
				"http://live-hls.pili.test/test-hub/static-title.m3u8");
	}

	private Hub hub(String secretKey) {
		return new Hub(new Credentials(simulator.accessKey(), secretKey), simulator.hub());
	}

	private void record() {
		SimulatedStream stream = simulator.stream("my-title");
		stream.goLive();
		CLOCK.advance(Duration.ofSeconds(60));
		stream.goOffline();
	}

}
