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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.util.UriComponentsBuilder;

import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.SimulatedAccount;
import io.pilispring.simulator.SimulatedHub;
import io.pilispring.simulator.SimulatedStream;
import io.pilispring.simulator.StreamSpec;
import io.pilispring.simulator.autoconfigure.AutoConfigurePiliSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the JSON API of several hubs, two of which have the same name in two
 * accounts.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigurePiliSimulator
@ActiveProfiles("hubs")
class SeveralHubsApiTests {

	@Autowired
	private PiliSimulator simulator;

	@LocalServerPort
	private int port;

	private RestTestClient client;

	private SimulatedAccount partner;

	@BeforeEach
	void createClient() {
		this.client = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + this.port + "/api").build();
		this.partner = this.simulator.account("partner-access-key");
	}

	@Test
	void hubsAreListed() {
		get("/hubs").json("""
				[{"key": "piliHub", "name": "test-hub", "version": "v1"},
				{"key": "archive", "name": "archive-live", "version": "v1"},
				{"key": "partner", "name": "test-hub", "version": "v1"},
				{"key": "studio", "name": "studio-live", "version": "v2"}]""");
	}

	@Test
	void streamsOfAllHubsAreListedWithTheKeysOfTheirHubs() {
		this.simulator.createStream("front-door");
		this.partner.createStream("front-door");
		assertThat(list("/streams")).containsExactly("piliHub front-door", "partner front-door");
		assertThat(list("/streams?hub=partner")).containsExactly("partner front-door");
		assertThat(list("/streams?hub=archive")).isEmpty();
		assertThat(list("/hubs/partner/streams")).containsExactly("partner front-door");
	}

	@Test
	void prefixAndConnectedHoldForAllHubs() {
		this.simulator.createStream("front-door");
		this.simulator.createStream("lobby");
		this.partner.createStream("front-door").goLive();
		this.partner.createStream("lobby").goLive();
		SimulatedHub studio = this.simulator.hub("studio-live");
		studio.createStream("front-desk");
		studio.goLive("front-gate");
		assertThat(list("/streams?prefix=front")).containsExactly("piliHub front-door", "partner front-door",
				"studio front-desk", "studio front-gate");
		assertThat(list("/streams?connected=true&prefix=front")).containsExactly("partner front-door",
				"studio front-gate");
		assertThat(list("/streams?live=true&prefix=front")).containsExactly("partner front-door", "studio front-gate");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8, 20 })
	void pagesGoThroughOneHubAfterTheOther(int limit) {
		List<String> all = new ArrayList<>();
		for (int number = 1; number <= 3; number++) {
			this.simulator.createStream("camera-" + number);
			all.add("piliHub camera-" + number);
		}
		this.simulator.createStream(StreamSpec.titled("camera-1").inHub("archive-live"));
		all.add("archive camera-1");
		for (int number = 1; number <= 2; number++) {
			this.partner.createStream("camera-" + number);
			all.add("partner camera-" + number);
		}
		for (int number = 1; number <= 2; number++) {
			this.simulator.createStream(StreamSpec.titled("camera-" + number).inHub("studio-live"));
			all.add("studio camera-" + number);
		}
		List<String> found = new ArrayList<>();
		Object marker = "";
		for (int page = 0; marker != null; page++) {
			assertThat(page).as("pages").isLessThanOrEqualTo(all.size() + 4);
			Map<?, ?> answer = read(UriComponentsBuilder.fromPath("/streams")
				.queryParam("limit", limit)
				.queryParam("marker", marker)
				.toUriString());
			assertThat(streams(answer)).hasSizeLessThanOrEqualTo(limit);
			found.addAll(streams(answer));
			marker = answer.get("marker");
		}
		assertThat(found).containsExactlyElementsOf(all);
	}

	@Test
	void hubThatFailsDoesNotHideTheOthers() {
		this.simulator.createStream("front-door");
		this.simulator.hub("studio-live").createStream("desk");
		this.simulator.wireMock()
			.stubFor(WireMock.get(WireMock.urlPathEqualTo("/v1/streams"))
				.withHeader("Authorization", WireMock.containing("partner-access-key"))
				.willReturn(WireMock.status(401).withHeader("X-Reqid", "the-request").withBody("{\"error\":\"no\"}")));
		Map<?, ?> page = read("/streams");
		assertThat(streams(page)).containsExactly("piliHub front-door", "studio desk");
		assertThat(page.get("failures")).asInstanceOf(InstanceOfAssertFactories.list(Map.class))
			.singleElement()
			.satisfies((failure) -> {
				assertThat(failure.get("hub")).isEqualTo("partner");
				assertThat(failure.get("detail")).asString().contains("401");
				assertThat(failure.get("requestId")).isEqualTo("the-request");
			});
		this.client.get().uri("/streams?hub=partner").exchange().expectStatus().isEqualTo(502);
		this.simulator.wireMock().resetMappings();
		assertThat(read("/streams").containsKey("failures")).isFalse();
	}

	@Test
	void allHubsThatFailAreAFailure() {
		this.simulator.wireMock()
			.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.status(401).withBody("{\"error\":\"no\"}")));
		this.client.get().uri("/streams").exchange().expectStatus().isEqualTo(502);
		this.simulator.wireMock().resetMappings();
	}

	@Test
	void markerOfAnotherHubIsRefused() {
		this.simulator.createStream("camera-1");
		this.simulator.createStream("camera-2");
		Object marker = read("/streams?limit=1").get("marker");
		this.client.get()
			.uri((uri) -> uri.path("/streams").queryParam("hub", "partner").queryParam("marker", marker).build())
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.detail")
			.value((detail) -> assertThat(detail.toString()).startsWith("'marker' must be"));
	}

	@Test
	void streamIsCreatedReadAndDeletedInItsHubAlone() {
		SimulatedStream mine = this.simulator.createStream("front-door");
		this.client.post()
			.uri("/hubs/partner/streams")
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("title", "front-door", "publishSecurity", "dynamic"))
			.exchange()
			.expectStatus()
			.isCreated()
			.expectBody()
			.jsonPath("$.hub")
			.isEqualTo("partner")
			.jsonPath("$.id")
			.isEqualTo(mine.id());
		get("/hubs/piliHub/streams/" + mine.id()).jsonPath("$.publishSecurity")
			.isEqualTo("static")
			.jsonPath("$.hub")
			.isEqualTo("piliHub");
		get("/hubs/partner/streams/" + mine.id()).jsonPath("$.publishSecurity").isEqualTo("dynamic");
		this.client.delete().uri("/hubs/partner/streams/" + mine.id()).exchange().expectStatus().isNoContent();
		assertThat(this.partner.streams()).isEmpty();
		assertThat(this.simulator.streams()).extracting(SimulatedStream::title).containsExactly("front-door");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /streams?hub=nope", "GET /hubs/nope/streams", "POST /hubs/nope/streams",
			"GET /hubs/nope/streams/ID", "DELETE /hubs/nope/streams/ID", "POST /hubs/nope/streams/ID/disable",
			"GET /hubs/nope/streams/ID/segments", "GET /hubs/nope/fops/z0.1", "GET /hubs/nope/streams/ID/history",
			"PUT /hubs/nope/streams/ID/converts" })
	void unknownHubIsNotFound(String request) {
		SimulatedStream stream = this.simulator.createStream("front-door");
		String[] parts = request.replace("ID", stream.id()).split(" ");
		this.client.method(HttpMethod.valueOf(parts[0]))
			.uri(parts[1])
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("There is no hub 'nope'");
		assertThat(this.simulator.streams()).hasSize(1);
		assertThat(stream.isDisabled()).isFalse();
	}

	private List<String> list(String path) {
		return streams(read(path));
	}

	private static List<String> streams(Map<?, ?> page) {
		return ((List<?>) page.get("items")).stream()
			.map((item) -> (Map<?, ?>) item)
			.map((item) -> item.get("hub") + " " + item.get((item.containsKey("title")) ? "title" : "key"))
			.toList();
	}

	private Map<?, ?> read(String path) {
		return this.client.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(Map.class)
			.returnResult()
			.getResponseBody();
	}

	private RestTestClient.BodyContentSpec get(String path) {
		return this.client.get().uri(path).exchange().expectStatus().isOk().expectBody();
	}

}
