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

package io.pilispring.v2.callback;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.commons.logging.Log;

import io.pilispring.internal.OneLine;
import io.pilispring.signing.RequestVerifier;

/**
 * Logs why callbacks are refused, at most once a minute, because anyone may send them.
 */
final class RefusalLog {

	private static final long PAUSE = Duration.ofMinutes(1).toNanos();

	private final Log logger;

	private final AtomicLong last = new AtomicLong(System.nanoTime() - PAUSE);

	RefusalLog(Log logger) {
		this.logger = logger;
	}

	void log(CallbackRequest request, String accessKey) {
		long now = System.nanoTime();
		long before = this.last.get();
		if (now - before >= PAUSE && this.last.compareAndSet(before, now)) {
			this.logger.warn("A callback was refused: " + reason(request, accessKey)
					+ " Further refusals are not logged for a minute.");
		}
	}

	private static String reason(CallbackRequest request, String accessKey) {
		if (request.authorization() == null) {
			return "it has no Authorization header.";
		}
		String claimed = RequestVerifier.accessKey(request.authorization());
		if (claimed == null) {
			return "its Authorization header is not of the form 'Qiniu <access key>:<signature>'.";
		}
		if (!claimed.equals(accessKey)) {
			return "it is signed for the access key '%s', not for that of the hub.".formatted(OneLine.of(claimed, 100));
		}
		return ("its signature does not match %s. If a proxy changes the host or the path, set the public address of "
				+ "the application.")
			.formatted(request);
	}

}
