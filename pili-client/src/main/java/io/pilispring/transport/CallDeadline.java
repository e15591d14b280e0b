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

package io.pilispring.transport;

import java.time.Duration;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * A limit for the total time of several calls, such as all calls that a page needs before
 * it can be shown. Each of them still has its call timeout too. A call that runs when the
 * time is up is aborted, and one that begins later fails without waiting.
 *
 * @since 0.1.0
 */
public final class CallDeadline {

	private static final ThreadLocal<@Nullable Long> DEADLINE = new ThreadLocal<>();

	private CallDeadline() {
	}

	/**
	 * Make calls in this thread that all together take no longer than a time. Within such
	 * calls, a longer time has no effect.
	 * @param <T> the type of the result
	 * @param limit the time
	 * @param calls makes the calls
	 * @return the result of the calls
	 */
	public static <T> T within(Duration limit, Supplier<T> calls) {
		Assert.notNull(limit, "'limit' must not be null");
		Assert.notNull(calls, "'calls' must not be null");
		Long outer = DEADLINE.get();
		DEADLINE.set(earliest(System.nanoTime() + limit.toNanos()));
		try {
			return calls.get();
		}
		finally {
			if (outer != null) {
				DEADLINE.set(outer);
			}
			else {
				DEADLINE.remove();
			}
		}
	}

	/**
	 * Return the earlier of a deadline and that of this thread.
	 * @param deadline the deadline, by {@link System#nanoTime()}
	 * @return the earlier one
	 */
	static long earliest(long deadline) {
		Long limit = DEADLINE.get();
		return (limit != null && limit - deadline < 0) ? limit : deadline;
	}

}
