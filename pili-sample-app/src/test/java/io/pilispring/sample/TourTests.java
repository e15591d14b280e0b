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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import io.pilispring.simulator.PiliSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the tour, started as the README starts it.
 */
@ExtendWith(OutputCaptureExtension.class)
class TourTests {

	@Test
	void everyStepIsTaken(CapturedOutput output) {
		SpringApplication.Running running = SpringApplication.from(PiliSampleApplication::main)
			.with(DevelopmentSampleApplication.SimulatorConfiguration.class)
			.withAdditionalProfiles("tour")
			.run("--server.port=0");
		try (ConfigurableApplicationContext context = running.getApplicationContext()) {
			PiliSimulator simulator = context.getBean(PiliSimulator.class);
			assertThat(simulator.streams()).singleElement().satisfies((stream) -> assertThat(stream.isLive()).isTrue());
			assertThat(output).contains("1. Create a stream in hub 'test-hub'")
				.contains("rtmp://publish.pili.test/test-hub/")
				.contains("&token=")
				.contains("connected since")
				.contains("DONE")
				.containsPattern("tour-\\d{4}-\\d\\d-\\d\\d-\\d{6}\\.mp4")
				.containsPattern("tour-\\d{4}-\\d\\d-\\d\\d-\\d{6}\\.jpg")
				.contains("8. Go on by yourself")
				.doesNotContain("although the profiles")
				.doesNotContain(simulator.secretKey());
		}
	}

	@Test
	void hubOfVersionTwoIsTouredFirstWhereItIsThePrimaryOne(CapturedOutput output) {
		SpringApplication.Running running = SpringApplication.from(PiliSampleApplication::main)
			.with(DevelopmentSampleApplication.SimulatorConfiguration.class)
			.withAdditionalProfiles("tour")
			.run("--server.port=0", "--pili.hub=test-hub", "--pili.api-version=v2", "--pili.hubs.old.hub=old-hub",
					"--pili.hubs.old.api-version=v1");
		try (ConfigurableApplicationContext context = running.getApplicationContext()) {
			PiliSimulator simulator = context.getBean(PiliSimulator.class);
			assertThat(simulator.defaultHub().streams()).singleElement().satisfies((stream) -> {
				assertThat(stream.title()).startsWith("tour-");
				assertThat(stream.isLive()).isTrue();
				assertThat(stream.isDisabled()).isFalse();
			});
			assertThat(simulator.hub("old-hub").streams()).singleElement()
				.satisfies((stream) -> assertThat(stream.isLive()).isTrue());
			assertThat(output).contains("1. Choose a key for a stream in hub 'test-hub'")
				.containsPattern(
						"-f flv 'rtmp://publish\\.pili\\.test/test-hub/tour-\\d{4}-\\d\\d-\\d\\d-\\d{6}\\?e=\\d+&token=[^']+'")
				.containsPattern("-f mpegts 'srt://publish\\.pili\\.test:1935\\?streamid=#!::h=test-hub/tour-[^']+'")
				.contains("live since")
				.contains("DONE")
				.containsPattern("https://.*/tour-\\d{4}-\\d\\d-\\d\\d-\\d{6}\\.mp4")
				.containsPattern("https://.*/tour-\\d{4}-\\d\\d-\\d\\d-\\d{6}\\.jpg")
				.containsPattern("disabled until \\d{4}-")
				.contains("not live any more")
				.contains("9. Enable it at once, and publish again")
				.contains("10. Create a stream in hub 'old-hub'")
				.contains("17. Go on by yourself")
				.doesNotContain(simulator.secretKey());
		}
	}

}
