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

package io.pilispring.integration.sdk;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.PublishVerdict;
import io.pilispring.simulator.SimulatedHub;
import io.pilispring.testsupport.NodeSdk;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The vendor's SDK for Node, on the simulator.
 */
class PiliNodeSdkTests {

	@Test
	void drivesAHub() throws Exception {
		NodeSdk.require();
		try (PiliSimulator simulator = PiliSimulator.start()) {
			SimulatedHub hub = simulator.defaultHub();
			hub.goLive("live-room");
			hub.createStream("recorded")
				.record(Instant.ofEpochSecond(1_700_000_000), Instant.ofEpochSecond(1_700_000_060));
			Map<String, JsonNode> steps = run(simulator);
			assertThat(text(steps, "create")).contains("\"key\":\"node-room\"");
			assertThat(text(steps, "create-again")).contains("\"error\":\"stream already exists\"");
			assertThat(text(steps, "unknown")).contains("\"error\":\"stream not found\"");
			assertThat(text(steps, "list")).contains("\"keys\":[\"node-room\"]").doesNotContain("\"marker\":null");
			assertThat(text(steps, "list-live")).contains("\"keys\":[\"live-room\"]").contains("\"marker\":null");
			assertThat(text(steps, "batch")).contains("\"key\":\"live-room\"").doesNotContain("node-room");
			assertThat(text(steps, "not-live")).contains("\"error\":\"no live\"");
			assertThat(text(steps, "live")).contains("\"bps\":1000000");
			assertThat(text(steps, "info")).contains("\"disabledTill\":-1,\"converts\":[]");
			assertThat(text(steps, "info-again")).contains("\"disabledTill\":0,\"converts\":[\"480p\",\"720p\"]");
			assertThat(text(steps, "no-data")).contains("\"error\":\"no data\"");
			assertThat(text(steps, "save")).contains("[\"a.mp4\"]");
			assertThat(text(steps, "snapshot")).contains("[\"a.png\"]");
			assertThat(text(steps, "history")).contains("\"start\":1700000000,\"end\":1700000060");
			assertThat(simulator.publish(steps.get("publish-url").get("url").stringValue()).verdict())
				.isEqualTo(PublishVerdict.ACCEPTED);
			assertThat(hub.stream("pushed").isLive()).isTrue();
		}
	}

	private Map<String, JsonNode> run(PiliSimulator simulator) throws IOException, InterruptedException {
		String output = NodeSdk.drive(URI.create(simulator.apiHost()), simulator.accessKey(), simulator.secretKey(),
				simulator.hub(), simulator.account().hosts().publishRtmp());
		Map<String, JsonNode> steps = new LinkedHashMap<>();
		for (String line : output.split("\n")) {
			JsonNode step = JsonMapper.shared().readTree(line);
			steps.put(step.get("step").stringValue(), step);
		}
		return steps;
	}

	private static String text(Map<String, JsonNode> steps, String step) {
		assertThat(steps).containsKey(step);
		return steps.get(step).toString();
	}

}
