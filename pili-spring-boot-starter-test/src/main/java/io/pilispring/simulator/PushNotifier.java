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

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * Sends the callbacks of domains when pushes start and have ended. A push that pauses for
 * less than the delay of its domain has not ended. It polls instead of scheduling,
 * because tests may replace and adjust the clock.
 */
final class PushNotifier {

	private static final int THREADS = 4;

	private static final long LOOK_MILLIS = 10;

	private final InstantSource clock;

	private final RequestSender sender = new RequestSender();

	private final BackgroundTasks tasks = new BackgroundTasks("pili-simulator-push", THREADS);

	private final Map<StreamState, Instant> startTimes = new ConcurrentHashMap<>();

	private final Map<StreamState, EndedPush> ended = new ConcurrentHashMap<>();

	private final AtomicLong generation = new AtomicLong();

	PushNotifier(InstantSource clock) {
		this.clock = clock;
	}

	// Called with the lock of the stream, as ended() is, so that nothing here may block
	void started(StreamState stream, PushSession session) {
		EndedPush before = this.ended.remove(stream);
		if (before != null && session.start().isBefore(before.due())) {
			return;
		}
		if (before != null) {
			disconnected(stream, before);
		}
		HubDomain domain = stream.hubState().publishDomain(session.source().host());
		if (domain == null) {
			return;
		}
		if (hasCallback(domain)) {
			this.startTimes.put(stream, session.start());
		}
		if (domain.connectCallback() != null) {
			deliver(stream, domain.connectCallback(), PushEvent.connected(stream, session));
		}
	}

	void ended(StreamState stream, PushSession session) {
		HubDomain domain = stream.hubState().publishDomain(session.source().host());
		if (domain == null || !hasCallback(domain)) {
			this.startTimes.remove(stream);
			return;
		}
		Instant end = session.endOr(this.clock.instant());
		EndedPush push = new EndedPush(session, end, end.plus(domain.disconnectDelay()), domain.disconnectCallback());
		this.ended.put(stream, push);
		this.tasks.schedule(() -> look(stream, push), LOOK_MILLIS);
	}

	private static boolean hasCallback(HubDomain domain) {
		return domain.connectCallback() != null || domain.disconnectCallback() != null;
	}

	private void look(StreamState stream, EndedPush push) {
		if (this.ended.get(stream) != push) {
			return;
		}
		if (this.clock.instant().isBefore(push.due())) {
			this.tasks.schedule(() -> look(stream, push), LOOK_MILLIS);
		}
		else if (this.ended.remove(stream, push)) {
			disconnected(stream, push);
		}
	}

	private void disconnected(StreamState stream, EndedPush push) {
		Instant start = this.startTimes.remove(stream);
		PushCallback callback = push.callback();
		if (callback != null) {
			deliver(stream, callback, PushEvent.disconnected(stream, push.session(),
					(start != null) ? start : push.session().start(), push.end()));
		}
	}

	private void deliver(StreamState stream, PushCallback callback, PushEvent event) {
		CallbackRequest request = CallbackRequest.of(callback, event);
		long current = this.generation.get();
		this.tasks.schedule(() -> attempt(stream.hubState().account(), callback, request, current, 0), 0);
	}

	private void attempt(AccountState account, PushCallback callback, CallbackRequest request, long asOf, int retries) {
		if (this.generation.get() != asOf) {
			return;
		}
		int status = this.sender.send(request.signed(account, callback.effectiveTimeout()));
		boolean success = status != RequestSender.NO_RESPONSE
				&& (callback.successCode() == 0 || callback.successCode() == status);
		if (!success && retries < callback.retryTimes()) {
			this.tasks.schedule(() -> attempt(account, callback, request, asOf, retries + 1),
					callback.retryInterval().toMillis());
		}
	}

	void cancel() {
		this.generation.incrementAndGet();
		this.ended.clear();
		this.startTimes.clear();
	}

	void close() {
		cancel();
		this.tasks.close(this.sender::abort);
	}

	/**
	 * A push that has ended, unless it starts again soon.
	 *
	 * @param session the push
	 * @param end when it ended
	 * @param due when it has ended for good
	 * @param callback what to call then, or {@code null}
	 */
	private record EndedPush(PushSession session, Instant end, Instant due, @Nullable PushCallback callback) {

	}

}
