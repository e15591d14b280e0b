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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class V2FileEndpointsTests {

	private static final long NOW = TestClock.START.getEpochSecond();

	private final TestClock clock = new TestClock();

	private PiliSimulator simulator;

	private TestClient client;

	private SimulatedStream stream;

	@BeforeEach
	void start() {
		this.simulator = PiliSimulator.builder().clock(this.clock).pipelines("p1").start();
		this.client = new TestClient(this.simulator);
		this.stream = this.simulator.defaultHub().goLive("room");
		this.clock.advance(Duration.ofSeconds(60));
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void savesAPlaylistAtOnce() {
		this.stream.goOffline();
		for (String body : List.of("", "null", "{}",
				"{\"start\":0,\"end\":0,\"fname\":\"\",\"format\":\"\",\"pipeline\":\"\","
						+ "\"notify\":\"\",\"persistentDeleteAfterDays\":0,\"firstTsType\":0}",
				"{\"format\":\"m3u8\"}")) {
			TestClient.Answer answer = saveAs(body);
			assertThat(answer.status()).as(body).isEqualTo(200);
			assertThat(answer.body())
				.isEqualTo("{\"fname\":\"recordings/z1.test-hub.room/%d_%d.m3u8\",\"start\":%d,\"end\":%d}"
					.formatted(NOW, NOW + 60, NOW, NOW + 60));
		}
		assertThat(this.simulator.fops()).isEmpty();
	}

	@Test
	void savesAFileWithAPersistentIdThatTheFopCallKnows() {
		TestClient.Answer answer = saveAs(
				"{\"fname\":\"录像/a.mp4\",\"format\":\"mp4\",\"pipeline\":\"p1\"," + "\"start\":" + (NOW + 10)
						+ ",\"end\":" + (NOW + 20) + ",\"expireDays\":-1,\"persistentDeleteAfterDays\":7,"
						+ "\"firstTsType\":3,\"notify\":\"http://127.0.0.1:1/fop\"}");
		assertThat(answer.text("fname")).isEqualTo("录像/a.mp4");
		assertThat(answer.json().get("start").longValue()).isEqualTo(NOW + 10);
		assertThat(answer.json().get("end").longValue()).isEqualTo(NOW + 20);
		JsonNode fop = this.client.unsigned("GET", "/status/get/prefop?id=" + answer.text("persistentID")).json();
		assertThat(fop.get("inputBucket").stringValue()).isEqualTo("test-hub");
		assertThat(fop.get("pipeline").stringValue()).isEqualTo("p1");
		assertThat(fop.get("items").get(0).get("cmd").stringValue()).isEqualTo("avthumb/mp4");
		this.simulator.fop(answer.text("persistentID")).complete();
		fop = this.client.unsigned("GET", "/status/get/prefop?id=" + answer.text("persistentID")).json();
		assertThat(fop.get("items").get(0).get("key").stringValue()).isEqualTo("录像/a.mp4");
	}

	@Test
	void hasNothingToSaveOfAStreamThatWasNotLive() {
		this.simulator.defaultHub().createStream("never");
		TestClient.Answer answer = this.client.post(V2StreamEndpointsTests.path("never", "/saveas"), "{}");
		assertThat(answer.status()).isEqualTo(619);
		assertThat(answer.text("error")).isEqualTo("no data");
		assertThat(saveAs("{\"start\":1,\"end\":" + NOW + "}").status()).isEqualTo(619);
		assertThat(this.client.post(V2StreamEndpointsTests.path("unknown", "/saveas"), "{}").status()).isEqualTo(612);
	}

	@Test
	void refusesAPipelineThatDoesNotExist() {
		assertThat(saveAs("{\"format\":\"mp4\",\"pipeline\":\"other\"}").status()).isEqualTo(400);
		assertThat(saveAs("{\"format\":\"mp4\",\"pipeline\":\"other\"}").text("error")).isEqualTo("no such pipeline");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"format\":\"avi\"}", "{\"start\":9,\"end\":9}", "{\"start\":-1}", "{\"end\":\"1\"}",
			"{\"expireDays\":-2}", "{\"persistentDeleteAfterDays\":-1}", "{\"firstTsType\":4}", "{\"fname\":\" \"}",
			"{\"fname\":1}", "{\"notify\":\"ftp://x\"}", "{\"notify\":\"x\"}", "{", "[]" })
	void refusesToSave(String body) {
		assertThat(saveAs(body).status()).isEqualTo(400);
	}

	@Test
	void takesASnapshot() {
		TestClient.Answer answer = snapshot("{}");
		assertThat(answer.body()).isEqualTo("{\"fname\":\"snapshots/z1.test-hub.room/%d.jpg\"}".formatted(NOW + 60));
		assertThat(snapshot("").status()).isEqualTo(200);
		answer = snapshot("{\"fname\":\"s.png\",\"time\":" + (NOW + 5)
				+ ",\"format\":\"png\",\"pipeline\":\"p1\",\"notify\":\"http://127.0.0.1:1/n\",\"deleteAfterDays\":1}");
		assertThat(answer.text("fname")).isEqualTo("s.png");
		assertThat(this.simulator.fop(answer.text("persistentID")).code()).isEqualTo(FopCode.WAITING);
	}

	@Test
	void hasNoPictureOfATimeWithoutAPush() {
		assertThat(snapshot("{\"time\":5}").status()).isEqualTo(619);
		this.stream.goOffline();
		assertThat(snapshot("{}").status()).isEqualTo(619);
		assertThat(snapshot("{\"time\":" + NOW + "}").status()).isEqualTo(200);
	}

	@Test
	void filesAreMadeInTheOrderOfTheirRequests() throws Exception {
		BlockingQueue<FileOrder> orders = new LinkedBlockingQueue<>();
		Instant now = this.clock.instant();
		long second = now.getEpochSecond();
		try (PiliSimulator making = PiliSimulator.builder().clock(this.clock).fileMaker(orders::add).start()) {
			SimulatedStream room = making.defaultHub().createStream("room");
			room.record(now.minusSeconds(60), now.minusSeconds(10));
			room.goLive();
			TestClient own = new TestClient(making);
			String path = V2StreamEndpointsTests.path("room", "");
			own.post(path + "/saveas", "{\"fname\":\"a\",\"start\":" + (second - 50) + "}");
			assertThat(orders.remove()).isEqualTo(
					new FileOrder(room, FileOrder.Kind.PLAYLIST, "a", null, Instant.ofEpochSecond(second - 50), null));
			own.post(path + "/snapshot", "{\"fname\":\"b\",\"time\":" + (second - 20) + "}");
			assertThat(orders.remove()).isEqualTo(
					new FileOrder(room, FileOrder.Kind.SNAPSHOT, "b", "jpg", Instant.ofEpochSecond(second - 20), null));
			own.post(path + "/snapshot", "{\"fname\":\"c\",\"format\":\"png\"}");
			assertThat(orders.remove()).isEqualTo(new FileOrder(room, FileOrder.Kind.SNAPSHOT, "c", "png", null, null));
			TestClient.Answer answer = own.post(path + "/saveas",
					"{\"fname\":\"d\",\"format\":\"mp4\",\"end\":" + (second - 20) + "}");
			assertThat(orders.poll(30, TimeUnit.SECONDS)).isEqualTo(new FileOrder(room, FileOrder.Kind.RECORDING, "d",
					"mp4", null, Instant.ofEpochSecond(second - 20)));
			SimulatedFop fop = making.fop(answer.text("persistentID"));
			Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> fop.code() == FopCode.DONE);
		}
	}

	@Test
	void tellsWhyAFileCannotBeMade() {
		try (PiliSimulator making = PiliSimulator.builder().fileMaker((order) -> {
			throw new IOException("disk full");
		}).start()) {
			making.defaultHub().goLive("room").record(Instant.ofEpochSecond(1000), Instant.ofEpochSecond(2000));
			for (String call : List.of("/saveas", "/snapshot")) {
				TestClient.Answer answer = new TestClient(making).post(V2StreamEndpointsTests.path("room", call), "{}");
				assertThat(answer.status()).isEqualTo(619);
				assertThat(answer.text("detail")).isEqualTo("disk full");
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"format\":\"gif\"}", "{\"time\":-1}", "{\"deleteAfterDays\":-1}",
			"{\"pipeline\":\"other\"}", "{\"notify\":\"x\"}" })
	void refusesToTakeASnapshot(String body) {
		assertThat(snapshot(body).status()).isEqualTo(400);
	}

	private TestClient.Answer saveAs(String body) {
		return this.client.post(V2StreamEndpointsTests.path("room", "/saveas"), body);
	}

	private TestClient.Answer snapshot(String body) {
		return this.client.post(V2StreamEndpointsTests.path("room", "/snapshot"), body);
	}

}
