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

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

class PlayUrlsTests {

	private static final Instant START = Instant.ofEpochSecond(1440282134, 5);

	private static final Instant END = Instant.ofEpochSecond(1440437833, 9);

	@ParameterizedTest
	@MethodSource
	void everyProfileHasItsUrl(Function<PiliStream, Map<String, String>> urls, String base, String suffix) {
		String title = base + "/test-hub/55d80075e3ba5723280000d2";
		assertThat(urls.apply(Streams.of(Streams.JSON))).isUnmodifiable()
			.containsExactly(entry("ORIGIN", title + suffix), entry("480p", title + "@480p" + suffix),
					entry("720p", title + "@720p" + suffix));
	}

	private static Stream<Arguments> everyProfileHasItsUrl() {
		return Stream.of(Arguments.of(live(PiliStream::rtmpLiveUrls), "rtmp://rtmp.example.com", ""),
				Arguments.of(live(PiliStream::hlsLiveUrls), "http://hls.example.com", ".m3u8"),
				Arguments.of(live(PiliStream::httpFlvLiveUrls), "http://hdl.example.com", ".flv"),
				Arguments.of(live(PlayUrlsTests::playback), "http://pbhls.example.com",
						".m3u8?start=1440282134&end=1440437833"));
	}

	@ParameterizedTest
	@MethodSource
	void missingHostIsNamed(Function<PiliStream, Map<String, String>> urls, String host) {
		PiliStream stream = Streams.of("{\"id\":\"a.b.c\",\"hosts\":{\"publish\":{\"rtmp\":\"p\"}}}");
		assertThatIllegalStateException().isThrownBy(() -> urls.apply(stream))
			.withMessage("Stream 'a.b.c' has no host '" + host + "'");
	}

	private static Stream<Arguments> missingHostIsNamed() {
		return Stream.of(Arguments.of(live(PiliStream::rtmpLiveUrls), "live.rtmp"),
				Arguments.of(live(PiliStream::hlsLiveUrls), "live.hls"),
				Arguments.of(live(PiliStream::httpFlvLiveUrls), "live.hdl"),
				Arguments.of(live(PlayUrlsTests::playback), "playback.hls"));
	}

	@Test
	void streamWithoutProfilesHasOnlyTheOrigin() {
		PiliStream stream = Streams.of("{\"id\":\"z.h.t\",\"hosts\":{\"live\":{\"rtmp\":\"r\"}}}");
		assertThat(stream.rtmpLiveUrls()).containsExactly(entry(PiliStream.ORIGIN, "rtmp://r/h/t"));
	}

	private static Map<String, String> playback(PiliStream stream) {
		return stream.hlsPlaybackUrls(START, END);
	}

	private static Function<PiliStream, Map<String, String>> live(Function<PiliStream, Map<String, String>> urls) {
		return urls;
	}

}
