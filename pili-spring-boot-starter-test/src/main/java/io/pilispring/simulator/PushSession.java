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
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A push from its start to its end, with its rates and viewers over time.
 */
final class PushSession {

	private final StreamId stream;

	private final PushSource source;

	private final Instant start;

	private final String reqId = Ids.requestId();

	private final List<String> converts;

	private final boolean judged;

	private final List<PushPhase> past = new ArrayList<>();

	private Instant changedAt;

	private Push push;

	private int viewers;

	private @Nullable Instant end;

	/**
	 * Create a session.
	 * @param stream the stream
	 * @param source where the publisher pushes to
	 * @param start when the push starts
	 * @param push the push
	 * @param settings the settings of the stream, which apply as they are at the start
	 */
	PushSession(StreamId stream, PushSource source, Instant start, Push push, StreamSettings settings) {
		this.stream = stream;
		this.source = source;
		this.start = start;
		this.changedAt = start;
		this.push = push;
		this.converts = settings.converts();
		this.judged = settings.nropEnabled();
	}

	StreamId stream() {
		return this.stream;
	}

	PushSource source() {
		return this.source;
	}

	Instant start() {
		return this.start;
	}

	String reqId() {
		return this.reqId;
	}

	List<String> converts() {
		return this.converts;
	}

	boolean isJudged() {
		return this.judged;
	}

	synchronized Push push() {
		return this.push;
	}

	synchronized int viewers() {
		return this.viewers;
	}

	synchronized void change(Push push, int viewers, Instant now) {
		closePhase(now);
		this.push = push;
		this.viewers = viewers;
	}

	synchronized void end(Instant now) {
		closePhase(now);
		this.end = this.changedAt;
	}

	private void closePhase(Instant now) {
		if (!now.isAfter(this.changedAt)) {
			return;
		}
		PushPhase phase = new PushPhase(this.changedAt, now, this.push, this.viewers);
		PushPhase last = (this.past.isEmpty()) ? null : this.past.get(this.past.size() - 1);
		if (last != null && last.absorbs(phase)) {
			this.past.set(this.past.size() - 1, last.with(phase));
		}
		else {
			this.past.add(phase);
		}
		this.changedAt = now;
	}

	synchronized @Nullable Instant end() {
		return this.end;
	}

	/**
	 * Return the phases so far.
	 * @param now the time until which a push that has not ended lasts
	 * @return the phases, oldest first
	 */
	synchronized List<PushPhase> phases(Instant now) {
		List<PushPhase> all = new ArrayList<>(this.past);
		if (this.end == null && now.isAfter(this.changedAt)) {
			all.add(new PushPhase(this.changedAt, now, this.push, this.viewers));
		}
		return all;
	}

	Instant endOr(Instant now) {
		Instant end = end();
		return (end != null) ? end : now;
	}

}
