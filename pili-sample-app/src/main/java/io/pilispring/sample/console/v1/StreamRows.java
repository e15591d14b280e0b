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

package io.pilispring.sample.console.v1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

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
import io.pilispring.sample.hubs.V1Hub;
import io.pilispring.v1.PiliStream;
import io.pilispring.v1.StreamPage;
import io.pilispring.v1.StreamStatus;

/**
 * Finds the rows of the list of streams.
 */
@Component
class StreamRows {

	private final PiliStreams streams;

	private final HubWatch watch;

	private final TitleIndex titles;

	private final FileList files;

	StreamRows(PiliStreams streams, HubWatch watch, TitleIndex titles, FileList files) {
		this.streams = streams;
		this.watch = watch;
		this.titles = titles;
		this.files = files;
	}

	RowPage find(V1Hub hub, StreamSearch search, int pageSize, Calls calls) {
		if (search.anywhere()) {
			return findAnywhere(hub, search, pageSize, calls);
		}
		Call<StreamPage> page = calls.start(() -> page(hub, search, pageSize, search.live()));
		List<PiliStream> streams = new ArrayList<>();
		if (search.liveFirst()) {
			streams.addAll(calls.start(() -> page(hub, search, pageSize, true)).get().items());
		}
		Set<String> first = streams.stream().map(PiliStream::id).collect(Collectors.toSet());
		page.get().items().stream().filter((stream) -> !first.contains(stream.id())).forEach(streams::add);
		Map<String, StreamStatus> statuses = statuses(hub, streams.stream().map(PiliStream::id).toList(), calls);
		return new RowPage(streams.stream().map((stream) -> row(hub, stream, statuses.get(stream.id()))).toList(),
				page.get().marker());
	}

	private static StreamPage page(V1Hub hub, StreamSearch search, int pageSize, boolean live) {
		return hub.client().listStreams((query) -> {
			query.titlePrefix(search.prefix()).marker(search.marker()).pageSize(pageSize);
			if (live) {
				query.connected();
			}
		});
	}

	private RowPage findAnywhere(V1Hub hub, StreamSearch search, int pageSize, Calls calls) {
		Found found = calls.start(() -> this.titles.find(hub, search, pageSize, () -> titles(hub, search.live())))
			.get();
		Map<String, StreamStatus> statuses = statuses(hub, found.titles().stream().map(Title::id).toList(), calls);
		return new RowPage(found.titles().stream().map((title) -> row(hub, title, statuses.get(title.id()))).toList(),
				found.marker());
	}

	private static Stream<Title> titles(V1Hub hub, boolean live) {
		Stream<PiliStream> all = hub.client().streams((query) -> {
			if (live) {
				query.connected();
			}
		});
		return all.map((stream) -> new Title(stream.id(), stream.title()));
	}

	private static Map<String, StreamStatus> statuses(V1Hub hub, List<String> ids, Calls calls) {
		return (ids.isEmpty()) ? Map.of() : calls.start(() -> hub.client().statuses(ids)).get();
	}

	private StreamRow row(V1Hub hub, PiliStream stream, @Nullable StreamStatus status) {
		String security = (stream.publishSecurity() != null) ? stream.publishSecurity().value() : null;
		boolean live = status != null && status.connected();
		return new StreamRow(stream.id(), stream.title(), this.streams.badge(hub, stream, live), rate(status), security,
				stream.createdAt(), stream.updatedAt(), this.files.lastPicture(hub, stream.id()));
	}

	// Of a title, the list does not know more
	private StreamRow row(V1Hub hub, Title title, @Nullable StreamStatus status) {
		boolean live = status != null && status.connected();
		Badge badge = Badge.of(live, this.watch.isFrozen(hub, title.id()), false, null);
		return new StreamRow(title.id(), title.text(), badge, rate(status), null, null, null,
				this.files.lastPicture(hub, title.id()));
	}

	private static @Nullable String rate(@Nullable StreamStatus status) {
		return (status != null && status.connected()) ? Rates.text(status.bytesPerSecond()) : null;
	}

}
