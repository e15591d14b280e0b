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

package io.pilispring.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class HostsGenerationTests {

	@ParameterizedTest
	@CsvSource({ "A,play{hls rtmp} publish{rtmp}", "B,live{http rtmp} playback{http} publish{rtmp}",
			"C,live{hdl hls rtmp} playback{hls} publish{rtmp}",
			"D,live{hdl hls http rtmp snapshot} play{http rtmp} playback{hls http} publish{rtmp}" })
	void hasItsShape(HostsGeneration generation, String shape) {
		try (PiliSimulator simulator = PiliSimulator.builder().hostsGeneration(generation).start()) {
			JsonNode hosts = hosts(simulator);
			List<String> groups = new ArrayList<>();
			hosts.propertyNames()
				.stream()
				.sorted()
				.forEach((group) -> groups.add(group + "{"
						+ String.join(" ", hosts.get(group).propertyNames().stream().sorted().toList()) + "}"));
			assertThat(String.join(" ", groups)).isEqualTo(shape);
		}
	}

	@Test
	void tellsRealAddresses() {
		StreamHosts real = StreamHosts.of("127.0.0.1:1935", "127.0.0.1:8080");
		try (PiliSimulator simulator = PiliSimulator.builder().hosts(real).start()) {
			JsonNode hosts = hosts(simulator);
			assertThat(hosts.get("publish").get("rtmp").stringValue()).isEqualTo("127.0.0.1:1935");
			assertThat(hosts.get("live").get("hdl").stringValue()).isEqualTo("127.0.0.1:8080");
			assertThat(hosts.get("playback").get("hls").stringValue()).isEqualTo("127.0.0.1:8080");
		}
	}

	@Test
	void newestNamesTheHlsHostWhereverHttpIsAskedFor() {
		try (PiliSimulator simulator = PiliSimulator.start()) {
			JsonNode hosts = hosts(simulator);
			assertThat(hosts.get("play").get("http").stringValue()).isEqualTo("live-hls.pili.test");
			assertThat(hosts.get("play").get("rtmp").stringValue()).isEqualTo("live-rtmp.pili.test");
			assertThat(hosts.get("live").get("http").stringValue()).isEqualTo("live-hls.pili.test");
		}
	}

	@Test
	void filesAreAtTheHostsThatAreGiven() {
		StreamHosts hosts = new StreamHosts("a.test", "b.test", "c.test", "d.test", "e.test", "f.test", "vod.test:81",
				"static.test:82");
		try (PiliSimulator simulator = PiliSimulator.builder().hosts(hosts).start()) {
			SimulatedStream stream = simulator.createStream();
			stream.goLive();
			stream.record(Instant.ofEpochSecond(1000), Instant.ofEpochSecond(2000));
			TestClient client = new TestClient(simulator);
			TestClient.Answer saved = client.post("/v1/streams/" + stream.id() + "/saveas",
					"{\"name\":\"a.mp4\",\"format\":\"mp4\"}");
			assertThat(saved.text("url")).startsWith("http://vod.test:81/recordings/");
			assertThat(saved.text("targetUrl")).startsWith("http://vod.test:81/recordings/");
			TestClient.Answer snapshot = client.post("/v1/streams/" + stream.id() + "/snapshot",
					"{\"name\":\"a.jpg\",\"format\":\"jpg\"}");
			assertThat(snapshot.text("targetUrl")).startsWith("http://static.test:82/snapshots/");
		}
	}

	@Test
	void asksForTheHostsEveryTime() {
		AtomicReference<StreamHosts> current = new AtomicReference<>(StreamHosts.defaults());
		try (PiliSimulator simulator = PiliSimulator.builder().hosts(current::get).start()) {
			assertThat(hosts(simulator).get("publish").get("rtmp").stringValue()).isEqualTo("publish.pili.test");
			current.set(StreamHosts.of("127.0.0.1:1935", "127.0.0.1:8080"));
			assertThat(hosts(simulator).get("publish").get("rtmp").stringValue()).isEqualTo("127.0.0.1:1935");
		}
	}

	@Test
	void saysWhatWentWrongWhenTheyCannotBeTold() {
		Supplier<StreamHosts> broken = () -> {
			throw new IllegalStateException("no media server");
		};
		try (PiliSimulator simulator = PiliSimulator.builder().hosts(broken).start()) {
			TestClient.Answer answer = new TestClient(simulator).get("/v1/streams/" + simulator.createStream().id());
			assertThat(answer.status()).isEqualTo(599);
			assertThat(answer.text("message")).contains("no media server");
		}
	}

	@Test
	void tellsProfiles() {
		try (PiliSimulator simulator = PiliSimulator.builder().profiles("480p", "720p").start()) {
			JsonNode json = new TestClient(simulator).get("/v1/streams/" + simulator.createStream().id()).json();
			assertThat(json.get("profiles").toString()).isEqualTo("[\"480p\",\"720p\"]");
		}
	}

	private static JsonNode hosts(PiliSimulator simulator) {
		return new TestClient(simulator).get("/v1/streams/" + simulator.createStream().id()).json().get("hosts");
	}

}
