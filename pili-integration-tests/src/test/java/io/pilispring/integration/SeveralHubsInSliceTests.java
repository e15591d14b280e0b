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

package io.pilispring.integration;

import java.util.Map;

import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.SimulatedAccount;
import io.pilispring.simulator.autoconfigure.AutoConfigurePiliSimulator;
import io.pilispring.v1.PiliHub;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for several hubs on the simulator in a slice of an application, with keys that
 * only another machine has.
 */
@WebMvcTest(properties = { "pili.access-key=${NOBODY_SETS_THIS}", "pili.secret-key=${NOBODY_SETS_THIS}",
		"pili.hub=live", "pili.hubs.archive.hub=archive-live", "pili.hubs.partner.hub=live",
		"pili.hubs.partner.access-key=${NOBODY_SETS_THAT}", "pili.hubs.partner.secret-key=${NOBODY_SETS_THAT}",
		"pili.hubs.partner.api-host=https://pili.partner.invalid" })
@AutoConfigurePiliSimulator
class SeveralHubsInSliceTests {

	@Autowired
	private PiliSimulator simulator;

	@Autowired
	private MockMvcTester mvc;

	@RepeatedTest(2)
	void controllerTalksToEveryHub() {
		SimulatedAccount partner = this.simulator.account("test-access-key-partner");
		assertThat(this.simulator.streams()).isEmpty();
		assertThat(partner.streams()).isEmpty();
		this.simulator.createStream("front-door");
		partner.createStream("front-door").goLive();
		assertThat(live("partner", "z1.live.front-door")).isEqualTo("true");
		assertThat(live("piliHub", "z1.live.front-door")).isEqualTo("false");
		assertThat(count("archive")).isEqualTo("0");
		assertThat(count("piliHub")).isEqualTo("1");
	}

	private String live(String key, String id) {
		return text("/hubs/" + key + "/streams/" + id + "/status");
	}

	private String count(String key) {
		return text("/hubs/" + key + "/count");
	}

	private String text(String path) {
		String[] text = new String[1];
		assertThat(this.mvc.get().uri(path)).hasStatusOk().bodyText().satisfies((body) -> text[0] = body);
		return text[0];
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@Import(Hubs.class)
	static class Application {

	}

	@RestController
	static class Hubs {

		private final Map<String, PiliHub> hubs;

		Hubs(Map<String, PiliHub> hubs) {
			this.hubs = hubs;
		}

		@GetMapping("/hubs/{key}/streams/{id}/status")
		boolean live(@PathVariable String key, @PathVariable String id) {
			return this.hubs.get(key).stream(id).status().connected();
		}

		@GetMapping("/hubs/{key}/count")
		long count(@PathVariable String key) {
			return this.hubs.get(key).streams().count();
		}

	}

}
