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

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pilispring.sample.hubs.Hub;

/**
 * The titles of all streams of a hub, to search for a text that stands anywhere in them,
 * which PILI cannot. They are requested at most every few seconds, however many pages
 * search.
 */
@Component
public class TitleIndex {

	private static final long MAX_AGE = Duration.ofSeconds(20).toNanos();

	private static final int MAX_TITLES = 200_000;

	private final Map<String, Titles> titles = new ConcurrentHashMap<>();

	/**
	 * Find a page of streams.
	 * @param hub the hub
	 * @param search what to search for
	 * @param pageSize how many streams a page has
	 * @param all requests all streams, or all that are live
	 * @return the page
	 */
	public Found find(Hub hub, StreamSearch search, int pageSize, Supplier<Stream<Title>> all) {
		String text = (search.prefix() != null) ? search.prefix().toLowerCase(Locale.ROOT) : "";
		int start = (search.marker() != null) ? Integer.parseInt(search.marker()) : 0;
		List<Title> found = titles(hub.key() + search.live(), all).stream()
			.filter((title) -> title.text().toLowerCase(Locale.ROOT).contains(text))
			.skip(start)
			.limit(pageSize + 1L)
			.toList();
		boolean more = found.size() > pageSize;
		return new Found(found.subList(0, Math.min(pageSize, found.size())),
				(more) ? Integer.toString(start + pageSize) : null);
	}

	private List<Title> titles(String key, Supplier<Stream<Title>> all) {
		Titles current = this.titles.compute(key,
				(name, before) -> (before != null && !before.isOld()) ? before : Titles.of(all));
		try {
			return current.get();
		}
		catch (RuntimeException ex) {
			if (current.task().isDone()) {
				this.titles.remove(key, current);
			}
			throw ex;
		}
	}

	/**
	 * A stream that can be found.
	 *
	 * @param id the id
	 * @param text the title
	 */
	public record Title(String id, String text) {

	}

	/**
	 * A page of streams that were found.
	 *
	 * @param titles the streams
	 * @param marker where the next page starts, or {@code null} if this is the last
	 */
	public record Found(List<Title> titles, @Nullable String marker) {

	}

	/**
	 * Titles, requested in a thread of their own: that may take longer than a page waits,
	 * so that a later one finds them.
	 *
	 * @param task requests them
	 * @param since when
	 */
	private record Titles(FutureTask<List<Title>> task, long since) {

		static Titles of(Supplier<Stream<Title>> all) {
			FutureTask<List<Title>> task = new FutureTask<>(() -> {
				try (Stream<Title> stream = all.get()) {
					return stream.limit(MAX_TITLES).toList();
				}
			});
			Thread thread = new Thread(task, "titles");
			thread.setDaemon(true);
			thread.start();
			return new Titles(task, System.nanoTime());
		}

		boolean isOld() {
			return System.nanoTime() - this.since > MAX_AGE;
		}

		List<Title> get() {
			try {
				return this.task.get();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
			catch (ExecutionException ex) {
				if (ex.getCause() instanceof RuntimeException failure) {
					throw failure;
				}
				throw new IllegalStateException(ex.getCause());
			}
		}

	}

}
