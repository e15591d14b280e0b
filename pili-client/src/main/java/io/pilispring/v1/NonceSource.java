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

import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes the nonces of dynamic publish URLs: unix seconds, but larger than any nonce of
 * the same stream before, because PILI takes no other.
 */
final class NonceSource {

	/**
	 * One for the whole process, so that two hubs do not make the same URL either.
	 */
	static final NonceSource SHARED = new NonceSource(InstantSource.system());

	private static final int PRUNE_SIZE = 1024;

	private final InstantSource time;

	private final ConcurrentMap<String, Long> last = new ConcurrentHashMap<>();

	// No nonce that was forgotten is larger
	private final AtomicLong forgotten = new AtomicLong();

	private volatile long prunedAt;

	NonceSource(InstantSource time) {
		this.time = time;
	}

	long next(String streamId) {
		long now = this.time.instant().getEpochSecond();
		long nonce = this.last.compute(streamId,
				(id, previous) -> Math.max(now, after((previous != null) ? previous : this.forgotten.get())));
		forgetPast(now);
		return nonce;
	}

	private static long after(long nonce) {
		if (nonce == Long.MAX_VALUE) {
			throw new IllegalStateException("There is no nonce after " + nonce);
		}
		return nonce + 1;
	}

	void used(String streamId, long nonce) {
		this.last.merge(streamId, nonce, Math::max);
	}

	int size() {
		return this.last.size();
	}

	// Time alone gives a larger nonce than those of the past, so they need not be kept.
	// There
	// are more of them only when a second has passed.
	private void forgetPast(long now) {
		if (now != this.prunedAt && this.last.size() > PRUNE_SIZE) {
			this.prunedAt = now;
			this.last.forEach((id, nonce) -> {
				if (nonce < now) {
					this.forgotten.accumulateAndGet(nonce, Math::max);
					this.last.remove(id, nonce);
				}
			});
		}
	}

}
