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

import org.jspecify.annotations.Nullable;

/**
 * What was searched for in the list of streams.
 *
 * @param prefix the text to search for, or {@code null}
 * @param match where the text must stand: {@code start}, or {@code anywhere}
 * @param marker where the page starts, or {@code null} for the first
 * @param live whether only streams that are live
 */
public record StreamSearch(@Nullable String prefix, String match, @Nullable String marker, boolean live) {

	private static final String ANYWHERE = "anywhere";

	public StreamSearch {
		prefix = (prefix == null || prefix.isEmpty()) ? null : prefix;
		marker = (marker == null || marker.isEmpty()) ? null : marker;
		if (!match.equals("start") && !match.equals(ANYWHERE)) {
			throw new IllegalArgumentException("'match' must be 'start' or 'anywhere'");
		}
	}

	/**
	 * Return whether the text may stand anywhere, which PILI cannot search for.
	 * @return whether all titles have to be looked through
	 */
	public boolean anywhere() {
		return this.prefix != null && this.match.equals(ANYWHERE);
	}

	/**
	 * Return whether this is the first page of all streams, which begins with those that
	 * are live.
	 * @return whether live streams come first
	 */
	public boolean liveFirst() {
		return this.marker == null && !this.live;
	}

	StreamSearch at(@Nullable String marker) {
		return new StreamSearch(this.prefix, this.match, marker, this.live);
	}

}
