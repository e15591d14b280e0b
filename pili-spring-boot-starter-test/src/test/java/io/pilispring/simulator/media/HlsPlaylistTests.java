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

package io.pilispring.simulator.media;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HlsPlaylist}.
 */
class HlsPlaylistTests {

	@Test
	void readsWhatItWrites() {
		MediaSegment first = segment(1, 1000, 1001);
		MediaSegment second = segment(2, 5000, 500);
		String text = HlsPlaylist.write(List.of(first, second), MediaSegment::name);
		assertThat(text).startsWith("#EXTM3U\n")
			.contains("#EXT-X-TARGETDURATION:2\n")
			.containsOnlyOnce("#EXT-X-DISCONTINUITY")
			.endsWith("#EXT-X-ENDLIST\n");
		assertThat(HlsPlaylist.read(text)).containsExactly(
				new HlsPlaylist.Entry("title-1000.ts", Duration.ofMillis(1001)),
				new HlsPlaylist.Entry("title-5000.ts", Duration.ofMillis(500)));
	}

	@Test
	void segmentsOverlapWhatTheyShareATimeWith() {
		MediaSegment segment = segment(1, 1000, 1000);
		assertThat(segment.overlaps(Instant.ofEpochMilli(1500), Instant.ofEpochMilli(3000))).isTrue();
		assertThat(segment.overlaps(Instant.ofEpochMilli(2000), Instant.ofEpochMilli(3000))).isFalse();
		assertThat(segment.overlaps(Instant.EPOCH, Instant.ofEpochMilli(1000))).isFalse();
	}

	private static MediaSegment segment(long push, long start, long duration) {
		return new MediaSegment(Path.of("title-" + start + ".ts"), push, Instant.ofEpochMilli(start),
				Duration.ofMillis(duration), 1);
	}

}
