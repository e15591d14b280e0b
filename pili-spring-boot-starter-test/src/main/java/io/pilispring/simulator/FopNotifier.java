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

package io.pilispring.simulator;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Waits for file operations to end and sends their notifications. It polls instead of
 * scheduling, because tests may replace and adjust the clock.
 */
final class FopNotifier {

	private static final int THREADS = 2;

	private static final int ATTEMPTS = 3;

	private static final int OK = 200;

	private static final long LOOK_MILLIS = 10;

	private static final long RETRY_MILLIS = 200;

	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	private final Set<FopState> watched = ConcurrentHashMap.newKeySet();

	private final RequestSender sender = new RequestSender();

	private final BackgroundTasks tasks = new BackgroundTasks("pili-simulator-fop", THREADS);

	void watch(FopState fop) {
		String url = fop.order().notifyUrl();
		if (url != null) {
			this.watched.add(fop);
			this.tasks.schedule(() -> look(fop, url), LOOK_MILLIS);
		}
	}

	void cancel() {
		this.watched.clear();
	}

	void close() {
		cancel();
		this.tasks.close(this.sender::abort);
	}

	private void look(FopState fop, String url) {
		FopCode code = fop.code();
		if (!code.isFinal()) {
			scheduleIfWatched(fop, () -> look(fop, url), LOOK_MILLIS);
		}
		else if (code == FopCode.NOTIFICATION_FAILED) {
			this.watched.remove(fop);
		}
		else {
			notify(fop, url, 1);
		}
	}

	private void notify(FopState fop, String url, int attempt) {
		if (!this.watched.contains(fop)) {
			return;
		}
		fop.countNotification();
		if (this.sender.send(request(fop, url)) == OK) {
			this.watched.remove(fop);
		}
		else if (attempt < ATTEMPTS) {
			scheduleIfWatched(fop, () -> notify(fop, url, attempt + 1), RETRY_MILLIS);
		}
		else {
			giveUp(fop);
		}
	}

	private static OutgoingRequest request(FopState fop, String url) {
		return new OutgoingRequest("POST", url, Map.of("Content-Type", "application/json"),
				Json.write(FopJson.write(fop)), TIMEOUT);
	}

	private void giveUp(FopState fop) {
		if (this.watched.remove(fop) && fop.code() == FopCode.DONE) {
			fop.finish(FopCode.NOTIFICATION_FAILED);
		}
	}

	private void scheduleIfWatched(FopState fop, Runnable task, long delayMillis) {
		if (this.watched.contains(fop)) {
			this.tasks.schedule(task, delayMillis);
		}
	}

}
