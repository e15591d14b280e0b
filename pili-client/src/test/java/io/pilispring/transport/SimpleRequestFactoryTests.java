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

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.pilispring.HostileServer;
import io.pilispring.HostileServer.Behaviour;
import io.pilispring.PiliServer;
import io.pilispring.PiliTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SimpleRequestFactory}.
 */
@Timeout(60)
class SimpleRequestFactoryTests {

	@Test
	void noReadTimeoutDoesNotDefeatTheTimeOfTheCall() throws IOException {
		try (HostileServer server = HostileServer.that(Behaviour.SAYS_NOTHING)) {
			PiliTransport transport = PiliServer.transportBuilder(server.host())
				.requestFactory(new SimpleRequestFactory(Duration.ZERO, Duration.ZERO, null))
				.callTimeout(Duration.ofMillis(300))
				.build();
			long start = System.nanoTime();
			assertThatExceptionOfType(PiliTimeoutException.class)
				.isThrownBy(() -> transport.send(ApiRequest.get("/v1/a")));
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
		}
	}

}
