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

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class V2GoldenRequestsTests {

	private final TestClock clock = new TestClock();

	private PiliSimulator simulator;

	private TestClient client;

	@BeforeEach
	void start() {
		this.simulator = PiliSimulator.builder().clock(this.clock).hubs("PiliSDKTest").start();
		this.client = new TestClient(this.simulator);
		SimulatedHub hub = this.simulator.defaultHub();
		hub.setDomain(HubDomain.of(DomainType.LIVE_HLS, "d.e.com"));
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	static Stream<JsonNode> requests() {
		return Golden.v2("requests");
	}

	@ParameterizedTest
	@MethodSource("requests")
	void takesWhatOfficialSdksSend(JsonNode golden) {
		String operation = golden.get("operation").stringValue();
		if (!operation.equals("stream.create")) {
			SimulatedStream stream = this.simulator.defaultHub().goLive("room_1-a");
			stream.record(java.time.Instant.ofEpochSecond(1), java.time.Instant.ofEpochSecond(10));
			this.clock.advance(java.time.Duration.ofSeconds(5));
		}
		String target = golden.get("path").stringValue() + query(golden.get("query"));
		// The marker of this case is not one of the simulator
		int expected = (operation.equals("stream.list")) ? 400 : 200;
		if (golden.get("body").isNull()) {
			assertThat(this.client.send(golden.get("method").stringValue(), target).status()).isEqualTo(expected);
			return;
		}
		ObjectNode body = (ObjectNode) golden.get("body");
		if (golden.has("body_may_also_have")) {
			ObjectNode more = body.deepCopy();
			more.setAll((ObjectNode) golden.get("body_may_also_have"));
			assertThat(this.client.post(target, more.toString()).status()).isEqualTo(200);
		}
		assertThat(this.client.post(target, body.toString()).status()).isEqualTo(200);
		this.simulator.defaultHub().stream("room_1-a");
	}

	private static String query(JsonNode query) {
		List<String> pairs = new ArrayList<>();
		for (Map.Entry<String, JsonNode> entry : query.properties()) {
			List<JsonNode> values = (entry.getValue().isArray()) ? entry.getValue().valueStream().toList()
					: List.of(entry.getValue());
			values.forEach((value) -> pairs.add(encode(entry.getKey()) + "=" + encode(value.stringValue())));
		}
		return (pairs.isEmpty()) ? "" : "?" + String.join("&", pairs);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
