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
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import tools.jackson.databind.JsonNode;

import io.pilispring.simulator.media.MediaServer;
import io.pilispring.testsupport.RequiresPrograms;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A simulator with real media.
 */
@RequiresPrograms({ "nginx", "ngx_rtmp_module.so", "ffmpeg", "ffprobe" })
abstract class AbstractRealMediaTests {

	static final Duration LIMIT = Duration.ofSeconds(30);

	static final HttpClient HTTP = HttpClient.newHttpClient();

	static MediaServer server;

	static PiliSimulator simulator;

	@BeforeAll
	static void start() {
		server = MediaServer
			.start(PiliSimulator.builder().profiles("480p").account("second-ak", "second-sk", "test-hub"));
		simulator = server.simulator();
	}

	@AfterEach
	void reset() {
		simulator.reset();
	}

	@AfterAll
	static void stop() {
		server.close();
		assertThat(ProcessHandle.current().children()).noneMatch(AbstractRealMediaTests::isMedia);
	}

	static boolean isMedia(ProcessHandle process) {
		return process.info().command().map((command) -> command.matches(".*/(nginx|ffmpeg)")).orElse(false);
	}

	static long lasts(Segment segment) {
		return segment.endSeconds() - segment.startSeconds();
	}

	static String staticUrl(SimulatedStream stream) {
		return "rtmp://" + rtmpHost(stream) + "/test-hub/" + stream.title() + "?key=" + stream.publishKey();
	}

	static String rtmpHost(SimulatedStream stream) {
		return hosts(stream).get("publish").get("rtmp").stringValue();
	}

	static String http(SimulatedStream stream, String suffix) {
		return "http://" + hosts(stream).get("live").get("hls").stringValue() + "/test-hub/" + stream.title() + suffix;
	}

	static JsonNode hosts(SimulatedStream stream) {
		return new TestClient(simulator, stream.account()).get("/v1/streams/" + stream.id()).json().get("hosts");
	}

	static JsonNode post(SimulatedStream stream, String call, String body) {
		TestClient.Answer answer = new TestClient(simulator, stream.account())
			.post("/v1/streams/" + stream.id() + "/" + call, body);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	static FopCode await(JsonNode answer) throws Exception {
		SimulatedFop fop = simulator.fop(answer.get("persistentId").stringValue());
		return until(fop::code, FopCode::isFinal);
	}

	static byte[] body(String url) throws Exception {
		HttpResponse<byte[]> response = HTTP.send(HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT).build(),
				HttpResponse.BodyHandlers.ofByteArray());
		assertThat(response.statusCode()).as(url).isEqualTo(200);
		return response.body();
	}

	static int status(String url) throws Exception {
		return HTTP
			.send(HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT).build(),
					HttpResponse.BodyHandlers.discarding())
			.statusCode();
	}

	static String probe(String source) throws Exception {
		return run("ffprobe", "-v", "error", "-show_entries", "stream=codec_name", source);
	}

	static double duration(Path file) throws Exception {
		return Double.parseDouble(
				run("ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", file.toString())
					.strip());
	}

	static String run(String... command) throws IOException, InterruptedException {
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

	static <T> T until(Callable<T> supplier, Predicate<T> condition) throws Exception {
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

}
