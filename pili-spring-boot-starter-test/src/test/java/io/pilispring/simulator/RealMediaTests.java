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
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import io.pilispring.simulator.media.TestPicture;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what is published to a simulator with real media, and how it is played, saved
 * and photographed.
 */
class RealMediaTests extends AbstractRealMediaTests {

	private static final List<String> SOUND = List.of("-i", "sine=frequency=440:sample_rate=44100", "-c:a", "aac",
			"-b:a", "32k", "-ac", "1");

	private static final List<String> PICTURES = List.of("-i", "testsrc=size=160x120:rate=10", "-c:v", "libx264",
			"-preset", "ultrafast", "-tune", "zerolatency", "-pix_fmt", "yuv420p", "-g", "10");

	@Test
	void whatIsPublishedIsMeasuredPlayedSavedAndPhotographed(@TempDir Path temp) throws Exception {
		SimulatedStream stream = simulator.createStream("whole-life");
		try (TestPicture picture = server.publishTestPicture(staticUrl(stream))) {
			Push push = until(stream::push, (each) -> each != null && each.videoFramesPerSecond() > 10);
			assertThat(push.videoFramesPerSecond()).isBetween(10.0, 20.0);
			assertThat(push.audioFramesPerSecond()).isBetween(30.0, 55.0);
			assertThat(push.bytesPerSecond()).isBetween(10_000.0, 500_000.0);
			assertThat(push.address()).matches("127\\.0\\.0\\.1:[0-9]{1,5}");
			assertThat(picture.isRunning()).isTrue();

			assertThat(body(http(stream, ".m3u8"))).startsWith("#EXTM3U".getBytes(StandardCharsets.UTF_8));
			assertThat(body(http(stream, "@480p.m3u8"))).startsWith("#EXTM3U".getBytes(StandardCharsets.UTF_8));
			assertThat(probe("rtmp://" + rtmpHost(stream) + "/test-hub/whole-life")).contains("h264").contains("aac");
			assertThat(probe("rtmp://" + rtmpHost(stream) + "/test-hub/whole-life@480p")).contains("h264");
			assertThat(firstBytes(http(stream, ".flv"))).startsWith('F', 'L', 'V');
			assertThat(probe(http(stream, ".flv"))).contains("h264").contains("aac");
			assertThat(probe(http(stream, ".m3u8"))).contains("h264").contains("aac");

			JsonNode snapshot = post(stream, "snapshot", "{\"name\":\"picture.jpg\",\"format\":\"jpg\"}");
			assertThat(await(snapshot)).isEqualTo(FopCode.DONE);
			assertThat(body(snapshot.get("targetUrl").stringValue())).startsWith(0xFF, 0xD8);

			Segment segment = until(stream::segments, (segments) -> !segments.isEmpty() && lasts(segments.get(0)) >= 4)
				.get(0);
			long start = segment.startSeconds();
			JsonNode saved = post(stream, "saveas",
					"{\"name\":\"a.mp4\",\"format\":\"mp4\",\"start\":%d,\"end\":%d}".formatted(start, start + 4));
			assertThat(await(saved)).isEqualTo(FopCode.DONE);
			Path mp4 = Files.write(temp.resolve("a.mp4"), body(saved.get("targetUrl").stringValue()));
			assertThat(probe(mp4.toString())).contains("h264").contains("aac");
			assertThat(duration(mp4)).isBetween(2.0, 7.0);
			assertThat(probe(saved.get("url").stringValue())).contains("h264");
			assertThat(probe(http(stream, ".m3u8?start=" + start + "&end=" + (start + 4)))).contains("h264");
		}
		until(stream::isLive, (live) -> !live);
		assertThat(status(http(stream, ".m3u8"))).isEqualTo(404);
		assertThat(status(http(stream, ".flv"))).isEqualTo(404);
		assertThat(stream.segments()).isNotEmpty();
	}

	@Test
	void soundAlonePlays() throws Exception {
		SimulatedStream stream = simulator.createStream("sound-alone");
		try (Publisher publisher = Publisher.start(SOUND, staticUrl(stream))) {
			Push push = until(stream::push, (each) -> each != null && each.audioFramesPerSecond() > 10);
			assertThat(push.videoFramesPerSecond()).isZero();
			assertThat(firstBytes(http(stream, ".flv"))).startsWith('F', 'L', 'V', 1, 4);
			assertThat(probe(http(stream, ".flv"))).contains("aac").doesNotContain("h264");
			assertThat(probe(http(stream, ".m3u8"))).contains("aac");
			JsonNode snapshot = post(stream, "snapshot", "{\"name\":\"picture.jpg\",\"format\":\"jpg\"}");
			assertThat(await(snapshot)).isEqualTo(FopCode.FAILED);
			assertThat(publisher.isRunning()).isTrue();
		}
		JsonNode saved = post(stream, "saveas", "{\"name\":\"sound.mp4\",\"format\":\"mp4\"}");
		assertThat(await(saved)).isEqualTo(FopCode.DONE);
		assertThat(probe(saved.get("targetUrl").stringValue())).contains("aac").doesNotContain("h264");
	}

	@Test
	void picturesAlonePlay() throws Exception {
		SimulatedStream stream = simulator.createStream("pictures-alone");
		try (Publisher publisher = Publisher.start(PICTURES, staticUrl(stream))) {
			Push push = until(stream::push, (each) -> each != null && each.videoFramesPerSecond() > 5);
			assertThat(push.audioFramesPerSecond()).isZero();
			assertThat(firstBytes(http(stream, ".flv"))).startsWith('F', 'L', 'V', 1, 1);
			assertThat(probe(http(stream, ".flv"))).contains("h264").doesNotContain("aac");
			assertThat(probe(http(stream, ".m3u8"))).contains("h264");
			JsonNode snapshot = post(stream, "snapshot", "{\"name\":\"picture.jpg\",\"format\":\"jpg\"}");
			assertThat(await(snapshot)).isEqualTo(FopCode.DONE);
			assertThat(publisher.isRunning()).isTrue();
		}
		JsonNode saved = post(stream, "saveas", "{\"name\":\"pictures.mp4\",\"format\":\"mp4\"}");
		assertThat(await(saved)).isEqualTo(FopCode.DONE);
		assertThat(probe(saved.get("targetUrl").stringValue())).contains("h264").doesNotContain("aac");
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void addressesAreThoseOfTheConnections() throws Exception {
		SimulatedStream one = simulator.createStream("address-one");
		SimulatedStream two = simulator.createStream("address-two");
		try (Publisher first = Publisher.start(SOUND, staticUrl(one));
				Publisher second = Publisher.start(SOUND, staticUrl(two))) {
			Push ofOne = until(one::push, Objects::nonNull);
			Push ofTwo = until(two::push, Objects::nonNull);
			assertThat(ofOne.address()).isEqualTo(first.address()).isNotEqualTo(ofTwo.address());
			assertThat(ofTwo.address()).isEqualTo(second.address());
			String target = "/v1/streams/" + one.id() + "/status";
			assertThat(new TestClient(simulator).get(target).text("addr")).isEqualTo(first.address());
			until(one::push, (push) -> push.bytesPerSecond() > 0);
			assertThat(one.push().address()).isEqualTo(first.address());
		}
	}

	@Test
	void accountsWithOneHubAndOneTitleAreNotMixedUp() throws Exception {
		SimulatedStream sound = simulator.createStream("same-title");
		SimulatedStream pictures = simulator.account("second-ak").createStream("same-title");
		assertThat(sound.id()).isEqualTo(pictures.id());
		try (Publisher first = Publisher.start(SOUND, staticUrl(sound))) {
			until(sound::push, (push) -> push != null && push.audioFramesPerSecond() > 10);
			assertThat(pictures.isLive()).isFalse();
			assertThat(status(http(pictures, ".m3u8"))).isEqualTo(404);
			try (Publisher second = Publisher.start(PICTURES, staticUrl(pictures))) {
				until(pictures::push, (push) -> push != null && push.videoFramesPerSecond() > 5);
				assertThat(sound.push().videoFramesPerSecond()).isZero();
				assertThat(pictures.push().audioFramesPerSecond()).isZero();
				assertPlays(sound, "aac", "h264");
				assertPlays(pictures, "h264", "aac");
				assertThat(savedCodecs(sound)).contains("aac").doesNotContain("h264");
				assertThat(savedCodecs(pictures)).contains("h264").doesNotContain("aac");
				JsonNode snapshot = post(pictures, "snapshot", "{\"name\":\"p.jpg\",\"format\":\"jpg\"}");
				assertThat(await(snapshot)).isEqualTo(FopCode.DONE);
				String url = snapshot.get("targetUrl").stringValue();
				assertThat(body(url)).startsWith(0xFF, 0xD8);
				assertThat(status(url.replace(httpHost(pictures), httpHost(sound)))).isEqualTo(404);
				post(pictures, "available", "{\"available\":\"disabled\"}");
				until(second::isRunning, (running) -> !running);
				assertThat(sound.isLive()).isTrue();
				assertThat(first.isRunning()).isTrue();
			}
			assertPlays(sound, "aac", "h264");
		}
	}

	private static void assertPlays(SimulatedStream stream, String codec, String other) throws Exception {
		// HLS of nginx announces sound and pictures always
		for (String url : List.of("rtmp://" + rtmpHost(stream) + "/test-hub/" + stream.title(), http(stream, ".flv"))) {
			assertThat(probe(url)).as(url).contains(codec).doesNotContain(other);
		}
	}

	private static String savedCodecs(SimulatedStream stream) throws Exception {
		until(stream::segments, (segments) -> !segments.isEmpty());
		JsonNode saved = post(stream, "saveas", "{\"name\":\"same-name.mp4\",\"format\":\"mp4\"}");
		assertThat(await(saved)).isEqualTo(FopCode.DONE);
		return probe(saved.get("targetUrl").stringValue());
	}

	private static String httpHost(SimulatedStream stream) {
		return hosts(stream).get("live").get("hls").stringValue();
	}

	private static byte[] firstBytes(String url) throws Exception {
		HttpResponse<InputStream> response = HTTP.send(HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT).build(),
				HttpResponse.BodyHandlers.ofInputStream());
		try (InputStream in = response.body()) {
			return in.readNBytes(100);
		}
	}

	/**
	 * An ffmpeg that publishes what it is told.
	 */
	private record Publisher(Process process) implements AutoCloseable {

		static Publisher start(List<String> source, String url) throws IOException {
			List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-re", "-f", "lavfi"));
			command.addAll(source);
			command.addAll(List.of("-flvflags", "no_duration_filesize", "-f", "flv", url));
			return new Publisher(new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start());
		}

		boolean isRunning() {
			return this.process.isAlive();
		}

		// The local end of its connection
		String address() throws IOException {
			List<String> sockets = new ArrayList<>();
			Path directory = Path.of("/proc", Long.toString(this.process.pid()));
			try (var files = Files.list(directory.resolve("fd"))) {
				for (Path file : files.toList()) {
					sockets.add(Files.readSymbolicLink(file).toString());
				}
			}
			String line = Files.readAllLines(directory.resolve("net/tcp"))
				.stream()
				.filter((each) -> sockets.contains("socket:[" + each.strip().split("\\s+")[9] + "]"))
				.findFirst()
				.orElseThrow();
			return "127.0.0.1:" + Integer.parseInt(line.strip().split("\\s+")[1].split(":")[1], 16);
		}

		@Override
		public void close() {
			this.process.destroy();
			try {
				assertThat(this.process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
