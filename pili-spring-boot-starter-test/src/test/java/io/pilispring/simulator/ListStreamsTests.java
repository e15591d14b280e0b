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

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ListStreamsTests {

	private PiliSimulator simulator;

	private TestClient client;

	@BeforeEach
	void start() {
		this.simulator = PiliSimulator.builder().hubs("test-hub", "other-hub").start();
		this.client = new TestClient(this.simulator);
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void listsNothing() {
		JsonNode json = this.client.get("/v1/streams?hub=test-hub").json();
		assertThat(json.get("items").size()).isZero();
		assertThat(json.get("end").booleanValue()).isTrue();
		assertThat(json.get("marker").stringValue()).isEmpty();
	}

	@Test
	void pagesThroughTenThousandStreams() {
		List<String> titles = IntStream.range(0, 10_000).mapToObj("stream-%05d"::formatted).toList();
		long start = System.nanoTime();
		titles.forEach(this.simulator::createStream);
		this.simulator.createStream(StreamSpec.titled("elsewhere").inHub("other-hub"));
		List<String> seen = new ArrayList<>();
		int pages = pageThrough("/v1/streams?hub=test-hub&limit=300", seen);
		assertThat(pages).isEqualTo(34);
		assertThat(seen).isEqualTo(titles.stream().map("z1.test-hub."::concat).toList());
		assertThat(this.client.get("/v1/streams/z1.test-hub.stream-09999").status()).isEqualTo(200);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
	}

	@Test
	void endsWithAFullLastPage() {
		IntStream.range(0, 6).forEach((index) -> this.simulator.createStream("title-" + index));
		JsonNode json = this.client.get("/v1/streams?hub=test-hub&limit=6").json();
		assertThat(json.get("items").size()).isEqualTo(6);
		assertThat(json.get("end").booleanValue()).isTrue();
		assertThat(pageThrough("/v1/streams?hub=test-hub&limit=3", new ArrayList<>())).isEqualTo(2);
	}

	@Test
	void givesAThousandAtMost() {
		IntStream.range(0, 1001).forEach((index) -> this.simulator.createStream("title-" + index));
		assertThat(this.client.get("/v1/streams?hub=test-hub").json().get("items").size()).isEqualTo(1000);
		assertThat(this.client.get("/v1/streams?hub=test-hub&limit=5000").json().get("items").size()).isEqualTo(1000);
		assertThat(this.client.get("/v1/streams?hub=test-hub&limit=99999999999").status()).isEqualTo(200);
	}

	@Test
	void pagingSurvivesDeletion() {
		IntStream.range(0, 10).forEach((index) -> this.simulator.createStream("title-" + index));
		String marker = this.client.get("/v1/streams?hub=test-hub&limit=4").text("marker");
		this.client.delete("/v1/streams/z1.test-hub.title-3");
		this.client.delete("/v1/streams/z1.test-hub.title-4");
		JsonNode json = this.client.get("/v1/streams?hub=test-hub&marker=" + marker).json();
		assertThat(json.get("items").get(0).get("title").stringValue()).isEqualTo("title-5");
		assertThat(json.get("items").size()).isEqualTo(5);
	}

	@Test
	void listsLiveStreamsAndPrefixes() {
		IntStream.range(0, 20).forEach((index) -> this.simulator.createStream("even-odd-" + (index % 2) + "-" + index));
		this.simulator.stream("even-odd-1-7").goLive();
		this.simulator.stream("even-odd-0-8").goLive();
		assertThat(titles("/v1/streams?hub=test-hub&status=connected")).containsExactly("even-odd-1-7", "even-odd-0-8");
		assertThat(titles("/v1/streams?hub=test-hub&title=even-odd-1")).hasSize(10);
		assertThat(titles("/v1/streams?hub=test-hub&status=connected&title=even-odd-1"))
			.containsExactly("even-odd-1-7");
		assertThat(titles("/v1/streams?hub=test-hub&title=odd")).isEmpty();
		JsonNode json = this.client.get("/v1/streams?hub=test-hub&limit=10&title=even-odd-1").json();
		assertThat(json.get("end").booleanValue()).isTrue();
	}

	@Test
	void listsIdsOnly() {
		this.simulator.createStream("my-title");
		JsonNode items = this.client.get("/v1/streams?hub=test-hub&idonly=true").json().get("items");
		assertThat(items.toString()).isEqualTo("[{\"id\":\"z1.test-hub.my-title\"}]");
	}

	@ParameterizedTest
	@CsvSource({ "idonly,true", "idonly=,true", "idonly=1,true", "idonly=true,true", "idonly=True,true",
			"idonly=false,false", "idonly=False,false", "idonly=0,false", "other=1,false" })
	void idOnlyIsAFlag(String flag, boolean on) {
		this.simulator.createStream("my-title");
		JsonNode item = this.client.get("/v1/streams?hub=test-hub&" + flag).json().get("items").get(0);
		assertThat(item.has("publishKey")).isEqualTo(!on);
	}

	@ParameterizedTest
	@CsvSource({ "'',400", "?hub=,400", "?hub=nope,612", "?hub=test-hub&limit=0,400", "?hub=test-hub&limit=-1,400",
			"?hub=test-hub&limit=x,400", "?hub=test-hub&limit=,400", "?hub=test-hub&status=disconnected,400",
			"?hub=test-hub&marker=!!,400" })
	void refusesToList(String query, int status) {
		assertThat(this.client.get("/v1/streams" + query).status()).isEqualTo(status);
	}

	private int pageThrough(String target, List<String> ids) {
		Set<String> markers = new LinkedHashSet<>();
		String marker = "";
		do {
			assertThat(markers.add(marker)).isTrue();
			JsonNode json = this.client.get(target + (marker.isEmpty() ? "" : "&marker=" + marker)).json();
			json.get("items").forEach((item) -> ids.add(item.get("id").stringValue()));
			marker = json.get("marker").stringValue();
			assertThat(json.get("end").booleanValue()).isEqualTo(marker.isEmpty());
		}
		while (!marker.isEmpty());
		return markers.size();
	}

	private List<String> titles(String target) {
		List<String> titles = new ArrayList<>();
		this.client.get(target).json().get("items").forEach((item) -> titles.add(item.get("title").stringValue()));
		return titles;
	}

}
