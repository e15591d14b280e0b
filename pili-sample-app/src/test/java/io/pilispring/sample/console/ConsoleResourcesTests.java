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

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.SimulatedStream;
import io.pilispring.simulator.autoconfigure.AutoConfigurePiliSimulator;
import io.pilispring.v2.LiveHub;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what a browser has to load, and how often.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigurePiliSimulator
@TestPropertySource(properties = { "sample.console.pictures=true", "pili.hub=test-hub",
		"pili.hubs.studio.hub=studio-live", "pili.hubs.studio.api-version=v2" })
class ConsoleResourcesTests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final Pattern RESOURCE = Pattern.compile("(?:src|href)=\"(/(?:webjars|console)/[^\"]+)\"");

	// A hash of the content, or a version
	private static final Pattern LASTING = Pattern
		.compile("/console/[a-z]+-[0-9a-f]{32}\\.[a-z]+|/webjars/[a-z.]+/\\d+\\.\\d+\\.\\d+/.+");

	@Autowired
	private PiliSimulator simulator;

	@Autowired
	@Qualifier("studio")
	private LiveHub studio;

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@CsvSource(textBlock = """
			/hubs/piliHub,                       htmx renewal console search events
			/hubs/piliHub/new-stream,           ''
			/nope,                               ''
			/hubs,                               htmx renewal console
			/hubs/piliHub/streams/ID,            htmx renewal console events player hls charts chart
			/hubs/piliHub/streams/ID/recordings, htmx renewal console timeline player hls
			/hubs/piliHub/streams/ID/settings,   htmx renewal console
			/hubs/piliHub/streams/ID/delete,     ''
			/hubs/studio,                        htmx renewal console search events
			/hubs/studio/settings,               console
			/hubs/studio/new-stream,            ''
			/hubs/studio/streams/KEY,            htmx renewal console events player hls charts chart
			/hubs/studio/streams/KEY/recordings, htmx renewal console timeline player hls
			/hubs/studio/streams/KEY/settings,   htmx renewal console
			""")
	void pagesLoadTheScriptsThatTheyUseAndNoOthers(String path, String scripts) throws Exception {
		SimulatedStream stream = this.simulator.createStream("front-door");
		stream.goLive();
		stream.record(Instant.EPOCH, Instant.EPOCH.plusSeconds(60));
		this.simulator.hub("studio-live").goLive("front-door");
		List<String> loaded = resources(path.replace("ID", stream.id()).replace("KEY", "front-door")).stream()
			.filter((each) -> each.endsWith(".js"))
			.map((each) -> each.replaceAll(".*/([a-z]+)[^/]*", "$1"))
			.toList();
		assertThat(String.join(" ", loaded)).isEqualTo(scripts);
	}

	@Test
	void pagesOnWhichNothingIsPlayedAreLight() throws Exception {
		long bytes = 0;
		for (String resource : resources("/hubs/piliHub")) {
			bytes += get(resource).body().length;
		}
		assertThat(bytes).isBetween(10_000L, 30_000L);
	}

	@Test
	void pagesAreLightBesideThePlayer() throws Exception {
		SimulatedStream stream = this.simulator.createStream("front-door");
		stream.goLive();
		for (String path : List.of("/hubs/piliHub", "/hubs/piliHub/streams/" + stream.id() + "/recordings",
				"/hubs/piliHub/streams/" + stream.id())) {
			long bytes = get(path).body().length;
			for (String resource : resources(path)) {
				bytes += (resource.contains("hls.js")) ? 0 : get(resource).body().length;
			}
			// The charts take 70 kB
			assertThat(bytes).as(path).isBetween(10_000L, (path.endsWith(stream.id())) ? 110_000L : 100_000L);
		}
	}

	@Test
	void whatWasLoadedIsKeptForAsLongAsItIsTheSame() throws Exception {
		List<String> resources = resources("/hubs/piliHub/streams/" + this.simulator.createStream("front-door").id());
		assertThat(resources).hasSizeGreaterThan(6).allMatch(LASTING.asMatchPredicate());
		for (String resource : resources) {
			HttpResponse<byte[]> response = get(resource);
			assertThat(response.statusCode()).as(resource).isEqualTo(200);
			assertThat(response.headers().firstValue("Cache-Control")).as(resource)
				.hasValue("max-age=31536000, public");
		}
	}

	@Test
	void scriptsStylesAndPagesAreCompressed() throws Exception {
		List<String> paths = new ArrayList<>(List.of("/hubs/piliHub", "/api/streams"));
		for (int number = 0; number < 20; number++) {
			this.simulator.createStream();
		}
		resources("/hubs/piliHub/streams/" + this.simulator.streams().get(0).id()).stream()
			.filter((path) -> path.matches(".*(webjars|\\.css).*"))
			.forEach(paths::add);
		assertThat(paths).hasSizeGreaterThan(5);
		for (String path : paths) {
			HttpResponse<byte[]> response = get(path);
			assertThat(response.headers().firstValue("Content-Encoding")).as(path).hasValue("gzip");
			byte[] plain = new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
			assertThat(response.body().length).as(path).isLessThan(plain.length / 2);
		}
	}

	@Test
	void qualitiesAreChosenAndThePageIsEmbedded() throws Exception {
		this.studio.createStream("front-door").setConverts(List.of("480p", "720p"));
		String page = new String(get("/hubs/studio/streams/front-door", "identity").body(), StandardCharsets.UTF_8);
		assertThat(page).contains("<select id=\"quality\">", ">ORIGIN</option>", ">480p</option>", ">720p</option>")
			.contains("&lt;video controls muted playsinline data-hls=");
		assertThat(EmbedCode.of("http://host/\"><script>x</script>")).doesNotContain("\"><script>x");
	}

	@Test
	void pagesThemselvesAreNotKept() throws Exception {
		assertThat(get("/hubs/piliHub").headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
	}

	private List<String> resources(String path) throws Exception {
		List<String> resources = new ArrayList<>();
		HttpResponse<byte[]> response = get(path);
		byte[] page = response.body();
		if (response.headers().firstValue("Content-Encoding").isPresent()) {
			page = new GZIPInputStream(new ByteArrayInputStream(page)).readAllBytes();
		}
		Matcher matcher = RESOURCE.matcher(new String(page, StandardCharsets.UTF_8));
		while (matcher.find()) {
			resources.add(matcher.group(1));
		}
		return resources;
	}

	private HttpResponse<byte[]> get(String path) throws Exception {
		return get(path, "gzip");
	}

	private HttpResponse<byte[]> get(String path, String encoding) throws Exception {
		return HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.header("Accept", "text/html,*/*;q=0.8")
			.header("Accept-Encoding", encoding)
			.build(), HttpResponse.BodyHandlers.ofByteArray());
	}

}
