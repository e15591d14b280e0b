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

package io.pilispring.sample.console;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.SimulatedStream;
import io.pilispring.simulator.autoconfigure.AutoConfigurePiliSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the console where the monitor is switched off.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "pili.monitor.enabled=false", "pili.hub=test-hub", "pili.hubs.studio.hub=studio-live",
				"pili.hubs.studio.api-version=v2" })
@AutoConfigurePiliSimulator
class WithoutMonitorTests {

	@Autowired
	private PiliSimulator simulator;

	@LocalServerPort
	private int port;

	@Test
	void everyPageIsThereAndSaysWhatIsMissing() throws Exception {
		SimulatedStream stream = this.simulator.createStream("front-door");
		stream.goLive();
		assertThat(get("/hubs/piliHub")).contains("front-door").contains("1000 kbps").doesNotContain("id=\"summary\"");
		assertThat(get("/hubs/piliHub/streams/" + stream.id())).contains("The monitor does not watch this stream")
			.contains("data-live=\"true\"")
			.doesNotContain("<canvas")
			.doesNotContain("chart.umd");
		assertThat(get("/hubs/piliHub/streams/" + stream.id() + "/rates")).contains("\"points\":[]");
		for (String tab : new String[] { "/recordings", "/settings", "/delete", "/state" }) {
			assertThat(get("/hubs/piliHub/streams/" + stream.id() + tab)).doesNotContain("??");
		}
	}

	@Test
	void everyPageOfVersionTwoIsThereAndSaysWhatIsMissing() throws Exception {
		this.simulator.hub("studio-live").goLive("front-door").setViewers(3);
		assertThat(get("/hubs/studio")).contains("front-door").contains("1000 kbps").doesNotContain("id=\"summary\"");
		assertThat(get("/hubs/studio/streams/front-door")).contains("The monitor does not watch this stream")
			.contains("data-live=\"true\"")
			.doesNotContain("<canvas")
			.doesNotContain("chart.umd");
		assertThat(get("/hubs/studio/streams/front-door/rates")).contains("\"points\":[]");
		for (String path : new String[] { "/settings", "/new-stream", "/streams/front-door/recordings",
				"/streams/front-door/settings", "/streams/front-door/state" }) {
			assertThat(get("/hubs/studio" + path)).doesNotContain("??");
		}
	}

	private String get(String path) throws Exception {
		HttpResponse<String> response = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
				.header("Accept-Language", "en")
				.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).as(path).isEqualTo(200);
		return response.body();
	}

}
