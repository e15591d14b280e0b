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
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A stream and all that happens to it, guarded by its own monitor.
 */
final class StreamState implements SimulatedStream {

	private final SimulatedAccount account;

	private final StreamId id;

	private final long number;

	private final InstantSource clock;

	private final PushListener listener;

	private final Instant createdAt;

	private final Recordings recordings = new Recordings();

	private StreamSettings settings;

	private @Nullable LivePush push;

	private long lastNonce;

	private boolean deleted;

	StreamState(SimulatedAccount account, StreamId id, long number, String publishKey, PublishSecurity publishSecurity,
			InstantSource clock, PushListener listener) {
		this.account = account;
		this.id = id;
		this.number = number;
		this.clock = clock;
		this.listener = listener;
		this.createdAt = clock.instant();
		this.settings = new StreamSettings(this.createdAt, publishKey, publishSecurity, Availability.ENABLED);
	}

	StreamId streamId() {
		return this.id;
	}

	long number() {
		return this.number;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	@Override
	public SimulatedAccount account() {
		return this.account;
	}

	@Override
	public String id() {
		return this.id.toString();
	}

	@Override
	public String hub() {
		return this.id.hub();
	}

	@Override
	public String title() {
		return this.id.title();
	}

	@Override
	public String publishKey() {
		return settings().publishKey();
	}

	@Override
	public String publishSecurity() {
		return settings().publishSecurity().wireName();
	}

	@Override
	public boolean isDisabled() {
		return settings().availability().disabled();
	}

	@Override
	public boolean isLive() {
		return livePush() != null;
	}

	@Override
	public @Nullable Push push() {
		LivePush live = livePush();
		return (live != null) ? live.push() : null;
	}

	synchronized @Nullable LivePush livePush() {
		return this.push;
	}

	synchronized StreamSettings settings() {
		return this.settings.at(this.clock.instant());
	}

	synchronized StreamSettings change(StreamChanges changes) {
		requirePresent();
		this.settings = this.settings.apply(changes, this.clock.instant());
		if (isDisabled()) {
			goOffline();
		}
		return settings();
	}

	synchronized void delete() {
		goOffline();
		this.deleted = true;
	}

	@Override
	public synchronized void goLive(Push push) {
		if (this.deleted || isDisabled() || this.push != null) {
			throw new IllegalStateException("Stream %s is %s".formatted(this.id,
					(this.deleted) ? "deleted" : (isDisabled()) ? "disabled" : "live already"));
		}
		begin(push);
	}

	@Override
	public synchronized void change(Push push) {
		if (this.push == null) {
			throw new IllegalStateException("Stream %s is not live".formatted(this.id));
		}
		this.push = this.push.with(push);
	}

	@Override
	public synchronized void goOffline() {
		LivePush ended = this.push;
		this.push = null;
		Instant now = this.clock.instant();
		if (ended != null && Segment.isLongEnough(ended.since(), now)) {
			this.recordings.add(ended.since(), now);
		}
		if (ended != null) {
			this.listener.pushEnded(this);
		}
	}

	@Override
	public synchronized void record(Instant start, Instant end) {
		this.recordings.add(start, end);
	}

	@Override
	public List<Segment> segments() {
		return segments(TimeRange.ALL);
	}

	synchronized List<Segment> segments(TimeRange range) {
		return this.recordings.within(range, this.push, this.clock.instant());
	}

	synchronized PublishVerdict publish(PublishUrl url, PublishRules rules, @Nullable Push push) {
		if (this.deleted || isDisabled()) {
			return (this.deleted) ? PublishVerdict.UNKNOWN_STREAM : PublishVerdict.DISABLED;
		}
		PublishVerdict verdict = rules.judge(url, this.settings, this.lastNonce, this.clock.instant());
		if (verdict == PublishVerdict.ACCEPTED && this.push != null) {
			return PublishVerdict.ALREADY_LIVE;
		}
		if (verdict == PublishVerdict.ACCEPTED) {
			accept(url, push);
		}
		return verdict;
	}

	private void accept(PublishUrl url, @Nullable Push push) {
		if (this.settings.publishSecurity() == PublishSecurity.DYNAMIC) {
			this.lastNonce = url.number("nonce");
		}
		if (push != null) {
			begin(push);
		}
	}

	private void begin(Push push) {
		this.push = new LivePush(push, this.clock.instant(), Ids.requestId());
	}

	private void requirePresent() {
		if (this.deleted) {
			throw ApiException.streamNotFound();
		}
	}

	@Override
	public String toString() {
		return "SimulatedStream[" + this.id + "]";
	}

}
