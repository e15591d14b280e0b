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
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.PublishVerdict;
import io.pilispring.simulator.SimulatedHub;
import io.pilispring.testsupport.Programs;
import io.pilispring.testsupport.RequiresPrograms;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The vendor's SDK for Node, on the simulator. It is taken from
 * {@code target/node_modules}; nothing is downloaded, except with {@code CI=true}.
 */
@RequiresPrograms({ "node", "npm" })
class PiliNodeSdkTests {

	private static final String PACKAGE = "piliv2@2.1.0";

	private static final Path MODULE = Path.of("target", "node_modules", "piliv2").toAbsolutePath();

	@TempDir
	private Path directory;

	@Test
	void drivesAHub() throws Exception {
		requireModule();
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
		Path script = this.directory.resolve("flow.js");
		try (InputStream in = PiliNodeSdkTests.class.getResourceAsStream("/sdk/piliv2-flow.js")) {
			Files.copy(in, script);
		}
		URI address = URI.create(simulator.apiHost());
		ProcessBuilder builder = new ProcessBuilder(Programs.path("node"), script.toString());
		builder.environment()
			.putAll(Map.of("PILIV2_MODULE", MODULE.toString(), "PILI_HOST", address.getHost(), "PILI_PORT",
					Integer.toString(address.getPort()), "PILI_ACCESS_KEY", simulator.accessKey(), "PILI_SECRET_KEY",
					simulator.secretKey(), "PILI_HUB", simulator.hub(), "PILI_DOMAIN",
					simulator.account().hosts().publishRtmp()));
		Map<String, JsonNode> steps = new LinkedHashMap<>();
		for (String line : execute(builder).split("\n")) {
			JsonNode step = JsonMapper.shared().readTree(line);
			steps.put(step.get("step").stringValue(), step);
		}
		return steps;
	}

	private void requireModule() throws IOException, InterruptedException {
		if (!Files.isDirectory(MODULE) && "true".equals(System.getenv("CI"))) {
			execute(new ProcessBuilder(Programs.path("npm"), "install", "--prefix",
					MODULE.getParent().getParent().toString(), "--no-save", "--no-audit", "--no-fund", PACKAGE));
			assertThat(MODULE).isDirectory();
		}
		Assumptions.assumeTrue(Files.isDirectory(MODULE),
				"Not installed: run 'npm install --prefix pili-integration-tests/target %s'".formatted(PACKAGE));
	}

	private String execute(ProcessBuilder builder) throws IOException, InterruptedException {
		Path output = Files.createTempFile(this.directory, "output", ".txt");
		Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try {
			boolean ended = process.waitFor(120, TimeUnit.SECONDS);
			String text = Files.readString(output, StandardCharsets.UTF_8);
			assertThat(ended).as(text).isTrue();
			assertThat(process.exitValue()).as(List.copyOf(builder.command()) + ": " + text).isZero();
			return text;
		}
		finally {
			process.destroyForcibly();
		}
	}

	private static String text(Map<String, JsonNode> steps, String step) {
		assertThat(steps).containsKey(step);
		return steps.get(step).toString();
	}

}
