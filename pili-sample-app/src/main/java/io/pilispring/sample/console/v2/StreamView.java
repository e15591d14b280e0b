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

package io.pilispring.sample.console.v2;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

import io.pilispring.sample.console.Badge;
import io.pilispring.sample.console.HubWatch;
import io.pilispring.sample.console.LiveFacts;
import io.pilispring.sample.console.PageCalls.Call;
import io.pilispring.sample.console.PageCalls.Calls;
import io.pilispring.sample.console.Rates;
import io.pilispring.sample.console.StreamHead;
import io.pilispring.sample.hubs.V2Hub;
import io.pilispring.v2.LiveStatus;
import io.pilispring.v2.LiveStream;
import io.pilispring.v2.StreamInfo;

/**
 * A stream of version 2 as its pages show it.
 *
 * @param stream the handle
 * @param info the settings
 * @param status the status, or {@code null} if it is not live
 * @param head what all its pages show
 */
record StreamView(LiveStream stream, StreamInfo info, @Nullable LiveStatus status, StreamHead head) {

	static StreamView of(V2Hub hub, String key, HubWatch watch, Calls calls) {
		LiveStream stream = hub.client().stream(key);
		Call<StreamInfo> info = calls.start(stream::info);
		Call<Optional<LiveStatus>> status = calls.start(stream::liveStatus);
		return of(stream, info.get(), status.get().orElse(null), watch.isFrozen(hub, key));
	}

	private static StreamView of(LiveStream stream, StreamInfo info, @Nullable LiveStatus status, boolean frozen) {
		Badge badge = Badge.of(status != null, frozen, info.disabled(), info.disabledTill());
		return new StreamView(stream, info, status,
				new StreamHead(info.key(), info.key(), badge, facts(status), info.disabled(), info.disabledTill()));
	}

	private static @Nullable LiveFacts facts(@Nullable LiveStatus status) {
		if (status == null) {
			return null;
		}
		String place = Stream.of(status.location(), status.isp())
			.filter((text) -> text != null && !text.isBlank())
			.collect(Collectors.joining(" "));
		return new LiveFacts(status.startAt(), status.clientIp(), (place.isEmpty()) ? null : place,
				Rates.ofBits(status.bitsPerSecond()), status.framesPerSecond().video(),
				status.framesPerSecond().audio(), status.framesPerSecond().data(), status.averageGop(),
				status.viewers(),
				(status.viewerBitsPerSecond() != null) ? Rates.ofBits(status.viewerBitsPerSecond()) : null);
	}

	void addTo(Model model) {
		model.addAttribute("stream", this.head).addAttribute("info", this.info).addAttribute("status", this.status);
	}

}
