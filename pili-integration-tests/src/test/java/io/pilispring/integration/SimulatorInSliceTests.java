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

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import io.pilispring.fop.FopNotifyUrl;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.autoconfigure.AutoConfigurePiliSimulator;
import io.pilispring.v1.PiliHub;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the simulator in a slice of an application.
 */
@WebMvcTest(properties = { "pili.hub=slice-hub", "pili.access-key=my-ak", "pili.secret-key=my-sk",
		"pili.notifications.enabled=true", "pili.notifications.base-url=http://127.0.0.1", "pili.ssl.bundle=my-bundle",
		"spring.ssl.bundle.pem.my-bundle.options.enabled-protocols=TLSv1.3" })
@AutoConfigurePiliSimulator
class SimulatorInSliceTests {

	@Autowired
	private PiliSimulator simulator;

	@Autowired
	private MockMvcTester mvc;

	@RepeatedTest(2)
	void controllerTalksToTheSimulator() {
		assertThat(this.simulator.streams()).isEmpty();
		String id = this.simulator.createStream("front-door").id();
		assertThat(this.mvc.get().uri("/streams/" + id + "/status")).hasStatusOk().bodyText().isEqualTo("false");
		this.simulator.stream(id).goLive();
		assertThat(this.mvc.get().uri("/streams/" + id + "/status")).hasStatusOk().bodyText().isEqualTo("true");
		assertThat(id).isEqualTo("z1.slice-hub.front-door");
	}

	@Test
	void everythingElseOfTheClientCanBeInjectedToo(@Autowired ObjectProvider<PiliMonitor> monitor,
			@Autowired ObjectProvider<FopNotifyUrl> notifyUrl) {
		assertThat(monitor.stream()).hasSize(1);
		assertThat(notifyUrl.stream()).hasSize(1);
		assertThat(this.mvc.post().uri("/pili/notifications").content("{}")).hasStatus(403);
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@Import(Streams.class)
	static class Application {

	}

	@RestController
	static class Streams {

		private final PiliHub hub;

		Streams(PiliHub hub) {
			this.hub = hub;
		}

		@GetMapping("/streams/{id}/status")
		boolean live(@PathVariable String id) {
			return this.hub.getStream(id).status().connected();
		}

	}

}
