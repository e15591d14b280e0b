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
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import io.pilispring.simulator.media.MediaServer;
import io.pilispring.simulator.media.TestPicture;
import io.pilispring.testsupport.RequiresPrograms;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the simulator with real media.
 */
@RequiresPrograms({ "nginx", "ngx_rtmp_module.so", "ffmpeg", "ffprobe" })
class RealMediaTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final List<String> SOUND = List.of("-i", "sine=frequency=440:sample_rate=44100", "-c:a", "aac",
			"-b:a", "32k", "-ac", "1");

	private static final List<String> PICTURES = List.of("-i", "testsrc=size=160x120:rate=10", "-c:v", "libx264",
			"-preset", "ultrafast", "-tune", "zerolatency", "-pix_fmt", "yuv420p", "-g", "10");

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static MediaServer server;

	private static PiliSimulator simulator;

	@BeforeAll
	static void start() {
		server = MediaServer.start(PiliSimulator.builder().profiles("480p"));
		simulator = server.simulator();
	}

	@AfterEach
	void reset() {
		simulator.reset();
	}

	@AfterAll
	static void stop() {
		server.close();
		assertThat(ProcessHandle.current().children()).noneMatch(RealMediaTests::isMedia);
	}

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
	void wrongAndUsedTokensAreRefused() throws Exception {
		SimulatedStream stream = simulator
			.createStream(StreamSpec.titled("with-token").withPublishSecurity("dynamic").withPublishKey("the-key"));
		String target = "/test-hub/with-token?nonce=1";
		String url = "rtmp://" + rtmpHost(stream) + target + "&token=";
		try (TestPicture wrong = server.publishTestPicture(url + TestClient.hmac("another-key", target))) {
			assertThat(wrong.awaitEnd(LIMIT)).isTrue();
		}
		assertThat(stream.isLive()).isFalse();
		String right = url + TestClient.hmac("the-key", target);
		try (TestPicture picture = server.publishTestPicture(right)) {
			until(stream::isLive, (live) -> live);
			try (TestPicture second = server.publishTestPicture(right)) {
				assertThat(second.awaitEnd(LIMIT)).isTrue();
			}
			assertThat(picture.isRunning()).isTrue();
			assertThat(stream.isLive()).isTrue();
		}
		until(stream::isLive, (live) -> !live);
		try (TestPicture again = server.publishTestPicture(right)) {
			assertThat(again.awaitEnd(LIMIT)).isTrue();
		}
		assertThat(stream.isLive()).isFalse();
	}

	@Test
	void disablingEndsThePush() throws Exception {
		SimulatedStream stream = simulator.createStream("to-disable");
		try (TestPicture picture = server.publishTestPicture(staticUrl(stream))) {
			until(stream::push, (push) -> push != null && push.bytesPerSecond() > 0);
			new TestClient(simulator).post("/v1/streams/" + stream.id(), "{\"disabled\":true}");
			assertThat(picture.awaitEnd(LIMIT)).isTrue();
		}
		try (TestPicture refused = server.publishTestPicture(staticUrl(stream))) {
			assertThat(refused.awaitEnd(LIMIT)).isTrue();
		}
		assertThat(stream.isLive()).isFalse();
	}

	@Test
	void twoPushesBecomeOneFile(@TempDir Path temp) throws Exception {
		SimulatedStream stream = simulator.createStream("two-pushes");
		for (int push = 1; push <= 2; push++) {
			int pushes = push;
			try (TestPicture picture = server.publishTestPicture(staticUrl(stream))) {
				until(stream::segments,
						(segments) -> segments.size() == pushes && lasts(segments.get(pushes - 1)) >= 3);
				assertThat(picture.isRunning()).isTrue();
			}
			until(stream::isLive, (live) -> !live);
		}
		JsonNode saved = post(stream, "saveas", "{\"name\":\"two.mp4\",\"format\":\"mp4\"}");
		assertThat(await(saved)).isEqualTo(FopCode.DONE);
		Path mp4 = Files.write(temp.resolve("two.mp4"), body(saved.get("targetUrl").stringValue()));
		assertThat(duration(mp4)).isBetween(4.0, 12.0);
	}

	@Test
	void whatCannotBeMadeFailsTheFileOperation() throws Exception {
		SimulatedStream stream = simulator.createStream("nothing-left");
		stream.record(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:01:00Z"));
		TestClient.Answer answer = new TestClient(simulator).post("/v1/streams/" + stream.id() + "/saveas",
				"{\"name\":\"a.mp4\",\"format\":\"mp4\"}");
		assertThat(answer.status()).isEqualTo(619);
		JsonNode snapshot = post(stream, "snapshot",
				"{\"name\":\"../../../a.jpg\",\"format\":\"jpg\",\"time\":1767225600}");
		assertThat(await(snapshot)).isEqualTo(FopCode.FAILED);
	}

	@Test
	void nothingIsLeftWhenTheProcessIsTerminated(@TempDir Path temp) throws Exception {
		Process java = startPublishing(temp);
		try {
			List<ProcessHandle> children = awaitChildren(java);
			java.destroy();
			assertThat(java.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
			assertThat(children).noneMatch(ProcessHandle::isAlive);
			assertThat(mediaDirectories(temp)).isEmpty();
		}
		finally {
			java.destroyForcibly();
		}
	}

	@Test
	void whatIsLeftOfAProcessThatWasKilledGoesWithTheNextOne(@TempDir Path temp) throws Exception {
		Process killed = startPublishing(temp);
		List<ProcessHandle> left = awaitChildren(killed);
		killed.destroyForcibly();
		try {
			assertThat(killed.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
			assertThat(left).allMatch(ProcessHandle::isAlive);
			List<Path> directories = mediaDirectories(temp);
			assertThat(directories).hasSize(1);
			Process next = startPublishing(temp);
			try {
				List<ProcessHandle> children = awaitChildren(next);
				until(() -> left, (processes) -> processes.stream().noneMatch(ProcessHandle::isAlive));
				assertThat(mediaDirectories(temp)).hasSize(1).doesNotContainAnyElementsOf(directories);
				assertThat(children).allMatch(ProcessHandle::isAlive);
			}
			finally {
				next.destroy();
				assertThat(next.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
			}
			assertThat(mediaDirectories(temp)).isEmpty();
		}
		finally {
			left.forEach(ProcessHandle::destroyForcibly);
		}
	}

	private static Process startPublishing(Path temp) throws Exception {
		Path output = Files.createTempFile(temp, "out", ".log");
		Process java = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
				"-Djava.io.tmpdir=" + temp, "-cp", System.getProperty("java.class.path"), Publishing.class.getName())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		try {
			until(() -> Files.readString(output), (text) -> text.contains("publishing") || !java.isAlive());
			assertThat(java.isAlive()).as(Files.readString(output)).isTrue();
			return java;
		}
		catch (Exception | AssertionError ex) {
			java.destroy();
			throw ex;
		}
	}

	private static List<ProcessHandle> awaitChildren(Process java) throws Exception {
		return until(() -> java.descendants().filter(RealMediaTests::isMedia).toList(),
				(processes) -> processes.size() == 2);
	}

	private static List<Path> mediaDirectories(Path temp) throws IOException {
		try (var files = Files.list(temp)) {
			return files.filter((file) -> file.getFileName().toString().startsWith("pili-media")).toList();
		}
	}

	private static boolean isMedia(ProcessHandle process) {
		return process.info().command().map((command) -> command.matches(".*/(nginx|ffmpeg)")).orElse(false);
	}

	private static long lasts(Segment segment) {
		return segment.endSeconds() - segment.startSeconds();
	}

	private static String staticUrl(SimulatedStream stream) {
		return "rtmp://" + rtmpHost(stream) + "/test-hub/" + stream.title() + "?key=" + stream.publishKey();
	}

	private static String rtmpHost(SimulatedStream stream) {
		return hosts(stream).get("publish").get("rtmp").stringValue();
	}

	private static String http(SimulatedStream stream, String suffix) {
		return "http://" + hosts(stream).get("live").get("hls").stringValue() + "/test-hub/" + stream.title() + suffix;
	}

	private static JsonNode hosts(SimulatedStream stream) {
		return new TestClient(simulator).get("/v1/streams/" + stream.id()).json().get("hosts");
	}

	private static JsonNode post(SimulatedStream stream, String call, String body) {
		TestClient.Answer answer = new TestClient(simulator).post("/v1/streams/" + stream.id() + "/" + call, body);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	private static FopCode await(JsonNode answer) throws Exception {
		SimulatedFop fop = simulator.fop(answer.get("persistentId").stringValue());
		return until(fop::code, FopCode::isFinal);
	}

	private static byte[] body(String url) throws Exception {
		HttpResponse<byte[]> response = HTTP.send(HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT).build(),
				HttpResponse.BodyHandlers.ofByteArray());
		assertThat(response.statusCode()).as(url).isEqualTo(200);
		return response.body();
	}

	private static int status(String url) throws Exception {
		return HTTP
			.send(HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT).build(),
					HttpResponse.BodyHandlers.discarding())
			.statusCode();
	}

	private static byte[] firstBytes(String url) throws Exception {
		HttpResponse<InputStream> response = HTTP.send(HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT).build(),
				HttpResponse.BodyHandlers.ofInputStream());
		try (InputStream in = response.body()) {
			return in.readNBytes(100);
		}
	}

	private static String probe(String source) throws Exception {
		return run("ffprobe", "-v", "error", "-show_entries", "stream=codec_name", source);
	}

	private static double duration(Path file) throws Exception {
		return Double.parseDouble(
				run("ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", file.toString())
					.strip());
	}

	private static String run(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		process.getOutputStream().close();
		try {
			assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).as(String.join(" ", command)).isTrue();
			return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		finally {
			process.destroyForcibly();
		}
	}

	private static <T> T until(Callable<T> supplier, Predicate<T> condition) throws Exception {
		long start = System.nanoTime();
		T value = supplier.call();
		while (!condition.test(value)) {
			assertThat(System.nanoTime() - start).as("waited for too long, last seen: %s", value)
				.isLessThan(LIMIT.toNanos());
			Thread.sleep(50);
			value = supplier.call();
		}
		return value;
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

	/**
	 * Publishes until it is terminated.
	 */
	public static final class Publishing {

		private Publishing() {
		}

		public static void main(String[] args) throws Exception {
			MediaServer media = MediaServer.start();
			SimulatedStream stream = media.simulator().createStream("until-killed");
			RealMediaTests.simulator = media.simulator();
			media.publishTestPicture(staticUrl(stream));
			until(stream::isLive, (live) -> live);
			System.out.println("publishing");
			Thread.currentThread().join();
		}

	}

}
