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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

// The recordings that have not been deleted yet
final class Archive {

	private static final Pattern NAME = Pattern.compile(".+-([0-9]{1,15})\\.ts");

	private final Map<StreamName, Map<String, MediaSegment>> segments = new LinkedHashMap<>();

	private final AccountDirectory directory;

	Archive(AccountDirectory directory) {
		this.directory = directory;
	}

	// Learns of the segments of a playlist that it did not know
	void read(StreamName stream, long pushNumber) throws IOException {
		Path playlist = this.directory.livePlaylist(stream);
		if (!Files.exists(playlist)) {
			return;
		}
		List<HlsPlaylist.Entry> entries = HlsPlaylist.read(Files.readString(playlist));
		synchronized (this) {
			Map<String, MediaSegment> known = this.segments.computeIfAbsent(stream, (key) -> new LinkedHashMap<>());
			for (HlsPlaylist.Entry entry : entries) {
				Matcher matcher = NAME.matcher(entry.name());
				Path file = this.directory.hls(stream.hub()).resolve(entry.name());
				if (matcher.matches() && !known.containsKey(entry.name()) && Files.exists(file)) {
					known.put(entry.name(),
							new MediaSegment(file, pushNumber, Instant.ofEpochMilli(Long.parseLong(matcher.group(1))),
									entry.duration(), Files.size(file)));
				}
			}
		}
	}

	synchronized List<MediaSegment> within(StreamName stream, Instant start, Instant end) {
		return this.segments.getOrDefault(stream, Map.of())
			.values()
			.stream()
			.filter((segment) -> segment.overlaps(start, end))
			.sorted(Comparator.comparing(MediaSegment::start))
			.toList();
	}

	List<MediaSegment> all(StreamName stream) {
		return within(stream, Instant.EPOCH, Instant.MAX);
	}

	// Limits the size: deletes the oldest recordings, and those of deleted streams
	synchronized void cleanUp(Predicate<StreamName> exists, long maxBytes) {
		for (StreamName stream : new HashSet<>(this.segments.keySet())) {
			if (!exists.test(stream)) {
				this.segments.remove(stream).values().forEach(Archive::delete);
			}
		}
		List<MediaSegment> oldestFirst = new ArrayList<>(
				this.segments.values().stream().flatMap((known) -> known.values().stream()).toList());
		oldestFirst.sort(Comparator.comparing(MediaSegment::start));
		long total = oldestFirst.stream().mapToLong(MediaSegment::size).sum();
		Set<String> deleted = new HashSet<>();
		for (MediaSegment segment : oldestFirst) {
			if (total <= maxBytes) {
				break;
			}
			total -= segment.size();
			deleted.add(segment.file().toString());
			delete(segment);
		}
		this.segments.values()
			.forEach((known) -> known.values().removeIf((each) -> deleted.contains(each.file().toString())));
	}

	private static void delete(MediaSegment segment) {
		try {
			Files.deleteIfExists(segment.file());
		}
		catch (IOException ex) {
			// It is deleted with the directory in the end
		}
	}

}
