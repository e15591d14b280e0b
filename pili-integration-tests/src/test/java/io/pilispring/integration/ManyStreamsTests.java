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

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import io.pilispring.monitor.HubSnapshot;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.simulator.PiliSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The monitor with many streams to watch.
 */
class ManyStreamsTests {

	@ParameterizedTest
	@CsvSource({ "10000,true,100,0", "300,false,3,300" })
	void roundMakesNoMoreCallsThanItMust(int streams, boolean batchCall, int batches, int singles) {
		try (PiliSimulator simulator = PiliSimulator.builder().batchCall(batchCall).start()) {
			IntStream.range(0, streams).forEach((i) -> simulator.createStream("camera-" + i).goLive());
			try (ConfigurableApplicationContext context = start(simulator, streams)) {
				PiliMonitor monitor = context.getBean(PiliMonitor.class);
				Awaitility.await()
					.atMost(Duration.ofSeconds(60))
					.until(() -> monitor.snapshots().get("piliHub").sampledAt() != null);
				HubSnapshot snapshot = monitor.snapshots().get("piliHub");
				assertThat(snapshot.streams()).hasSize(streams);
				assertThat(snapshot.connectedStreams()).isEqualTo(streams);
				assertThat(snapshot.lastRound().failure()).isNull();
				simulator.wireMock()
					.verify(batches, WireMock.postRequestedFor(WireMock.urlPathEqualTo("/v1/statuses")));
				simulator.wireMock()
					.verify(singles, WireMock.getRequestedFor(WireMock.urlPathMatching("/v1/streams/.*/status")));
			}
		}
	}

	private ConfigurableApplicationContext start(PiliSimulator simulator, int streams) {
		List<String> arguments = List.of("--pili.access-key=" + simulator.accessKey(),
				"--pili.secret-key=" + simulator.secretKey(), "--pili.hub=" + simulator.hub(),
				"--pili.api-host=" + simulator.apiHost(), "--pili.monitor.connected=true",
				"--pili.monitor.max-connected=" + streams, "--pili.monitor.interval=1h",
				"--pili.monitor.max-calls-per-second=2000");
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.run(arguments.toArray(String[]::new));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
