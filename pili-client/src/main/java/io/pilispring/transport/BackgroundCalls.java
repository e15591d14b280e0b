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

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * Calls that are made periodically in the background, such as those of a monitor. A
 * callback runs before every request, for example to limit the rate. A failed call is not
 * retried after a pause: it is retried only once, and immediately, if a kept-alive
 * connection turns out to be broken.
 *
 * @since 0.1.0
 */
public final class BackgroundCalls {

	private static final ThreadLocal<@Nullable Runnable> BEFORE_REQUEST = new ThreadLocal<>();

	private BackgroundCalls() {
	}

	/**
	 * Make calls to PILI in the background, in this thread.
	 * @param <T> the type of the result
	 * @param beforeRequest runs before every request, including each page of a listing
	 * and each retry; if it throws an exception, the call ends
	 * @param calls makes the calls
	 * @return the result of the calls
	 */
	public static <T> T run(Runnable beforeRequest, Supplier<T> calls) {
		Assert.notNull(beforeRequest, "'beforeRequest' must not be null");
		Assert.notNull(calls, "'calls' must not be null");
		Runnable outer = BEFORE_REQUEST.get();
		BEFORE_REQUEST.set(beforeRequest);
		try {
			return calls.get();
		}
		finally {
			if (outer != null) {
				BEFORE_REQUEST.set(outer);
			}
			else {
				BEFORE_REQUEST.remove();
			}
		}
	}

	/**
	 * Return the callback that transports must run before a request of this thread.
	 * @return the callback, or {@code null} if the thread makes no background calls
	 */
	public static @Nullable Runnable beforeRequest() {
		return BEFORE_REQUEST.get();
	}

}
