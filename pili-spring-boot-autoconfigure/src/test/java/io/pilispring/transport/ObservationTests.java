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

import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.pilispring.HttpLibrary;
import io.pilispring.PiliException;
import io.pilispring.PiliServer;
import io.pilispring.RawServer;

import static org.assertj.core.api.Assertions.assertThat;

class ObservationTests {

	@RegisterExtension
	final PiliServer pili = new PiliServer();

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final ObservationRegistry observations = ObservationRegistry.create();

	ObservationTests() {
		this.observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(this.meters));
	}

	@ParameterizedTest
	@CsvSource({ "200,SUCCESS", "204,SUCCESS", "302,REDIRECTION", "401,CLIENT_ERROR", "503,SERVER_ERROR",
			"612,CLIENT_ERROR", "614,CLIENT_ERROR", "619,CLIENT_ERROR", "631,CLIENT_ERROR" })
	void outcomeIsThatOfTheStatus(int status, String outcome) {
		this.pili.answer(status, "{}");
		send(HttpLibrary.JDK.transportBuilder(this.pili));
		assertThat(tag("status")).isEqualTo(String.valueOf(status));
		assertThat(tag("outcome")).isEqualTo(outcome);
	}

	@ParameterizedTest
	@EnumSource(HttpLibrary.class)
	void uriIsTheTemplate(HttpLibrary library) {
		this.pili.answer(200, "{}");
		send(library.transportBuilder(this.pili));
		assertThat(tag("uri")).isEqualTo("/v1/streams/{id}/segments");
		assertThat(tag("client.name")).isEqualTo("127.0.0.1");
		assertThat(tag("method")).isEqualTo("GET");
		assertThat(tag("exception")).isEqualTo("none");
	}

	@ParameterizedTest
	@EnumSource(HttpLibrary.class)
	void answerThatIsNoHttpIsObserved(HttpLibrary library) throws Exception {
		try (RawServer server = RawServer.thatHangsUpAfter("HTTP/1.1 42 what\r\n\r\n")) {
			send(PiliServer.transportBuilder(server.host()).requestFactory(library.requestFactory()));
		}
		assertThat(tag("status")).isEqualTo("CLIENT_ERROR");
		assertThat(tag("uri")).isEqualTo("/v1/streams/{id}/segments");
	}

	@Test
	void tracesHaveTheKeyOfTheHubAndMetersDoNot() {
		List<String> keys = new ArrayList<>();
		this.observations.observationConfig().observationHandler(new ObservationHandler<>() {

			@Override
			public void onStop(Observation.Context context) {
				KeyValue key = context.getHighCardinalityKeyValue("pili.hub.key");
				keys.add((key != null) ? key.getValue() : "none");
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}

		});
		this.pili.answer(200, "{}");
		PiliTransport transport = HttpLibrary.JDK.transportBuilder(this.pili)
			.customize((client) -> client.observationRegistry(this.observations))
			.build();
		transport.forHub("archive").send(ApiRequest.get("/v1/streams/{id}", "a.b.c"));
		transport.send(ApiRequest.get("/v1/streams/{id}", "a.b.c"));
		assertThat(keys).containsExactly("archive", "none");
		assertThat(tag("pili.hub.key")).isNull();
	}

	@Test
	void nameCanBeAnother() {
		this.pili.answer(200, "{}");
		send(HttpLibrary.JDK.transportBuilder(this.pili)
			.customize((builder) -> builder.observationConvention(new PiliObservationConvention("my.requests"))));
		assertThat(this.meters.find("my.requests").timer()).isNotNull();
	}

	private void send(PiliTransportBuilder builder) {
		PiliTransport transport = builder.customize((client) -> client.observationRegistry(this.observations)).build();
		try {
			transport.send(ApiRequest.get("/v1/streams/{id}/segments", "a.b.c").query("limit", 5));
		}
		catch (PiliException ex) {
			assertThat(ex).hasMessageStartingWith("GET /v1/streams/a.b.c/segments");
		}
	}

	private String tag(String name) {
		Timer timer = this.meters.get("http.client.requests").timer();
		return timer.getId().getTag(name);
	}

}
