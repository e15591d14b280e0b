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

package io.pilispring.simulator.media;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.pilispring.simulator.FileOrder;
import io.pilispring.simulator.HubDomain;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.PlaySecurity;
import io.pilispring.simulator.SimulatedHub;
import io.pilispring.simulator.SimulatedStream;
import io.pilispring.simulator.StreamHosts;
import io.pilispring.simulator.UrlRewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link MediaAccount}, with the requests and the files of nginx, but without
 * nginx.
 */
@Timeout(60)
class MediaAccountTests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final StreamName ROOM = new StreamName("test-hub", "room");

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private AccountDirectory directory;

	private MediaAccount account;

	private PiliSimulator simulator;

	private SimulatedHub hub;

	@BeforeEach
	void start(@TempDir Path temp) throws IOException {
		MediaDirectory all = new MediaDirectory(temp);
		Files.createDirectories(all.temporary());
		this.directory = all.account(1);
		this.account = MediaAccount.start("test-ak", List.of("test-hub"), all, 1, temp.resolve("no-ffmpeg"),
				new ConnectionLog(all.connectionLog()), this.executor, () -> this.simulator);
	}

	@AfterEach
	void stop() throws InterruptedException {
		this.account.close();
		this.executor.shutdownNow();
		if (this.simulator != null) {
			this.simulator.close();
		}
		assertThat(this.executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void nobodyPublishesOrPlaysBeforeTheSimulatorRuns() throws Exception {
		assertThat(call("publish", "room", 1).statusCode()).isEqualTo(403);
		assertThat(call("play", "room", 1).statusCode()).isEqualTo(404);
		assertThat(get("/test-hub/room.m3u8").statusCode()).isEqualTo(404);
	}

	@Test
	void onePublisherAtATimeMayPublish() throws Exception {
		run();
		assertThat(call("publish", "room", 1).statusCode()).isEqualTo(200);
		SimulatedStream stream = this.hub.stream("room");
		assertThat(stream.push().address()).isEqualTo("127.0.0.1");
		assertThat(call("publish", "room", 2).statusCode()).isEqualTo(403);
		// nginx reports the end of the one that was refused too
		assertThat(call("publish_done", "room", 2).statusCode()).isEqualTo(200);
		assertThat(stream.isLive()).isTrue();
		assertThat(call("publish", "other", 3).statusCode()).isEqualTo(200);
		assertThat(call("publish_done", "room", 1).statusCode()).isEqualTo(200);
		assertThat(stream.isLive()).isFalse();
		assertThat(this.hub.stream("other").isLive()).isTrue();
		assertThat(call("publish", "room", 2).statusCode()).isEqualTo(200);
		assertThat(stream.isLive()).isTrue();
	}

	@Test
	void onlyWhoIsAuthorizedMayPublish() throws Exception {
		run();
		this.hub.setPublishSecurity("static", "pk");
		assertThat(call("publish", "room", 1).statusCode()).isEqualTo(403);
		assertThat(callback(form("publish", "room", 1) + "&key=pk").statusCode()).isEqualTo(200);
		assertThat(callback("nonsense").statusCode()).isEqualTo(400);
		assertThat(call("update", "room", 1).statusCode()).isEqualTo(200);
	}

	@Test
	void whatIsLiveMayBePlayedInAllProfiles() throws Exception {
		run();
		assertThat(call("play", "room", 9).statusCode()).isEqualTo(404);
		call("publish", "room", 1);
		assertThat(call("play", "room", 9).statusCode()).isEqualTo(200);
		HttpResponse<String> profile = call("play", "room@720p", 9);
		assertThat(profile.statusCode()).isEqualTo(302);
		assertThat(profile.headers().firstValue("Location")).contains("room");
		this.hub.domains().forEach((domain) -> this.hub.setDomain(domain.withPlaySecurity(PlaySecurity.expiring("k"))));
		assertThat(call("play", "room", 9).statusCode()).isEqualTo(403);
		call("publish_done", "room", 1);
		assertThat(call("play", "room", 9).statusCode()).isEqualTo(403);
	}

	@Test
	void livePlaylistIsServedWhileTheStreamIsLive() throws Exception {
		run();
		assertThat(get("/test-hub/room.m3u8").statusCode()).isEqualTo(404);
		call("publish", "room", 1);
		Files.writeString(this.directory.livePlaylist(ROOM), "#EXTM3U\n");
		for (String name : List.of("room", "room@720p")) {
			HttpResponse<String> response = get("/test-hub/" + name + ".m3u8");
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.body()).isEqualTo("#EXTM3U\n");
			assertThat(response.headers().firstValue("Content-Type")).contains("application/vnd.apple.mpegurl");
			assertThat(response.headers().firstValue("Cache-Control")).contains("no-cache");
			assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
		}
		assertThat(send("HEAD", "/test-hub/room.m3u8").statusCode()).isEqualTo(200);
		assertThat(send("POST", "/test-hub/room.m3u8").statusCode()).isEqualTo(405);
		assertThat(get("/other-hub/room.m3u8").statusCode()).isEqualTo(404);
		call("publish_done", "room", 1);
		assertThat(get("/test-hub/room.m3u8").statusCode()).isEqualTo(404);
		assertThat(this.directory.livePlaylist(ROOM)).doesNotExist();
	}

	@Test
	void playSecurityConcernsPlaylistsAndNotTheirSegments() throws Exception {
		run();
		call("publish", "room", 1);
		Files.writeString(this.directory.livePlaylist(ROOM), "#EXTM3U\n");
		Files.writeString(this.directory.hls("test-hub").resolve("room-1000.ts"), "segment");
		this.hub.domains().forEach((domain) -> this.hub.setDomain(domain.withPlaySecurity(PlaySecurity.expiring("k"))));
		assertThat(get("/test-hub/room.m3u8").statusCode()).isEqualTo(403);
		assertThat(get("/test-hub/room.flv").statusCode()).isEqualTo(403);
		HttpResponse<String> segment = get("/test-hub/room-1000.ts");
		assertThat(segment.body()).isEqualTo("segment");
		assertThat(segment.headers().firstValue("Content-Type")).contains("video/mp2t");
		assertThat(get("/test-hub/room-2000.ts").statusCode()).isEqualTo(404);
	}

	@Test
	void addressesThatADomainRewritesArePlayed() throws Exception {
		run();
		call("publish", "room", 1);
		Files.writeString(this.directory.livePlaylist(ROOM), "#EXTM3U\n");
		assertThat(get("/live/room/index.m3u8").statusCode()).isEqualTo(404);
		for (HubDomain domain : this.hub.domains()) {
			this.hub.setDomain(domain
				.withRewrites(List.of(new UrlRewrite("(.+)/live/(.+)/index.m3u8", "${1}/test-hub/${2}.m3u8"))));
		}
		assertThat(get("/live/room/index.m3u8").body()).isEqualTo("#EXTM3U\n");
		this.hub.domains().forEach((domain) -> this.hub.setDomain(domain.withDisabled(true)));
		assertThat(get("/live/room/index.m3u8").statusCode()).isEqualTo(403);
	}

	@Test
	void recordingsArePlayedAfterThePush() throws Exception {
		run();
		call("publish", "room", 1);
		SimulatedStream stream = this.hub.stream("room");
		segments(1_000_000, 1_001_000);
		call("publish_done", "room", 1);
		call("publish", "room", 2);
		segments(1_060_000);
		call("publish_done", "room", 2);
		HttpResponse<String> all = get("/test-hub/room.m3u8?start=0&end=2000");
		assertThat(all.statusCode()).isEqualTo(200);
		assertThat(all.body()).containsSubsequence("room-1000000.ts", "room-1001000.ts", "#EXT-X-DISCONTINUITY",
				"room-1060000.ts", "#EXT-X-ENDLIST");
		assertThat(get("/test-hub/room.m3u8?start=1001&end=1060").body()).contains("room-1001000.ts")
			.doesNotContain("room-1000000.ts", "room-1060000.ts");
		assertThat(get("/test-hub/room.m3u8?start=1062&end=2000").statusCode()).isEqualTo(404);
		FileOrder order = new FileOrder(stream, FileOrder.Kind.PLAYLIST, "recordings/a.m3u8", null,
				Instant.ofEpochSecond(1001), null);
		this.account.files().make(order);
		assertThat(get("/recordings/a.m3u8").body()).contains("/test-hub/room-1001000.ts", "/test-hub/room-1060000.ts")
			.doesNotContain("room-1000000.ts");
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> this.account.files()
				.make(new FileOrder(stream, FileOrder.Kind.PLAYLIST, "recordings/b.m3u8", null,
						Instant.ofEpochSecond(3000), null)))
			.withMessageContaining("nothing is left");
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> this.account.files()
				.make(new FileOrder(stream, FileOrder.Kind.PLAYLIST, "../a.m3u8", null, null, null)))
			.withMessageContaining("no name for a file");
		this.account.archive().cleanUp((name) -> true, 14);
		assertThat(get("/test-hub/room-1000000.ts").statusCode()).isEqualTo(404);
		assertThat(get("/test-hub/room.m3u8?start=0&end=2000").body()).contains("room-1001000.ts", "room-1060000.ts")
			.doesNotContain("room-1000000.ts");
		this.account.archive().cleanUp((name) -> false, Long.MAX_VALUE);
		assertThat(get("/test-hub/room.m3u8?start=0&end=2000").statusCode()).isEqualTo(404);
		assertThat(get("/test-hub/room-1060000.ts").statusCode()).isEqualTo(404);
	}

	@Test
	void pushIsMeasuredAndSentToPlayersUntilItEnds() throws Exception {
		run();
		assertThat(get("/test-hub/room.flv").statusCode()).isEqualTo(404);
		call("publish", "room", 1);
		byte[] header = new byte[13];
		byte[] pictures = FlvStartTests.tag(9, 0, 0x17, 0).bytes();
		byte[] sound = FlvStartTests.tag(8, 0, 0xAF, 0).bytes();
		append(header, pictures, sound);
		HttpResponse<InputStream> response = HTTP.send(request("GET", "/test-hub/room.flv"),
				HttpResponse.BodyHandlers.ofInputStream());
		try (InputStream in = response.body()) {
			assertThat(response.headers().firstValue("Content-Type")).contains("video/x-flv");
			assertThat(in.readNBytes(13)).startsWith('F', 'L', 'V', 1, 5);
			assertThat(in.readNBytes(pictures.length)).isEqualTo(pictures);
			assertThat(in.readNBytes(sound.length)).isEqualTo(sound);
			byte[] frame = FlvStartTests.tag(9, 40, 0x27, 1).bytes();
			append(frame);
			assertThat(in.readNBytes(frame.length)).isEqualTo(frame);
			SimulatedStream stream = this.hub.stream("room");
			Awaitility.await()
				.atMost(30, TimeUnit.SECONDS)
				.until(stream::push, (push) -> push.bytesPerSecond() > 0 && push.videoFramesPerSecond() > 0);
			assertThat(stream.push().address()).isEqualTo("127.0.0.1");
			call("publish_done", "room", 1);
			assertThat(in.read()).isEqualTo(-1);
		}
		assertThat(this.directory.flv(ROOM)).doesNotExist();
	}

	@ParameterizedTest
	@CsvSource({ "a.mp4,video/mp4", "a.jpg,image/jpeg", "a.png,image/png", "a.flv,video/x-flv",
			"a.exe,application/octet-stream" })
	void filesAreServedWithTheirType(String name, String type) throws Exception {
		run();
		file(name, "0123456789");
		HttpResponse<String> response = get("/recordings/" + name);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("0123456789");
		assertThat(response.headers().firstValue("Content-Type")).contains(type);
		assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
		assertThat(response.headers().firstValue("Accept-Ranges")).contains("bytes");
		assertThat(get("/recordings/unknown.mp4").statusCode()).isEqualTo(404);
		assertThat(get("/recordings").statusCode()).isEqualTo(404);
		assertThat(send("HEAD", "/recordings/" + name).body()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "bytes=2-4,206,234,bytes 2-4/10", "bytes=8-,206,89,bytes 8-9/10", "bytes=9-99,206,9,bytes 9-9/10",
			"bytes=0-0,206,0,bytes 0-0/10", "bytes=10-,416,'',bytes */10", "bytes=-3,200,0123456789,",
			"bytes=4-2,416,'',bytes */10", "lines=1-2,200,0123456789," })
	void partOfAFileIsServed(String range, int status, String body, String contentRange) throws Exception {
		run();
		file("a.mp4", "0123456789");
		HttpRequest request = HttpRequest.newBuilder(uri("/recordings/a.mp4")).header("Range", range).build();
		HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.body()).isEqualTo(body);
		assertThat(response.headers().firstValue("Content-Range").orElse(null)).isEqualTo(contentRange);
	}

	@Test
	void longFileIsServedToItsEnd() throws Exception {
		run();
		String text = "0123456789".repeat(20_000);
		file("a.mp4", text);
		assertThat(get("/recordings/a.mp4").body()).isEqualTo(text);
		file("empty.mp4", "");
		assertThat(get("/recordings/empty.mp4").statusCode()).isEqualTo(200);
	}

	private void run() {
		this.simulator = PiliSimulator.builder()
			.credentials("test-ak", "test-sk")
			.hosts(StreamHosts.of("127.0.0.1:1935", this.account.httpHost()))
			.start();
		this.hub = this.simulator.defaultHub();
		this.hub.setPublishSecurity("none", "pk");
	}

	private HttpResponse<String> call(String call, String name, int client) throws Exception {
		return callback(form(call, name, client));
	}

	private static String form(String call, String name, int client) {
		return "app=test-hub&flashver=FMLE/3.0&swfurl=&tcurl=rtmp://127.0.0.1/test-hub&pageurl=&addr=127.0.0.1&clientid="
				+ client + "&call=" + call + "&name=" + name + "&type=live";
	}

	private HttpResponse<String> callback(String form) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.account.rtmp().callback()))
			.POST(HttpRequest.BodyPublishers.ofString(form))
			.build();
		return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
	}

	private HttpResponse<String> get(String target) throws Exception {
		return send("GET", target);
	}

	private HttpResponse<String> send(String method, String target) throws Exception {
		return HTTP.send(request(method, target), HttpResponse.BodyHandlers.ofString());
	}

	private HttpRequest request(String method, String target) {
		return HttpRequest.newBuilder(uri(target))
			.timeout(Duration.ofSeconds(30))
			.method(method, HttpRequest.BodyPublishers.noBody())
			.build();
	}

	private URI uri(String target) {
		return URI.create("http://" + this.account.httpHost() + target);
	}

	private void segments(long... starts) throws IOException {
		StringBuilder playlist = new StringBuilder("#EXTM3U\n");
		for (long start : starts) {
			String name = "room-" + start + ".ts";
			Files.writeString(this.directory.hls("test-hub").resolve(name), "segment");
			playlist.append("#EXTINF:1.000,\n").append(name).append('\n');
		}
		Files.writeString(this.directory.livePlaylist(ROOM), playlist);
	}

	private void append(byte[]... parts) throws IOException {
		for (byte[] part : parts) {
			Files.write(this.directory.flv(ROOM), part, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
	}

	private void file(String name, String text) throws IOException {
		Path file = this.directory.file("recordings/" + name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text, StandardCharsets.UTF_8);
	}

}
