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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.client.RestTestClient;

import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.SimulatedHub;
import io.pilispring.simulator.SimulatedStream;
import io.pilispring.simulator.autoconfigure.AutoConfigurePiliSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the JSON API of a hub of version 2, beside hubs of version 1.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigurePiliSimulator
@ActiveProfiles("hubs")
class LiveStreamApiTests {

	private static final String HUB = "/hubs/studio";

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	@Autowired
	private PiliSimulator simulator;

	@LocalServerPort
	private int port;

	private RestTestClient client;

	private SimulatedHub hub;

	@BeforeEach
	void createClient() {
		this.client = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + this.port + "/api").build();
		this.hub = this.simulator.hub("studio-live");
	}

	@Test
	void streamIsCreatedByItsKeyAndListed() {
		send("POST", HUB + "/streams", Map.of("key", "a")).expectStatus()
			.isCreated()
			.expectBody()
			.jsonPath("$.hub")
			.isEqualTo("studio")
			.jsonPath("$.key")
			.isEqualTo("a")
			.jsonPath("$.disabled")
			.isEqualTo(false)
			.jsonPath("$.createdAt")
			.isNotEmpty()
			.jsonPath("$.publishKey")
			.doesNotExist()
			.jsonPath("$.info")
			.doesNotExist();
		this.hub.goLive("front-door");
		get(HUB + "/streams").json("""
				{"items": [{"hub": "studio", "key": "a"}, {"hub": "studio", "key": "front-door"}], "marker": null}""");
		get(HUB + "/streams?live=true").jsonPath("$.items[*].key").isEqualTo(List.of("front-door"));
		get(HUB + "/streams?prefix=fr").jsonPath("$.items[*].key").isEqualTo(List.of("front-door"));
		get(HUB + "/streams/front-door").jsonPath("$.key").isEqualTo("front-door");
	}

	@Test
	void nextPageStartsAtTheMarker() {
		this.hub.createStream("a");
		this.hub.createStream("b");
		Object marker = send("GET", HUB + "/streams?limit=1", null).returnResult(Map.class)
			.getResponseBody()
			.get("marker");
		this.client.get()
			.uri((uri) -> uri.path(HUB + "/streams").queryParam("marker", marker).build())
			.exchange()
			.expectBody()
			.jsonPath("$.items[*].key")
			.isEqualTo(List.of("b"));
	}

	@Test
	void publishUrlsAreAcceptedAndStatusFollows() {
		SimulatedStream stream = this.hub.createStream("front-door");
		get(HUB + "/streams/front-door/status").json("{\"live\": false}").jsonPath("$.startAt").doesNotExist();
		Map<?, ?> urls = send("POST", HUB + "/streams/front-door/publish-urls?validity=PT10M", null)
			.returnResult(Map.class)
			.getResponseBody();
		assertThat(Instant.parse(urls.get("expiresAt").toString())).isBetween(Instant.now().plusSeconds(500),
				Instant.now().plusSeconds(600));
		assertThat(this.simulator.publish(urls.get("rtmp").toString()).accepted()).isTrue();
		get(HUB + "/streams/front-door/status").jsonPath("$.live")
			.isEqualTo(true)
			.jsonPath("$.startAt")
			.isNotEmpty()
			.jsonPath("$.framesPerSecond.video")
			.isEqualTo(25.0);
		stream.goOffline();
		assertThat(this.simulator.publish(urls.get("srt").toString()).accepted()).isTrue();
		assertThat(stream.isLive()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "none, false", "expiry, true", "static, false" })
	void publishUrlsHaveTheSecurityThatPiliReports(String security, boolean expires) {
		this.hub.createStream("front-door");
		this.hub.setPublishSecurity(security, "a-key");
		RestTestClient.ResponseSpec response = send("POST", HUB + "/streams/front-door/publish-urls", null);
		if (security.equals("none")) {
			response.expectBody()
				.jsonPath("$.rtmp")
				.value((url) -> assertThat(url.toString()).endsWith("/studio-live/front-door"))
				.jsonPath("$.expiresAt")
				.isEmpty();
		}
		else {
			// PILI does not tell the publish key
			response.expectStatus()
				.isEqualTo(409)
				.expectBody()
				.jsonPath("$.detail")
				.value((detail) -> assertThat(detail.toString()).contains("has no publish key")
					.doesNotContain("a-key"));
		}
	}

	@Test
	void playUrlsAreThoseOfTheProfile() {
		get(HUB + "/streams/front-door/play-urls").jsonPath("$.hls")
			.value((url) -> assertThat(url.toString()).startsWith("http://").endsWith("/front-door.m3u8"))
			.jsonPath("$.flv")
			.value((url) -> assertThat(url.toString()).endsWith("/front-door.flv"));
		get(HUB + "/streams/front-door/play-urls?profile=720p&validity=PT1H").jsonPath("$.rtmp")
			.value((url) -> assertThat(url.toString()).startsWith("rtmp://").endsWith("/front-door@720p"));
	}

	@Test
	void streamIsDisabledUntilOrForAndEnabled() {
		SimulatedStream stream = this.hub.goLive("front-door");
		send("POST", HUB + "/streams/front-door/disable", null).expectBody()
			.jsonPath("$.disabledForever")
			.isEqualTo(true);
		assertThat(stream.isDisabled()).isTrue();
		assertThat(stream.isLive()).isFalse();
		send("POST", HUB + "/streams/front-door/enable", null).expectBody().jsonPath("$.disabled").isEqualTo(false);
		assertThat(stream.isDisabled()).isFalse();
		Instant until = Instant.now().plus(Duration.ofHours(1));
		send("POST", HUB + "/streams/front-door/disable?until=" + until, null).expectBody()
			.jsonPath("$.disabledTill")
			.value((till) -> assertThat(Instant.parse(till.toString())).isBetween(until, until.plusSeconds(1)));
		send("POST", HUB + "/streams/front-door/disable?for=PT2H", null).expectBody()
			.jsonPath("$.disabledTill")
			.value((till) -> assertThat(Instant.parse(till.toString())).isAfter(until.plusSeconds(3000)));
		send("POST", HUB + "/streams/front-door/disable?for=PT2H&until=" + until, null).expectStatus().isBadRequest();
	}

	@Test
	void historyIsListedSavedAndPhotographed() {
		SimulatedStream stream = this.hub.createStream("front-door");
		stream.record(START, START.plusSeconds(60));
		get(HUB + "/streams/front-door/history").jsonPath("$[0].start")
			.isEqualTo(START.toString())
			.jsonPath("$[0].end")
			.isEqualTo(START.plusSeconds(60).toString());
		get(HUB + "/streams/front-door/history?start=" + START.plusSeconds(100)).json("[]");
		Map<?, ?> file = send("POST", HUB + "/streams/front-door/files", Map.of("name", "a.mp4", "format", "mp4"))
			.returnResult(Map.class)
			.getResponseBody();
		assertThat(file.get("url").toString()).endsWith("/a.mp4");
		get(HUB + "/fops/" + file.get("persistentId")).jsonPath("$.id").isEqualTo(file.get("persistentId").toString());
		send("POST", HUB + "/streams/front-door/snapshots", Map.of("name", "a.jpg")).expectStatus()
			.isEqualTo(409)
			.expectBody()
			.jsonPath("$.requestId")
			.isNotEmpty();
		stream.goLive();
		send("POST", HUB + "/streams/front-door/snapshots", Map.of("name", "a.jpg")).expectStatus()
			.isAccepted()
			.expectBody()
			.jsonPath("$.name")
			.isEqualTo("a.jpg");
	}

	@Test
	void profilesAreSet() {
		this.hub.createStream("front-door");
		send("PUT", HUB + "/streams/front-door/converts", List.of("480p", "720p")).expectBody()
			.jsonPath("$.converts")
			.isEqualTo(List.of("480p", "720p"));
		send("PUT", HUB + "/streams/front-door/converts", List.of()).expectBody()
			.jsonPath("$.converts")
			.isEqualTo(List.of());
		send("PUT", HUB + "/streams/front-door/converts", List.of("unheard-of")).expectStatus().isBadRequest();
	}

	@Test
	void deletionIsRefusedWithTheReason() {
		this.hub.createStream("front-door");
		send("DELETE", HUB + "/streams/front-door", null).expectStatus()
			.isEqualTo(409)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("Hub 'studio' has version 2 of the API. Its streams cannot be deleted: a stream ends by itself"
					+ " some days after the last push. Disable the stream if nobody may push to it.");
		assertThat(this.hub.hasStream("front-door")).isTrue();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			PATCH, studio, /streams/ID,                                         2
			POST,  studio, /streams/ID/publish-url,                             2
			GET,   studio, /streams/ID/segments,                                2
			GET,   studio, /streams/ID/playback-urls?start=2026-01-01T00:00:00Z, 2
			GET,   piliHub, /streams/ID/history,                                1
			POST,  piliHub, /streams/ID/publish-urls,                           1
			PUT,   piliHub, /streams/ID/converts,                               1
			""")
	void whatTheOtherVersionHasIsRefusedWithTheReason(String method, String key, String path, int version) {
		String id = this.simulator.createStream("front-door").id();
		Object body = (method.equals("PATCH")) ? Map.of() : (method.equals("PUT")) ? List.of() : null;
		send(method, "/hubs/" + key + path.replace("ID", id), body).expectStatus()
			.isEqualTo(409)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("Hub '" + key + "' has version " + version + " of the API. Only another version has this.");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			GET,  /streams/nobody,                                404
			GET,  /streams/nobody/status,                         404
			GET,  /streams/nobody/history,                        404
			POST, /streams/nobody/disable,                        404
			POST, /streams/nobody/publish-urls,                   404
			GET,  /streams?limit=0,                               400
			GET,  /streams?marker=nope,                           400
			POST, /streams,                                       400
			POST, /streams/front-door/publish-urls?validity=PT0S, 400
			POST, /streams/front-door/publish-urls?validity=PT999999999999H, 400
			POST, /streams/front-door/disable?for=PT0S,           400
			POST, /streams/front-door/disable?until=x,            400
			GET,  /streams/front-door/history?start=x,            400
			GET,  /streams/front-door/play-urls?profile=%00,      400
			PUT,  /streams/front-door,                            405
			""")
	void problemsAreTold(String method, String path, int status) {
		this.hub.createStream("front-door");
		send(method, HUB + path, null).expectStatus()
			.isEqualTo(status)
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo(status);
	}

	@Test
	void keysThatAreTakenOrNotValidAreRefused() {
		this.hub.createStream("front-door");
		send("POST", HUB + "/streams", Map.of("key", "front-door")).expectStatus().isEqualTo(409);
		send("POST", HUB + "/streams", Map.of("key", "front door")).expectStatus().isBadRequest();
		send("POST", HUB + "/streams", Map.of()).expectStatus().isBadRequest();
		send("PUT", HUB + "/streams/front-door/converts", Map.of()).expectStatus().isBadRequest();
	}

	private RestTestClient.BodyContentSpec get(String path) {
		return send("GET", path, null).expectStatus().isOk().expectBody();
	}

	private RestTestClient.ResponseSpec send(String method, String path, Object body) {
		RestTestClient.RequestBodySpec request = this.client.method(HttpMethod.valueOf(method)).uri(path);
		return (body != null) ? request.contentType(MediaType.APPLICATION_JSON).body(body).exchange()
				: request.exchange();
	}

}
