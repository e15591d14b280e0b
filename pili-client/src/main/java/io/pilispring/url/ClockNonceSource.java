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

package io.pilispring.url;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * A {@link NonceSource} that is based on the clock. It remembers a stream only until the
 * clock has passed its last nonce, and limits the number of streams.
 */
final class ClockNonceSource implements NonceSource {

	static final NonceSource SHARED = new ClockNonceSource(InstantSource.system(), Instant::getEpochSecond);

	static final NonceSource SHARED_IN_MILLISECONDS = new ClockNonceSource(InstantSource.system(),
			Instant::toEpochMilli);

	static final int MAX_STREAMS = 100_000;

	private final InstantSource time;

	private final ToLongFunction<Instant> unit;

	// In the order of their last use
	private final Map<String, Long> last = new LinkedHashMap<>(16, 0.75f, true);

	// The largest nonce that was forgotten because the clock has passed it
	private long forgotten;

	private long forgottenAt;

	ClockNonceSource(InstantSource time, ToLongFunction<Instant> unit) {
		this.time = time;
		this.unit = unit;
	}

	@Override
	public synchronized long next(String streamId) {
		long now = this.unit.applyAsLong(this.time.instant());
		Long previous = this.last.get(streamId);
		long nonce = Math.max(now, after((previous != null) ? previous : this.forgotten));
		remember(streamId, nonce, now);
		return nonce;
	}

	private static long after(long nonce) {
		if (nonce == Long.MAX_VALUE) {
			throw new IllegalStateException("There is no nonce after " + nonce);
		}
		return nonce + 1;
	}

	@Override
	public synchronized void used(String streamId, long nonce) {
		long now = this.unit.applyAsLong(this.time.instant());
		Long previous = this.last.get(streamId);
		remember(streamId, (previous != null) ? Math.max(previous, nonce) : nonce, now);
	}

	synchronized int size() {
		return this.last.size();
	}

	private void remember(String streamId, long nonce, long now) {
		this.last.put(streamId, nonce);
		forgetPast(now);
		if (this.last.size() > MAX_STREAMS) {
			Iterator<String> oldest = this.last.keySet().iterator();
			oldest.next();
			oldest.remove();
		}
	}

	// Nonces in the past need not be remembered, because the clock gives a larger one.
	// There are more of them only when the clock has moved on.
	private void forgetPast(long now) {
		if (now == this.forgottenAt) {
			return;
		}
		this.forgottenAt = now;
		this.last.values().removeIf((nonce) -> {
			if (nonce >= now) {
				return false;
			}
			this.forgotten = Math.max(this.forgotten, nonce);
			return true;
		});
	}

}
