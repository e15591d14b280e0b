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
 * Calls that are made in the background and repeated anyway, such as those of a monitor.
 * Something runs before every request, for example a wait that limits their rate, and a
 * call that fails is not retried after a pause: it is retried once, and at once, where a
 * kept connection turns out to be broken.
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
	 * @param beforeRequest run before every request that is sent, each page of a listing
	 * and each retry included; what it throws ends the call
	 * @param calls makes the calls
	 * @return the result of the calls
	 */
	public static <T> T run(Runnable beforeRequest, Supplier<T> calls) {
		Assert.notNull(beforeRequest, "'beforeRequest' must not be null");
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
	 * Return what to run before a request of this thread, for transports to do so.
	 * @return what to run, or {@code null} if the thread makes no background calls
	 */
	public static @Nullable Runnable beforeRequest() {
		return BEFORE_REQUEST.get();
	}

}
