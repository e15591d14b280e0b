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

package io.pilispring.sample;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.SimulatedStream;
import io.pilispring.simulator.autoconfigure.AutoConfigurePiliSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the JSON API, on the simulator.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigurePiliSimulator
class StreamApiTests {

	@Autowired
	private PiliSimulator simulator;

	@LocalServerPort
	private int port;

	private RestTestClient client;

	@BeforeEach
	void createClient() {
		this.client = RestTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + this.port + "/api/hubs/piliHub")
			.build();
	}

	@Test
	void createsListsAndDeletes() {
		post("/streams", Map.of("title", "first-stream", "publishSecurity", "static")).expectStatus()
			.isCreated()
			.expectBody()
			.jsonPath("$.title")
			.isEqualTo("first-stream")
			.jsonPath("$.publishKey")
			.doesNotExist();
		String id = this.simulator.stream("first-stream").id();
		get("/streams?prefix=first").jsonPath("$.items[0].id").isEqualTo(id).jsonPath("$.marker").isEmpty();
		get("/streams?connected=true").jsonPath("$.items.length()").isEqualTo(0);
		this.client.delete().uri("/streams/" + id).exchange().expectStatus().isNoContent();
		assertThat(this.simulator.streams()).isEmpty();
	}

	@Test
	void createsWithoutABody() {
		this.client.post().uri("/streams").exchange().expectStatus().isCreated();
		assertThat(this.simulator.streams()).hasSize(1);
	}

	@Test
	void updatesDisablesAndEnables() {
		SimulatedStream stream = this.simulator.createStream("to-update");
		this.client.patch()
			.uri("/streams/" + stream.id())
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("publishSecurity", "dynamic", "publishKey", "a-new-key"))
			.exchange()
			.expectStatus()
			.isOk();
		assertThat(stream.publishSecurity()).isEqualTo("dynamic");
		assertThat(stream.publishKey()).isEqualTo("a-new-key");
		post("/streams/" + stream.id() + "/disable", null).expectStatus().isOk();
		assertThat(stream.isDisabled()).isTrue();
		post("/streams/" + stream.id() + "/enable", null).expectStatus().isOk();
		assertThat(stream.isDisabled()).isFalse();
		post("/streams/" + stream.id() + "/disable?until=" + Instant.now().plusSeconds(600), null).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.disabledTill")
			.isNotEmpty();
		post("/streams/" + stream.id() + "/enable", null).expectStatus().isOk();
		assertThat(stream.isDisabled()).isFalse();
	}

	@Test
	void publishUrlIsAcceptedAndStatusFollows() {
		SimulatedStream stream = this.simulator.createStream("to-publish");
		String url = post("/streams/" + stream.id() + "/publish-url", null).returnResult(Map.class)
			.getResponseBody()
			.get("url")
			.toString();
		get("/streams/" + stream.id() + "/status").jsonPath("$.status").isEqualTo("disconnected");
		assertThat(this.simulator.publish(url).accepted()).isTrue();
		get("/streams/" + stream.id() + "/status").jsonPath("$.status")
			.isEqualTo("connected")
			.jsonPath("$.framesPerSecond.video")
			.isEqualTo(25.0);
		get("/streams/" + stream.id() + "/play-urls").jsonPath("$.hls.ORIGIN")
			.value((hls) -> assertThat(hls.toString()).endsWith("/to-publish.m3u8"));
	}

	@Test
	void recordingsAreListedAndSaved() {
		SimulatedStream stream = this.simulator.createStream("to-save");
		Instant start = Instant.parse("2026-01-01T00:00:00Z");
		stream.record(start, start.plusSeconds(60));
		get("/streams/" + stream.id() + "/segments").jsonPath("$.segments[0].start").isEqualTo("2026-01-01T00:00:00Z");
		get("/streams/" + stream.id() + "/playback-urls?start=" + start + "&end=" + start.plusSeconds(9))
			.jsonPath("$.ORIGIN")
			.value((url) -> assertThat(url.toString()).contains("start=1767225600&end=1767225609"));
		Map<?, ?> file = post("/streams/" + stream.id() + "/files", Map.of("name", "a.mp4", "format", "mp4"))
			.returnResult(Map.class)
			.getResponseBody();
		get("/fops/" + file.get("persistentId")).jsonPath("$.id").isEqualTo(file.get("persistentId").toString());
	}

	@Test
	void snapshotOfAStreamThatIsNotLiveIsAConflict() {
		SimulatedStream stream = this.simulator.createStream("not-live");
		post("/streams/" + stream.id() + "/snapshots", Map.of("name", "a.jpg", "format", "jpg")).expectStatus()
			.isEqualTo(409)
			.expectBody()
			.jsonPath("$.requestId")
			.isNotEmpty();
		stream.goLive();
		post("/streams/" + stream.id() + "/snapshots", Map.of("name", "a.jpg", "format", "jpg")).expectStatus()
			.isAccepted();
	}

	@Test
	void problemsAreTold() {
		this.simulator.createStream("taken-title");
		post("/streams", Map.of("title", "taken-title")).expectStatus().isEqualTo(409);
		post("/streams", Map.of("title", "no")).expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.detail")
			.value((detail) -> assertThat(detail.toString()).contains("'title'").contains("'no'"));
		this.client.get().uri("/streams/z1.test-hub.none").exchange().expectStatus().isNotFound();
		this.client.get().uri("/streams?limit=0").exchange().expectStatus().isBadRequest();
	}

	private RestTestClient.BodyContentSpec get(String path) {
		return this.client.get().uri(path).exchange().expectStatus().isOk().expectBody();
	}

	private RestTestClient.ResponseSpec post(String path, Object body) {
		RestTestClient.RequestBodySpec request = this.client.post().uri(path);
		return (body != null) ? request.contentType(MediaType.APPLICATION_JSON).body(body).exchange()
				: request.exchange();
	}

}
