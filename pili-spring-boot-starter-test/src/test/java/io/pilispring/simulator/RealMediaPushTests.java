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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import io.pilispring.simulator.media.MediaServer;
import io.pilispring.simulator.media.TestPicture;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for pushes to a simulator with real media: which are refused or ended, and what
 * is left of them.
 */
class RealMediaPushTests extends AbstractRealMediaTests {

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
		return until(() -> java.descendants().filter(AbstractRealMediaTests::isMedia).toList(),
				(processes) -> processes.size() == 2);
	}

	private static List<Path> mediaDirectories(Path temp) throws IOException {
		try (var files = Files.list(temp)) {
			return files.filter((file) -> file.getFileName().toString().startsWith("pili-media")).toList();
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
			AbstractRealMediaTests.simulator = media.simulator();
			media.publishTestPicture(staticUrl(stream));
			until(stream::isLive, (live) -> live);
			System.out.println("publishing");
			Thread.currentThread().join();
		}

	}

}
