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

package io.pilispring.simulator.app;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.Push;
import io.pilispring.simulator.SimulatedFault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the control API.
 */
@SpringBootTest(properties = { "pili.simulator.port=0", "pili.simulator.hubs=live,cams", "pili.hubs.partner.hub=cams",
		"pili.hubs.partner.access-key=partner-ak", "pili.hubs.partner.secret-key=partner-secret",
		"pili.simulator.v2.publish-security=none" })
@AutoConfigureMockMvc
class ControlApiTests {

	private static final String DOOR = "/api/hubs/live/streams/door";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private PiliSimulator simulator;

	@AfterEach
	void reset() {
		this.simulator.reset();
	}

	@Test
	void secretKeysThatTheSimulatorMadeUpAreShownAlone() {
		MvcTestResult result = exchange(HttpMethod.GET, "/api", null);
		assertThat(result).hasStatusOk()
			.bodyJson()
			.extractingPath("$.accounts[0].secretKey")
			.isEqualTo("test-secret-key");
		assertThat(result).bodyJson().extractingPath("$.accounts[1].accessKey").isEqualTo("partner-ak");
		assertThat(result).bodyText().contains("\"cams\"").doesNotContain("partner-secret");
	}

	@Test
	void streamIsMadeLiveAndFrozenAndOffline() {
		MvcTestResult live = exchange(HttpMethod.PUT, DOOR,
				"{\"state\":\"live\",\"bytesPerSecond\":5000,\"viewers\":3}");
		assertThat(live).hasStatusOk().bodyJson().extractingPath("$.state").isEqualTo("live");
		assertThat(this.simulator.stream("door").push()).isEqualTo(Push.defaults().withBytesPerSecond(5000));
		assertThat(this.simulator.stream("door").viewers()).isEqualTo(3);
		assertThat(exchange(HttpMethod.PUT, DOOR, "{\"state\":\"frozen\"}")).bodyJson()
			.extractingPath("$.state")
			.isEqualTo("frozen");
		assertThat(this.simulator.stream("door").isLive()).isTrue();
		assertThat(exchange(HttpMethod.PUT, DOOR, "{\"state\":\"live\"}")).bodyJson()
			.extractingPath("$.push.bytesPerSecond")
			.isEqualTo(Push.defaults().bytesPerSecond());
		assertThat(exchange(HttpMethod.PUT, DOOR, "{\"state\":\"offline\"}")).bodyJson()
			.extractingPath("$.state")
			.isEqualTo("offline");
		assertThat(this.simulator.stream("door").isLive()).isFalse();
		assertThat(exchange(HttpMethod.GET, "/api/hubs/live/streams", null)).bodyJson()
			.extractingPath("$[*].key")
			.asArray()
			.containsExactly("door");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"PUT | " + DOOR + " | {\"state\":\"on\"} | 400 | 'state' must be one of 'live', 'frozen', 'offline': 'on'",
			"PUT | " + DOOR + " | {} | 400 | it is missing", "PUT | " + DOOR + " | x | 400 | Unrecognized token",
			"PUT | " + DOOR + " | {\"stat\":\"live\"} | 400 | Unrecognized property",
			"PUT | " + DOOR + " | {\"state\":\"live\",\"bytesPerSecond\":-1} | 400 | 'bytesPerSecond'",
			"PUT | " + DOOR + " | {\"state\":\"frozen\",\"bytesPerSecond\":1} | 400 | has rates",
			"PUT | " + DOOR + " | {\"state\":\"live\",\"viewers\":-1} | 400 | 'viewers'",
			"PUT | /api/hubs/none/streams/door | {\"state\":\"live\"} | 404 | No hub 'none'",
			"PUT | /api/hubs/cams/streams/door | {\"state\":\"live\"} | 400 | Several accounts",
			"PUT | /api/hubs/cams/streams/door?account=x | {\"state\":\"live\"} | 404 | No account",
			"GET | " + DOOR + " | | 404 | door", "GET | /api/requests?limit=0 | | 400 | 'limit'",
			"GET | /api/requests?limit=x | | 400 | limit", "GET | /api/nothing | | 404 | nothing",
			"POST | /api/faults | {} | 400 | must be set", "POST | /api/publish | {} | 400 | 'url' is missing",
			"POST | /api/faults | {\"status\":200} | 400 | 'status' must be between 400 and 699: 200" })
	void requestThatIsNotValidIsExplained(String method, String target, String body, int status, String detail) {
		assertThat(exchange(HttpMethod.valueOf(method), target, body)).hasStatus(status)
			.bodyJson()
			.extractingPath("$.detail")
			.asString()
			.contains(detail);
	}

	@Test
	void disabledStreamCannotBeLive() {
		exchange(HttpMethod.PUT, DOOR, "{\"state\":\"offline\"}");
		this.simulator.addFault(SimulatedFault.ofStatus(500).withPath("/none"));
		assertThat(exchange(HttpMethod.PUT, "/api/hubs/cams/streams/door?account=partner-ak", "{\"state\":\"live\"}"))
			.hasStatusOk();
		assertThat(this.simulator.account("partner-ak").stream("door").isLive()).isTrue();
		assertThat(this.simulator.stream("door").isLive()).isFalse();
	}

	@Test
	void urlsAreDecidedOn() {
		MvcTestResult accepted = exchange(HttpMethod.POST, "/api/publish",
				"{\"url\":\"rtmp://publish.pili.test/live/gate\"}");
		assertThat(accepted).bodyJson().extractingPath("$.accepted").isEqualTo(true);
		assertThat(accepted).bodyJson().extractingPath("$.stream.state").isEqualTo("live");
		assertThat(exchange(HttpMethod.POST, "/api/publish", "{\"url\":\"nonsense\"}")).bodyJson()
			.extractingPath("$.verdict")
			.isEqualTo("MALFORMED_URL");
		assertThat(exchange(HttpMethod.POST, "/api/play", "{\"url\":\"nonsense\"}")).bodyJson()
			.extractingPath("$.verdict")
			.isEqualTo("MALFORMED_URL");
	}

	@Test
	void faultsAreAddedListedAndRemoved() {
		assertThat(exchange(HttpMethod.POST, "/api/faults",
				"{\"method\":\"POST\",\"path\":\"/v2/**\",\"status\":503,\"retryAfterSeconds\":4,\"delayMillis\":20,\"times\":2}"))
			.hasStatus(201);
		assertThat(exchange(HttpMethod.POST, "/api/faults", "{\"reset\":true}")).hasStatus(201);
		assertThat(exchange(HttpMethod.GET, "/api/faults", null)).bodyJson()
			.isStrictlyEqualTo("[{\"method\":\"POST\",\"path\":\"/v2/**\",\"status\":503,\"retryAfterSeconds\":4,"
					+ "\"delayMillis\":20,\"times\":2},{\"path\":\"/**\",\"reset\":true}]");
		assertThat(exchange(HttpMethod.DELETE, "/api/faults", null)).hasStatus(204);
		assertThat(this.simulator.faults()).isEmpty();
	}

	@Test
	void resetRemovesEverything() {
		exchange(HttpMethod.PUT, DOOR, "{\"state\":\"live\"}");
		exchange(HttpMethod.POST, "/api/faults", "{\"reset\":true}");
		assertThat(exchange(HttpMethod.POST, "/api/reset", null)).hasStatus(204);
		assertThat(this.simulator.streams()).isEmpty();
		assertThat(this.simulator.faults()).isEmpty();
	}

	@Test
	void pageLoadsNothingFromElsewhere() {
		for (String path : new String[] { "/index.html", "/control.js", "/control.css" }) {
			MvcTestResult result = exchange(HttpMethod.GET, path, null);
			assertThat(result).hasStatusOk().bodyText().doesNotContain("style=", "onclick", "innerHTML", "//cdn");
			assertThat(result.getResponse().getHeader("Content-Security-Policy")).contains("default-src 'none'",
					"script-src 'self'");
		}
	}

	@ParameterizedTest
	@CsvSource({ "evil.example.com, , 403", "localhost:8091, http://evil.example.com, 403", "localhost:8091, null, 403",
			"localhost:8091, http://localhost:3000, 403", "localhost:8091, http://localhost:8091, 200",
			"127.0.0.1:8091, , 200" })
	void pagesOfOtherSitesAreRejected(String host, String origin, int status) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.get().uri("/api").header("Host", host);
		assertThat(((origin != null) ? request.header("Origin", origin) : request).exchange()).hasStatus(status);
	}

	private MvcTestResult exchange(HttpMethod method, String target, String body) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.method(method).uri(target).header("Host", "localhost");
		return ((body != null) ? request.contentType(MediaType.APPLICATION_JSON).content(body) : request).exchange();
	}

}
