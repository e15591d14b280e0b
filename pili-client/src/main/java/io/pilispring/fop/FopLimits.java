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

package io.pilispring.fop;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Limits what a notification URL that has leaked is good for: how often PILI is called
 * because of notifications, above all for operations that it does not know, and that a
 * URL is for one operation.
 */
final class FopLimits {

	static final int MAX_CALLS_PER_SECOND = 50;

	static final int MAX_REMEMBERED = 10_000;

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private static final long LONGEST_PAUSE = Duration.ofMinutes(1).toNanos();

	private final LongSupplier nanoTime;

	private long windowStart;

	private int callsInWindow;

	private final Map<String, Pause> unknown = new LinkedHashMap<>();

	private final Map<String, String> operations = new LinkedHashMap<>();

	FopLimits(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
		this.windowStart = nanoTime.getAsLong();
	}

	/**
	 * Return whether PILI may be called for an operation now, and count the call if so.
	 * @param id the operation
	 * @return whether to call
	 */
	synchronized boolean mayCall(String id) {
		long now = this.nanoTime.getAsLong();
		Pause pause = this.unknown.get(id);
		if (pause != null && now - pause.until() < 0) {
			return false;
		}
		if (now - this.windowStart >= SECOND) {
			this.windowStart = now;
			this.callsInWindow = 0;
		}
		if (this.callsInWindow >= MAX_CALLS_PER_SECOND) {
			return false;
		}
		this.callsInWindow++;
		return true;
	}

	/**
	 * Remember that PILI does not know an operation. It may not know it yet, so it is
	 * called again, but after pauses that grow from one second to one minute.
	 * @param id the operation
	 */
	synchronized void unknown(String id) {
		Pause before = this.unknown.remove(id);
		long length = (before != null) ? Math.min(before.length() * 2, LONGEST_PAUSE) : SECOND;
		put(this.unknown, id, new Pause(this.nanoTime.getAsLong() + length, length));
	}

	/**
	 * Return whether a URL may notify of an operation: of its first one only.
	 * @param url the identity of the URL
	 * @param id the operation
	 * @return whether it is the first one, or the same again
	 */
	synchronized boolean isFor(String url, String id) {
		String first = this.operations.get(url);
		if (first == null) {
			put(this.operations, url, id);
			return true;
		}
		return first.equals(id);
	}

	private static <T> void put(Map<String, T> map, String key, T value) {
		map.put(key, value);
		if (map.size() > MAX_REMEMBERED) {
			map.remove(map.keySet().iterator().next());
		}
	}

	/**
	 * A time in which PILI is not called.
	 *
	 * @param until its end
	 * @param length its length
	 */
	private record Pause(long until, long length) {

	}

}
