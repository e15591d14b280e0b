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

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MediaEndpointsTests {

	private PiliSimulator simulator;

	private TestClient client;

	private SimulatedStream stream;

	@BeforeEach
	void start() {
		this.simulator = PiliSimulator.start();
		this.client = new TestClient(this.simulator);
		this.stream = this.simulator.createStream("my-title");
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void savesAsAFile() {
		record();
		TestClient.Answer answer = post("saveas",
				"{\"name\":\"视频.mp4\",\"start\":1000,\"end\":2000,\"format\":\"mp4\",\"pipeline\":\"mine\"}");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text("url"))
			.isEqualTo("http://vod.pili.test/recordings/z1.test-hub.my-title/%E8%A7%86%E9%A2%91.m3u8");
		assertThat(answer.text("targetUrl"))
			.isEqualTo("http://vod.pili.test/recordings/z1.test-hub.my-title/%E8%A7%86%E9%A2%91.mp4");
		assertThat(this.simulator.fop(answer.text("persistentId")).code()).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"name\":\"video\"}",
			"{\"name\":\"video\",\"format\":null,\"start\":null,\"end\":null,\"notifyUrl\":null,\"pipeline\":null}" })
	void savesAsAPlaylist(String body) {
		record();
		TestClient.Answer answer = post("saveas", body);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(answer.text("url")).endsWith("/video.m3u8");
		assertThat(answer.json().has("targetUrl")).isFalse();
		SimulatedFop fop = this.simulator.fop(answer.text("persistentId"));
		assertThat(this.simulator.fops()).containsExactly(fop);
		fop.complete();
		TestClient.Answer progress = this.client.unsigned("GET", "/status/get/prefop?id=" + fop.id());
		assertThat(progress.json().get("items").get(0).get("key").stringValue())
			.isEqualTo("recordings/z1.test-hub.my-title/video.m3u8");
	}

	@ParameterizedTest
	@CsvSource({ "video.mp4,video", "a.b.mp4,a.b", ".hidden,.hidden" })
	void playlistHasTheNameOfTheFileWithoutItsType(String name, String stem) {
		record();
		assertThat(post("saveas", "{\"name\":\"" + name + "\"}").text("url")).endsWith("/" + stem + ".m3u8");
	}

	@Test
	void savesWhatIsLeftOpen() {
		List<FileOrder> orders = new ArrayList<>();
		try (PiliSimulator making = PiliSimulator.builder().fileMaker(orders::add).start()) {
			SimulatedStream recorded = making.createStream("my-title");
			recorded.record(Instant.ofEpochSecond(1000), Instant.ofEpochSecond(2000));
			for (String range : List.of("\"start\":-1,\"end\":-1", "\"start\":-1,\"end\":1500",
					"\"start\":1500,\"end\":-1", "\"start\":1500,\"end\":1600")) {
				TestClient.Answer answer = new TestClient(making).post("/v1/streams/" + recorded.id() + "/saveas",
						"{\"name\":\"a\"," + range + "}");
				assertThat(answer.status()).as(answer.body()).isEqualTo(200);
			}
		}
		assertThat(orders).extracting(FileOrder::start)
			.containsExactly(null, null, Instant.ofEpochSecond(1500), Instant.ofEpochSecond(1500));
		assertThat(orders).extracting(FileOrder::end)
			.containsExactly(null, Instant.ofEpochSecond(1500), null, Instant.ofEpochSecond(1600));
	}

	@Test
	void whatIsLeftOpenMustHaveBeenRecorded() {
		record();
		assertThat(post("saveas", "{\"name\":\"a\",\"start\":-1,\"end\":1000}").status()).isEqualTo(619);
		assertThat(post("saveas", "{\"name\":\"a\",\"start\":2000,\"end\":-1}").status()).isEqualTo(619);
	}

	@Test
	void hasNothingToSave() {
		assertThat(post("saveas", "{\"name\":\"video\"}").status()).isEqualTo(619);
		record();
		assertThat(post("saveas", "{\"name\":\"video\",\"start\":2000,\"end\":3000}").status()).isEqualTo(619);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"name\":\"\"}", "{\"name\":\" \"}", "{\"name\":1}",
			"{\"name\":\"a\",\"start\":1}", "{\"name\":\"a\",\"end\":1}", "{\"name\":\"a\",\"start\":2,\"end\":2}",
			"{\"name\":\"a\",\"start\":3,\"end\":2}", "{\"name\":\"a\",\"start\":\"1\",\"end\":\"2\"}",
			"{\"name\":\"a\",\"start\":1.5,\"end\":2}", "{\"name\":null}", "{\"name\":\"a\",\"start\":1,\"end\":null}",
			"{\"name\":\"a\",\"start\":-1}", "{\"name\":\"a\",\"end\":-1}", "{\"name\":\"a\",\"start\":-2,\"end\":-1}",
			"{\"name\":\"a\",\"start\":-1,\"end\":-2}", "{\"name\":\"a\",\"start\":-1,\"end\":0}",
			"{\"name\":\"a\",\"notifyUrl\":\"nowhere\"}", "{\"name\":\"a\",\"notifyUrl\":\"ftp://a/b\"}",
			"{\"name\":\"a\",\"notifyUrl\":\"http://a b\"}", "{\"name\":\"a\",\"pipeline\":1}", "nonsense" })
	void refusesToSave(String body) {
		record();
		assertThat(post("saveas", body).status()).isEqualTo(400);
	}

	@Test
	void takesASnapshotOfALiveStream() {
		this.stream.goLive();
		TestClient.Answer answer = post("snapshot",
				"{\"name\":\"image.jpg\",\"format\":\"jpg\",\"time\":null,\"notifyUrl\":null,\"pipeline\":null}");
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(answer.text("targetUrl"))
			.isEqualTo("http://static.pili.test/snapshots/z1.test-hub.my-title/image.jpg");
		assertThat(this.simulator.fops()).extracting(SimulatedFop::id).containsExactly(answer.text("persistentId"));
	}

	@Test
	void takesASnapshotOfARecording() {
		record();
		assertThat(snapshotAt(1500).status()).isEqualTo(200);
		assertThat(snapshotAt(999).status()).isEqualTo(619);
		assertThat(snapshotAt(2000).status()).isEqualTo(619);
		assertThat(snapshotAt(0).status()).isEqualTo(619);
		assertThat(snapshotAt(-1).status()).isEqualTo(400);
	}

	@Test
	void takesNoSnapshotOfAStreamThatIsNotLive() {
		TestClient.Answer answer = post("snapshot", "{\"name\":\"image.jpg\",\"format\":\"jpg\"}");
		assertThat(answer.status()).isEqualTo(619);
		assertThat(answer.json().get("error").intValue()).isEqualTo(619001);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"name\":\"a\"}", "{\"format\":\"jpg\"}", "{\"name\":\"a\",\"format\":null}",
			"{\"name\":null,\"format\":\"jpg\"}", "{\"name\":\"\",\"format\":\"jpg\"}",
			"{\"name\":\"a\",\"format\":\"jpg\",\"time\":\"1\"}",
			"{\"name\":\"a\",\"format\":\"jpg\",\"notifyUrl\":1}" })
	void refusesASnapshot(String body) {
		this.stream.goLive();
		assertThat(post("snapshot", body).status()).isEqualTo(400);
	}

	private TestClient.Answer snapshotAt(long time) {
		return post("snapshot", "{\"name\":\"image.jpg\",\"format\":\"jpg\",\"time\":" + time + "}");
	}

	private TestClient.Answer post(String call, String body) {
		return this.client.post("/v1/streams/" + this.stream.id() + "/" + call, body);
	}

	private void record() {
		this.stream.record(Instant.ofEpochSecond(1000), Instant.ofEpochSecond(2000));
	}

}
