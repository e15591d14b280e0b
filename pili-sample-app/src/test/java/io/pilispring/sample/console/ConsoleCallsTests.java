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

package io.pilispring.sample.console;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.SimulatedStream;
import io.pilispring.simulator.autoconfigure.AutoConfigurePiliSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the calls that pages make, of which there are no others without the monitor.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "pili.monitor.enabled=false", "pili.hub=test-hub", "pili.hubs.studio.hub=studio-live",
				"pili.hubs.studio.api-version=v2" })
@AutoConfigurePiliSimulator
class ConsoleCallsTests {

	// Without an end of its own, a call would wait for 30 seconds
	private static final Duration LIMIT = Duration.ofSeconds(8);

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	@Autowired
	private PiliSimulator simulator;

	@LocalServerPort
	private int port;

	private SimulatedStream stream;

	@BeforeEach
	void goLive() {
		this.stream = this.simulator.createStream("front-door");
		this.stream.goLive();
		this.stream.record(Instant.EPOCH, Instant.EPOCH.plusSeconds(60));
		this.simulator.hub("studio-live").goLive("front-door");
	}

	@ParameterizedTest
	@CsvSource(
			textBlock = """
					/hubs/piliHub,                        GET streams|GET streams|POST statuses
					/hubs/piliHub?live=true,              GET streams|POST statuses
					/hubs/piliHub?prefix=nothing,         GET streams|GET streams
					/hubs/piliHub/new-stream,            ''
					/nope,                                ''
					/hubs/piliHub/several?action=delete&id=ID, ''
					/hubs/piliHub/streams/ID,             GET ID|GET status
					/hubs/piliHub/streams/ID/state,       GET ID|GET status
					/hubs/piliHub/streams/ID/rates,       ''
					/hubs/piliHub/streams/ID/recordings,  GET ID|GET segments|GET status
					/hubs/piliHub/streams/ID/settings,    GET ID|GET status
					/hubs/piliHub/streams/ID/delete,      GET ID|GET status
					/hubs/studio,                         GET play|GET streams|GET streams|POST livestreams
					/hubs/studio/new-stream,             ''
					/hubs,                                ''
					/hubs/studio/settings,                GET domains|GET downflow|GET history|GET play|GET studio-live|GET upflow
					/hubs/studio/streams/KEY,             GET KEY|GET live|GET studio-live
					/hubs/studio/streams/KEY/state,       GET KEY|GET live
					/hubs/studio/streams/KEY/recordings,  GET KEY|GET historyactivity|GET live
					/hubs/studio/streams/KEY/settings,    GET KEY|GET live
					""")
	void pageMakesNoCallThatItDoesNotShow(String path, String calls) throws Exception {
		// The domains of a hub are kept
		send(path);
		this.simulator.wireMock().resetRequests();
		send(path);
		assertThat(calls()).isEqualTo(calls);
	}

	private String calls() {
		List<String> calls = new ArrayList<>();
		this.simulator.wireMock().getAllServeEvents().forEach((event) -> {
			String path = event.getRequest().getUrl().replaceAll("\\?.*", "");
			String last = path.substring(path.lastIndexOf('/') + 1);
			calls.add(event.getRequest().getMethod() + " "
					+ last.replace(this.stream.id(), "ID").replaceAll("^Zn.*|^front-door$", "KEY"));
		});
		calls.sort(null);
		return String.join("|", calls);
	}

	// All at once, so that a page does not wait for the calls of another either
	@Test
	void pagesAreThereEvenIfPiliHangs() {
		StubMapping stub = this.simulator.wireMock()
			.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.ok().withFixedDelay(60_000)));
		try {
			long start = System.nanoTime();
			Map<String, CompletableFuture<HttpResponse<String>>> responses = new LinkedHashMap<>();
			for (String path : List.of("/hubs/piliHub", "/hubs/piliHub?prefix=door&match=anywhere",
					"/hubs/piliHub/streams/ID", "/hubs/piliHub/streams/ID/state", "/hubs/piliHub/streams/ID/recordings",
					"/hubs/piliHub/streams/ID/settings", "/hubs/studio", "/hubs/studio/settings",
					"/hubs/studio/streams/KEY", "/hubs/studio/streams/KEY/recordings")) {
				responses.put(path, HTTP.sendAsync(request(path), HttpResponse.BodyHandlers.ofString()));
			}
			responses.forEach((path, response) -> {
				assertThat(response).as(path).succeedsWithin(LIMIT);
				assertThat(response.join().statusCode()).as(path).isEqualTo(502);
				assertThat(response.join().body()).as(path)
					.contains("PILI did not answer in time.")
					.doesNotContain("??");
			});
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
		}
		finally {
			this.simulator.wireMock().removeStub(stub);
		}
	}

	private HttpResponse<String> send(String path) throws Exception {
		return HTTP.send(request(path), HttpResponse.BodyHandlers.ofString());
	}

	private HttpRequest request(String path) {
		String uri = path.replace("ID", this.stream.id()).replace("KEY", "front-door");
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + uri))
			.header("Accept", "text/html")
			.header("Accept-Language", "en")
			.build();
	}

}
