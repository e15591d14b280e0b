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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

// Reads the live playlists of nginx and writes those of recordings
final class HlsPlaylist {

	private static final Pattern ENTRY = Pattern.compile("#EXTINF:([0-9.]+),[^\\n]*\\n([^#\\n]+)\\n");

	private HlsPlaylist() {
	}

	static List<Entry> read(String text) {
		List<Entry> entries = new ArrayList<>();
		Matcher matcher = ENTRY.matcher(text);
		while (matcher.find()) {
			entries.add(new Entry(matcher.group(2).strip(),
					Duration.ofMillis(Math.round(Double.parseDouble(matcher.group(1)) * 1000))));
		}
		return entries;
	}

	static String write(List<MediaSegment> segments, Function<MediaSegment, String> address) {
		long longest = segments.stream().mapToLong((segment) -> segment.duration().toMillis()).max().orElse(1000);
		StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-PLAYLIST-TYPE:VOD\n")
			.append("#EXT-X-TARGETDURATION:")
			.append((longest + 999) / 1000)
			.append("\n#EXT-X-MEDIA-SEQUENCE:0\n");
		long push = (segments.isEmpty()) ? 0 : segments.get(0).pushNumber();
		for (MediaSegment segment : segments) {
			if (segment.pushNumber() != push) {
				push = segment.pushNumber();
				text.append("#EXT-X-DISCONTINUITY\n");
			}
			text.append(String.format(Locale.ROOT, "#EXTINF:%.3f,", segment.duration().toMillis() / 1000.0))
				.append("\n")
				.append(address.apply(segment))
				.append('\n');
		}
		return text.append("#EXT-X-ENDLIST\n").toString();
	}

	record Entry(String name, Duration duration) {

	}

}
