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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * A stream and all that happens to it, guarded by its own monitor.
 */
final class StreamState implements SimulatedStream {

	private final HubState hub;

	private final StreamId id;

	private final long number;

	private final InstantSource clock;

	private final boolean expires;

	private final Instant createdAt;

	private final PushSessions sessions = new PushSessions();

	private StreamSettings settings;

	private int viewers;

	private long lastNonce;

	private boolean deleted;

	/**
	 * Create a stream.
	 * @param hub the hub
	 * @param id the id
	 * @param number the number, by which streams are sorted
	 * @param settings the settings
	 * @param expires whether the stream is removed when nobody publishes it any more,
	 * which are the streams of version 2
	 * @param clock the clock
	 */
	StreamState(HubState hub, StreamId id, long number, StreamSettings settings, boolean expires, InstantSource clock) {
		this.hub = hub;
		this.id = id;
		this.number = number;
		this.clock = clock;
		this.expires = expires;
		this.createdAt = settings.updatedAt();
		this.settings = settings;
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

	HubState hubState() {
		return this.hub;
	}

	@Override
	public SimulatedAccount account() {
		return this.hub.account();
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
		String own = settings().publishKey();
		return (own != null) ? own : this.hub.publishKey();
	}

	@Override
	public String publishSecurity() {
		PublishSecurity own = settings().publishSecurity();
		return (own != null) ? own.wireName() : this.hub.publishSecurity();
	}

	@Override
	public boolean isDisabled() {
		return settings().isDisabled(this.clock.instant());
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
		PushSession current = this.sessions.current();
		return (current != null) ? LivePush.of(current) : null;
	}

	synchronized StreamSettings settings() {
		return this.settings;
	}

	synchronized StreamSettings change(UnaryOperator<StreamSettings> change) {
		requirePresent();
		this.settings = change.apply(this.settings).updatedAt(this.clock.instant());
		if (isDisabled()) {
			goOffline();
		}
		return this.settings;
	}

	synchronized void delete() {
		goOffline();
		this.deleted = true;
	}

	synchronized @Nullable Instant expireAt() {
		if (!this.expires) {
			return null;
		}
		Instant lastEnd = this.sessions.lastEnd();
		Instant active = (isLive()) ? this.clock.instant()
				: (lastEnd != null && lastEnd.isAfter(this.createdAt)) ? lastEnd : this.createdAt;
		return active.plus(this.hub.storageDays(), ChronoUnit.DAYS);
	}

	boolean isExpired() {
		Instant expireAt = expireAt();
		return expireAt != null && !this.clock.instant().isBefore(expireAt);
	}

	@Override
	public synchronized int viewers() {
		return this.viewers;
	}

	@Override
	public synchronized void setViewers(int viewers) {
		if (viewers < 0) {
			throw new IllegalArgumentException("'viewers' must not be negative: " + viewers);
		}
		this.viewers = viewers;
		PushSession current = this.sessions.current();
		if (current != null) {
			current.change(current.push(), viewers, this.clock.instant());
		}
	}

	@Override
	public synchronized void goLive(Push push) {
		if (this.deleted || isDisabled() || isLive()) {
			throw new IllegalStateException("Stream %s is %s".formatted(this.id,
					(this.deleted) ? "deleted" : (isDisabled()) ? "disabled" : "live already"));
		}
		begin(push, PushSource.none(hub(), title(), this.hub.publishHost()));
	}

	@Override
	public synchronized void change(Push push) {
		PushSession current = this.sessions.current();
		if (current == null) {
			throw new IllegalStateException("Stream %s is not live".formatted(this.id));
		}
		current.change(push, this.viewers, this.clock.instant());
	}

	@Override
	public synchronized void goOffline() {
		PushSession ended = this.sessions.end(this.clock.instant());
		if (ended != null) {
			this.hub.pushEnded(this, ended);
		}
	}

	@Override
	public synchronized void record(Instant start, Instant end, Push push) {
		Segment segment = new Segment(start, end);
		PushSession session = new PushSession(this.id, PushSource.none(hub(), title(), this.hub.publishHost()),
				segment.start(), push, this.settings);
		session.end(segment.end());
		this.sessions.addPast(session);
		this.hub.recorded(session);
	}

	@Override
	public List<Segment> segments() {
		return segments(TimeRange.ALL);
	}

	synchronized List<Segment> segments(TimeRange range) {
		return this.sessions.segments(range, this.clock.instant());
	}

	synchronized List<PushSession> history(TimeRange range) {
		return this.sessions.history(range);
	}

	synchronized PublishVerdict publish(PublishUrl url, @Nullable Push push) {
		if (this.deleted || isDisabled()) {
			return (this.deleted) ? PublishVerdict.UNKNOWN_STREAM : PublishVerdict.DISABLED;
		}
		PublishVerdict verdict = judge(url);
		if (verdict == PublishVerdict.ACCEPTED && isLive()) {
			return PublishVerdict.ALREADY_LIVE;
		}
		if (verdict == PublishVerdict.ACCEPTED) {
			accept(url, push);
		}
		return verdict;
	}

	// The stream's own security is that of version 1, that of its hub is of version 2
	private PublishVerdict judge(PublishUrl url) {
		PublishRules rules = this.hub.publishRules();
		PublishSecurity own = this.settings.publishSecurity();
		return (own != null) ? rules.judgeV1(url, own, publishKey(), this.lastNonce, this.clock.instant()) : rules
			.judgeV2(url, this.hub.settings().publishSecurity(), publishKey(), this.lastNonce, this.clock.instant());
	}

	private void accept(PublishUrl url, @Nullable Push push) {
		if (PublishSecurity.DYNAMIC.wireName().equals(publishSecurity())) {
			this.lastNonce = url.number("nonce");
		}
		if (push != null) {
			begin(push, PushSource.of(url));
		}
	}

	private void begin(Push push, PushSource source) {
		PushSession session = new PushSession(this.id, source, this.clock.instant(), push, this.settings);
		session.change(push, this.viewers, session.start());
		this.sessions.begin(session);
		this.hub.pushStarted(this, session);
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
