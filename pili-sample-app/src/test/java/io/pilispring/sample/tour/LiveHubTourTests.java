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

package io.pilispring.sample.tour;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;

import io.pilispring.sample.hubs.V2Hub;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.transport.PiliTransport;
import io.pilispring.v2.LiveHub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link LiveHubTour}.
 */
class LiveHubTourTests {

	private final PiliSimulator simulator = PiliSimulator.builder().start();

	private final PiliTransport transport = PiliTransport.builder()
		.credentials(PiliCredentials.of(this.simulator.accessKey(), this.simulator.secretKey()))
		.apiHost(this.simulator.apiHost())
		.fopApiHost(this.simulator.apiHost())
		.build();

	private final ByteArrayOutputStream output = new ByteArrayOutputStream();

	@AfterEach
	void close() {
		this.transport.close();
		this.simulator.close();
	}

	// Until then PILI does not know the stream
	@Test
	void tourWaitsForAPublisherThatTakesItsTime() throws Exception {
		tour(Duration.ofMinutes(1), (event) -> CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS)
			.execute(() -> this.simulator.publish(((PublishUrlReady) event).url()))).take();
		assertThat(this.output.toString(StandardCharsets.UTF_8)).contains("4. Wait for the stream to go live")
			.contains("9. Enable it at once, and publish again");
		assertThat(this.simulator.streams()).singleElement()
			.satisfies((stream) -> assertThat(stream.isLive()).isTrue());
	}

	@Test
	void tourEndsWhereNobodyPublishes() {
		LiveHubTour tour = tour(Duration.ofMillis(1), (event) -> {
		});
		assertThatIllegalStateException().isThrownBy(tour::take).withMessage("Nobody published within PT0.001S");
	}

	private LiveHubTour tour(Duration patience, ApplicationEventPublisher events) {
		Narrator narrator = new Narrator(new PrintStream(this.output, true, StandardCharsets.UTF_8));
		return new LiveHubTour(new V2Hub("studio", LiveHub.create(this.simulator.hub(), this.transport)), narrator,
				events, patience);
	}

}
