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

package io.pilispring.transport;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.pilispring.PiliServer;
import io.pilispring.PiliServerException;
import io.pilispring.PiliTimeoutException;
import io.pilispring.v1.PiliHub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CallDeadline}.
 */
class CallDeadlineTests {

	private static final Duration SHORT = Duration.ofMillis(400);

	// The server would take this long
	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final PiliServer server = new PiliServer();

	@Test
	void callThatRunsWhenTheTimeIsUpIsAborted() {
		this.server.answer(WireMock.ok("{}").withFixedDelay((int) LONG.toMillis()));
		PiliHub hub = this.server.hub();
		long start = System.nanoTime();
		assertTimesOut(() -> CallDeadline.within(SHORT, hub::listStreams));
		assertThat(System.nanoTime() - start).isBetween(SHORT.toNanos(), LONG.toNanos() / 2);
	}

	@Test
	void callsShareTheTime() {
		this.server.answer(WireMock.okJson("{\"items\":[]}").withFixedDelay(300));
		PiliHub hub = this.server.hub();
		assertTimesOut(() -> CallDeadline.within(SHORT, () -> List.of(hub.listStreams(), hub.listStreams())));
		assertThat(CallDeadline.within(LONG, () -> List.of(hub.listStreams(), hub.listStreams()))).hasSize(2);
	}

	@Test
	void innerLimitDoesNotExtendTheOuterOneAndEndsWithItsCalls() {
		this.server.answer(WireMock.okJson("{\"items\":[]}").withFixedDelay(1000));
		PiliHub hub = this.server.hub();
		assertTimesOut(() -> CallDeadline.within(SHORT, () -> CallDeadline.within(LONG, hub::listStreams)));
		assertThat(hub.listStreams().items()).isEmpty();
		assertThat(CallDeadline.within(LONG, () -> {
			assertTimesOut(() -> CallDeadline.within(SHORT, hub::listStreams));
			return hub.listStreams().items();
		})).isEmpty();
	}

	@Test
	void noRetryBeginsAfterTheTimeIsUp() {
		this.server.answer(503, "{}");
		PiliTransport transport = this.server.transportBuilder()
			.retry(RetrySettings.create().initialInterval(SHORT).jitter(Duration.ZERO).maxInterval(SHORT))
			.build();
		PiliHub hub = PiliHub.create(PiliServer.HUB, transport);
		assertThatExceptionOfType(PiliServerException.class)
			.isThrownBy(() -> CallDeadline.within(SHORT.dividedBy(2), hub::listStreams));
		assertThat(this.server.requests()).hasSize(1);
	}

	private static void assertTimesOut(Supplier<?> calls) {
		assertThatExceptionOfType(PiliTimeoutException.class).isThrownBy(calls::get);
	}

}
