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

package io.pilispring.v1;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.pilispring.internal.WireJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Whatever PILI, or who pretends to be, says of a stream, no URL leads elsewhere.
 */
class HostileUrlPartsTests {

	private static final List<Function<PiliStream, Object>> URLS = List.of(PiliStream::rtmpPublishUrl,
			PiliStream::rtmpLiveUrl, PiliStream::hlsLiveUrl, PiliStream::httpFlvLiveUrl, PiliStream::rtmpLiveUrls,
			PiliStream::hlsLiveUrls, PiliStream::httpFlvLiveUrls,
			(stream) -> stream.hlsPlaybackUrl(Instant.EPOCH, Instant.ofEpochSecond(5)));

	@ParameterizedTest
	@ValueSource(strings = { "evil.com/x", "user@evil.com", "user:pw@evil.com", "evil.com#", "evil.com?x=", "a b",
			"a\nb", "a\r\nX: y", "a;b", "a$(id)", "a`id`", "a'b", "a\"b", "a\\b", "..", "a:0", "a:99999", "a:b",
			"流.com", "http://a", "//a" })
	void hostThatIsNoneIsAbsent(String host) {
		for (String name : new String[] { "pub", "http", "hdl", "hls", "rtmp", "pbhttp", "pbhls" }) {
			PiliStream stream = stream(name + ".example.com", host);
			for (Function<PiliStream, Object> url : URLS) {
				assertThat(urls(stream, url))
					.allSatisfy((made) -> assertThat(URI.create(made).getHost()).endsWith(".example.com"));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "a/b", "../x", "a?b", "a#b", "a b", "a\nb", "a@b", "a%2Fb", "a&b", "a$(id)", "a;b", "a'b" })
	void hubAndTitleThatCannotStandInAUrlAreRefused(String text) {
		for (PiliStream stream : new PiliStream[] { stream("\"title\":\"55d80075e3ba5723280000d2\"", text, "title"),
				stream("\"hub\":\"test-hub\"", text, "hub") }) {
			for (Function<PiliStream, Object> url : URLS) {
				assertThatIllegalStateException().isThrownBy(() -> url.apply(stream))
					.withMessageContaining("cannot stand in a URL")
					.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("\n"));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "流", "été", "A-b_c.d~1" })
	void titleInOtherLanguagesStands(String title) {
		assertThat(stream("\"title\":\"55d80075e3ba5723280000d2\"", title, "title").rtmpLiveUrl())
			.isEqualTo("rtmp://rtmp.example.com/test-hub/" + title);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a/b", "a@b", "a?b", "a b", "a\nb", "", ".." })
	void profileThatCannotStandInAUrlIsAbsent(String profile) {
		PiliStream stream = stream("480p", profile);
		assertThat(stream.profiles()).containsExactly("720p");
		assertThat(stream.hlsLiveUrls()).containsOnlyKeys("ORIGIN", "720p");
	}

	private static Stream<String> urls(PiliStream stream, Function<PiliStream, Object> url) {
		try {
			Object made = url.apply(stream);
			return (made instanceof Map<?, ?> map) ? map.values().stream().map(String::valueOf)
					: Stream.of((String) made);
		}
		catch (IllegalStateException ex) {
			assertThat(ex.getMessage()).contains("has no host");
			return Stream.empty();
		}
	}

	private static PiliStream stream(String part, String value, String name) {
		String json = Streams.JSON.replace(part, "\"" + name + "\":" + quoted(value));
		assertThat(json).isNotEqualTo(Streams.JSON);
		return Streams.of(json);
	}

	private static PiliStream stream(String text, String value) {
		String json = Streams.JSON.replace("\"" + text + "\"", quoted(value));
		assertThat(json).isNotEqualTo(Streams.JSON);
		return Streams.of(json);
	}

	private static String quoted(String value) {
		return new String(WireJson.write(value), StandardCharsets.UTF_8);
	}

}
