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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import io.pilispring.simulator.media.MediaServer;
import io.pilispring.simulator.media.TestPicture;
import io.pilispring.testsupport.RequiresPrograms;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for version 2 of the simulator with real media.
 */
@RequiresPrograms({ "nginx", "ngx_rtmp_module.so", "ffmpeg", "ffprobe" })
class V2RealMediaTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static MediaServer server;

	private static PiliSimulator simulator;

	private static TestClient client;

	@BeforeAll
	static void start() {
		server = MediaServer.start();
		simulator = server.simulator();
		client = new TestClient(simulator);
	}

	@AfterEach
	void reset() {
		simulator.reset();
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	void aPushToASignedUrlCreatesAStreamThatIsPlayedAndSaved(@TempDir Path temp) throws Exception {
		try (TestPicture picture = server.publishTestPicture(publishUrl("room", 600))) {
			Awaitility.await()
				.atMost(LIMIT)
				.until(() -> client.get(V2StreamEndpointsTests.path("room", "/live")).status() == 200
						&& live("room").get("fps").get("video").longValue() > 5);
			assertThat(live("room").get("bps").longValue()).isPositive();
			assertThat(picture.isRunning()).isTrue();
			assertThat(status(http("/test-hub/room.m3u8"))).isEqualTo(200);
			assertThat(probe(rtmp("/test-hub/room"))).contains("h264").contains("aac");
			assertThat(probe(http("/test-hub/room.m3u8"))).contains("h264");
			assertThat(probe(http("/test-hub/room@720p.flv"))).contains("h264");

			TestClient.Answer snapshot = post("snapshot", "{\"fname\":\"cover/a.jpg\"}");
			assertThat(snapshot.body()).isEqualTo("{\"fname\":\"cover/a.jpg\"}");
			assertThat(bytes(http("/cover/a.jpg"))).startsWith(0xFF, 0xD8);
			Awaitility.await()
				.atMost(LIMIT)
				.until(() -> !simulator.stream("room").segments().isEmpty() && lasts() >= 3);
			TestClient.Answer saved = post("saveas", "{\"fname\":\"录像.mp4\",\"format\":\"mp4\"}");
			SimulatedFop fop = simulator.fop(saved.text("persistentID"));
			Awaitility.await().atMost(LIMIT).until(() -> fop.code().isFinal());
			assertThat(fop.code()).isEqualTo(FopCode.DONE);
			Path file = Files.write(temp.resolve("a.mp4"), bytes(http("/%E5%BD%95%E5%83%8F.mp4")));
			assertThat(probe(file.toString())).contains("h264").contains("aac");
			TestClient.Answer playlist = post("saveas", "");
			assertThat(probe("http://" + simulator.defaultHub().vodDomain() + "/" + playlist.text("fname")))
				.contains("h264");
			client.post(V2StreamEndpointsTests.path("room", "/disabled"), "{\"disabledTill\":-1}");
			assertThat(picture.awaitEnd(LIMIT)).isTrue();
		}
		assertThat(client.get(V2StreamEndpointsTests.path("room", "/live")).status()).isEqualTo(619);
		assertThat(client.get(V2StreamEndpointsTests.path("room", "/historyactivity")).json().get("items")).hasSize(1);
		assertThat(status(http("/test-hub/room.m3u8"))).isEqualTo(404);
	}

	@Test
	void aPushToAnExpiredUrlIsRefused() throws Exception {
		try (TestPicture picture = server.publishTestPicture(publishUrl("late", -600))) {
			assertThat(picture.awaitEnd(LIMIT)).isTrue();
		}
		assertThat(simulator.defaultHub().hasStream("late")).isFalse();
	}

	@Test
	void whoHasNoSignatureMayNotPlay() throws Exception {
		SimulatedHub hub = simulator.defaultHub();
		PlaySecurity security = PlaySecurity.expiring("play-key");
		for (DomainType type : List.of(DomainType.LIVE_RTMP, DomainType.LIVE_HLS, DomainType.LIVE_HDL)) {
			hub.setDomain(hub.domainOf(type).withPlaySecurity(security));
		}
		try (TestPicture picture = server.publishTestPicture(publishUrl("room", 600))) {
			Awaitility.await().atMost(LIMIT).until(() -> status(http(signed("/test-hub/room.m3u8", 600))) == 200);
			assertThat(status(http("/test-hub/room.m3u8"))).isEqualTo(403);
			assertThat(status(http(signed("/test-hub/room.m3u8", -600)))).isEqualTo(403);
			assertThat(status(http("/test-hub/room.flv"))).isEqualTo(403);
			assertThat(probe(http(signed("/test-hub/room.flv", 600)))).contains("h264");
			assertThat(probe(http(signed("/test-hub/room.m3u8", 600)))).contains("h264");
			assertThat(probe(rtmp(signed("/test-hub/room", 600)))).contains("h264");
			assertThat(probe(rtmp("/test-hub/room"))).doesNotContain("h264");
			assertThat(picture.isRunning()).isTrue();
		}
	}

	@Test
	void aDomainMayRewriteWhatIsPlayed() throws Exception {
		SimulatedHub hub = simulator.defaultHub();
		hub.setDomain(hub.domainOf(DomainType.LIVE_HLS)
			.withRewrites(List.of(new UrlRewrite("(.+)/live/(.+)/playlist.m3u8", "${1}/test-hub/${2}.m3u8"))));
		try (TestPicture picture = server.publishTestPicture(publishUrl("room", 600))) {
			Awaitility.await().atMost(LIMIT).until(() -> status(http("/live/room/playlist.m3u8")) == 200);
			assertThat(status(http("/live/other/playlist.m3u8"))).isEqualTo(404);
			assertThat(picture.isRunning()).isTrue();
		}
	}

	private static String publishUrl(String key, long seconds) {
		String path = "/test-hub/" + key + "?e=" + (Instant.now().getEpochSecond() + seconds);
		return "rtmp://" + simulator.defaultHub().domainOf(DomainType.PUBLISH_RTMP).domain() + path + "&token="
				+ simulator.accessKey() + ":" + TestClient.hmac(simulator.secretKey(), path);
	}

	private static String signed(String path, long seconds) throws Exception {
		String time = Long.toString(Instant.now().getEpochSecond() + seconds, 16);
		byte[] md5 = MessageDigest.getInstance("MD5")
			.digest(("play-key" + path + time).getBytes(StandardCharsets.UTF_8));
		return path + "?sign=" + HexFormat.of().formatHex(md5) + "&t=" + time;
	}

	private static JsonNode live(String key) {
		return client.get(V2StreamEndpointsTests.path(key, "/live")).json();
	}

	private static TestClient.Answer post(String call, String body) {
		TestClient.Answer answer = client.post(V2StreamEndpointsTests.path("room", "/" + call), body);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer;
	}

	private static long lasts() {
		Segment segment = simulator.stream("room").segments().get(0);
		return segment.endSeconds() - segment.startSeconds();
	}

	private static String http(String path) {
		return "http://" + simulator.defaultHub().domainOf(DomainType.LIVE_HLS).domain() + path;
	}

	private static String rtmp(String path) {
		return "rtmp://" + simulator.defaultHub().domainOf(DomainType.LIVE_RTMP).domain() + path;
	}

	private static int status(String url) throws Exception {
		HttpResponse<java.io.InputStream> response = HTTP.send(
				HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT).build(),
				HttpResponse.BodyHandlers.ofInputStream());
		response.body().close();
		return response.statusCode();
	}

	private static byte[] bytes(String url) throws Exception {
		HttpResponse<byte[]> response = HTTP.send(HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT).build(),
				HttpResponse.BodyHandlers.ofByteArray());
		assertThat(response.statusCode()).as(url).isEqualTo(200);
		return response.body();
	}

	private static String probe(String source) throws IOException, InterruptedException {
		Process process = new ProcessBuilder("ffprobe", "-v", "error", "-show_entries", "stream=codec_name", source)
			.redirectErrorStream(true)
			.start();
		process.getOutputStream().close();
		try {
			assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).as(source).isTrue();
			return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		finally {
			process.destroyForcibly();
		}
	}

}
