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

package io.pilispring.sample.console.v2;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pilispring.PiliException;
import io.pilispring.sample.console.Badge;
import io.pilispring.sample.console.FileList;
import io.pilispring.sample.console.HubWatch;
import io.pilispring.sample.console.PageCalls.Call;
import io.pilispring.sample.console.PageCalls.Calls;
import io.pilispring.sample.console.Rates;
import io.pilispring.sample.console.RowPage;
import io.pilispring.sample.console.StreamRow;
import io.pilispring.sample.console.StreamSearch;
import io.pilispring.sample.console.TitleIndex;
import io.pilispring.sample.console.TitleIndex.Found;
import io.pilispring.sample.console.TitleIndex.Title;
import io.pilispring.sample.hubs.V2Hub;
import io.pilispring.v2.LiveStatus;
import io.pilispring.v2.LiveStream;
import io.pilispring.v2.StreamPage;
import io.pilispring.v2.ViewerCount;

/**
 * Finds the rows of the list of streams. PILI lists keys alone: whether a stream is
 * disabled would be a call for each.
 */
@Component
class LiveStreamRows {

	private final HubWatch watch;

	private final TitleIndex titles;

	private final FileList files;

	LiveStreamRows(HubWatch watch, TitleIndex titles, FileList files) {
		this.watch = watch;
		this.titles = titles;
		this.files = files;
	}

	RowPage find(V2Hub hub, StreamSearch search, int pageSize, Calls calls) {
		if (search.anywhere()) {
			Found found = calls.start(() -> this.titles.find(hub, search, pageSize, () -> titles(hub, search.live())))
				.get();
			return page(hub, found.titles().stream().map(Title::id).toList(), found.marker(), calls);
		}
		Call<StreamPage> page = calls.start(() -> page(hub, search, pageSize, search.live()));
		Set<String> keys = new LinkedHashSet<>();
		if (search.liveFirst()) {
			keys.addAll(keys(calls.start(() -> page(hub, search, pageSize, true)).get()));
		}
		keys.addAll(keys(page.get()));
		return page(hub, List.copyOf(keys), page.get().marker(), calls);
	}

	private static StreamPage page(V2Hub hub, StreamSearch search, int pageSize, boolean live) {
		return hub.client().listStreams((query) -> {
			query.prefix(search.prefix()).marker(search.marker()).pageSize(pageSize);
			if (live) {
				query.liveOnly();
			}
		});
	}

	private static List<String> keys(StreamPage page) {
		return page.items().stream().map(LiveStream::key).toList();
	}

	private static Stream<Title> titles(V2Hub hub, boolean live) {
		Stream<LiveStream> all = hub.client().streams((query) -> {
			if (live) {
				query.liveOnly();
			}
		});
		return all.map((stream) -> new Title(stream.key(), stream.key()));
	}

	private RowPage page(V2Hub hub, List<String> keys, @Nullable String marker, Calls calls) {
		if (keys.isEmpty()) {
			return new RowPage(List.of(), marker);
		}
		Map<String, LiveStatus> statuses = calls.start(() -> hub.client().liveStatuses(keys)).get();
		Map<String, ViewerCount> viewers = (statuses.isEmpty()) ? Map.of() : viewers(hub, calls);
		return new RowPage(keys.stream().map((key) -> row(hub, key, statuses.get(key), viewers.get(key))).toList(),
				marker);
	}

	// The list is of use without them
	private static Map<String, ViewerCount> viewers(V2Hub hub, Calls calls) {
		try {
			return calls.start(() -> hub.client().viewers().streams()).get();
		}
		catch (PiliException ex) {
			return Map.of();
		}
	}

	private StreamRow row(V2Hub hub, String key, @Nullable LiveStatus status, @Nullable ViewerCount viewers) {
		Badge badge = Badge.of(status != null, this.watch.isFrozen(hub, key), false, null);
		return new StreamRow(key, key, badge, (status != null) ? Rates.ofBits(status.bitsPerSecond()) : null,
				(status != null && viewers != null) ? Long.toString(viewers.count()) : null, null, null,
				this.files.lastPicture(hub, key));
	}

}
