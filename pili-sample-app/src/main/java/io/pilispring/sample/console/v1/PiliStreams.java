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

package io.pilispring.sample.console.v1;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pilispring.sample.console.Badge;
import io.pilispring.sample.console.HubWatch;
import io.pilispring.sample.console.LiveFacts;
import io.pilispring.sample.console.PageCalls.Call;
import io.pilispring.sample.console.PageCalls.Calls;
import io.pilispring.sample.console.Rates;
import io.pilispring.sample.console.StreamHead;
import io.pilispring.sample.hubs.V1Hub;
import io.pilispring.v1.PiliStream;
import io.pilispring.v1.StreamStatus;

/**
 * Reads streams of version 1 for pages.
 */
@Component
class PiliStreams {

	private final HubWatch watch;

	PiliStreams(HubWatch watch) {
		this.watch = watch;
	}

	View get(V1Hub hub, String id, Calls calls) {
		Call<PiliStream> stream = calls.start(() -> hub.client().getStream(id));
		Call<StreamStatus> status = calls.start(() -> hub.client().stream(id).status());
		return new View(stream.get(), head(hub, stream.get(), status.get()));
	}

	private StreamHead head(V1Hub hub, PiliStream stream, StreamStatus status) {
		Badge badge = badge(hub, stream, status.connected());
		return new StreamHead(stream.id(), stream.title(), badge, facts(status), stream.disabled(),
				stream.disabledTill());
	}

	Badge badge(V1Hub hub, PiliStream stream, boolean live) {
		return Badge.of(live, this.watch.isFrozen(hub, stream.id()), stream.disabled(), stream.disabledTill());
	}

	private static @Nullable LiveFacts facts(StreamStatus status) {
		return (status.connected()) ? new LiveFacts(status.startFrom(), status.addr(), null,
				Rates.text(status.bytesPerSecond()), status.framesPerSecond().video(), status.framesPerSecond().audio(),
				status.framesPerSecond().data(), null, null, null) : null;
	}

	/**
	 * A stream and what all its pages show.
	 *
	 * @param stream the stream
	 * @param head what all its pages show
	 */
	record View(PiliStream stream, StreamHead head) {

	}

}
