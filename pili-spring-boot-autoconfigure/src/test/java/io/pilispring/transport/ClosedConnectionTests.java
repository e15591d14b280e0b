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

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.backoff.FixedBackOff;

import io.pilispring.HttpLibrary;
import io.pilispring.PiliConnectionException;
import io.pilispring.PiliException;
import io.pilispring.PiliServer;
import io.pilispring.RawServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for kept connections that the server closes.
 */
@ParameterizedClass
@EnumSource(HttpLibrary.class)
class ClosedConnectionTests {

	private static final String EMPTY_OBJECT = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

	private final List<PiliException> failures = new ArrayList<>();

	@Parameter
	HttpLibrary library;

	@Test
	void whatMayBeRepeatedDoesNotFailWhereTheServerHadClosed() throws Exception {
		try (RawServer server = RawServer.thatHangsUpAfter(EMPTY_OBJECT)) {
			PiliTransport transport = transport(server);
			for (int i = 0; i < 5; i++) {
				assertThat(transport.send(ApiRequest.get("/v1/a")).body()).isEqualTo("{}");
				assertThat(transport.send(ApiRequest.delete("/v1/a")).body()).isEqualTo("{}");
				assertThat(transport.send(ApiRequest.post("/v1/a").body("x").repeatable()).body()).isEqualTo("{}");
			}
		}
	}

	@Test
	void whatMayBeRepeatedIsSentOnceMoreAndNotOften() throws Exception {
		try (RawServer server = RawServer.thatHangsUpAfter("")) {
			assertThatExceptionOfType(PiliConnectionException.class)
				.isThrownBy(() -> transport(server).send(ApiRequest.post("/v1/a").body("x").repeatable()));
			assertThat(this.failures).hasSize(1);
			assertThat(server.heads()).hasSize(2);
		}
	}

	@Test
	void whatCreatesIsNeverSentTwice() throws Exception {
		try (RawServer server = RawServer.thatHangsUpAfter("")) {
			assertThatExceptionOfType(PiliConnectionException.class)
				.isThrownBy(() -> transport(server).send(ApiRequest.post("/v1/a").body("x")))
				.satisfies((ex) -> assertThat(ex.notSent()).isFalse());
			assertThat(this.failures).isEmpty();
			assertThat(server.heads()).hasSize(1);
		}
	}

	private PiliTransport transport(RawServer server) {
		return PiliServer.transportBuilder(server.host())
			.requestFactory(this.library.requestFactory())
			.retry(new FixedBackOff(10, 1))
			.retryListener((request, failure) -> this.failures.add(failure))
			.build();
	}

}
