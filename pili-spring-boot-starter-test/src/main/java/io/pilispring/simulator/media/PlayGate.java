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

package io.pilispring.simulator.media;

import java.util.function.Supplier;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.PlayDecision;
import io.pilispring.simulator.PlayVerdict;

// Judges the URLs of viewers by the play security of their domains
final class PlayGate {

	private final String accessKey;

	private final Supplier<@Nullable PiliSimulator> simulator;

	PlayGate(String accessKey, Supplier<@Nullable PiliSimulator> simulator) {
		this.accessKey = accessKey;
		this.simulator = simulator;
	}

	// Segments of a playlist are not signed, nor is what is no play URL
	PlayDecision check(HttpExchange exchange) {
		PiliSimulator current = this.simulator.get();
		return (current != null)
				? current
					.checkPlay("http://" + current.account(this.accessKey).hosts().liveHls() + exchange.getRequestURI())
				: new PlayDecision(PlayVerdict.UNKNOWN_STREAM, null);
	}

	PlayDecision check(PublishCall call) {
		PiliSimulator current = this.simulator.get();
		return (current != null) ? current.checkPlay(call.url(current.account(this.accessKey).hosts().liveRtmp()))
				: new PlayDecision(PlayVerdict.UNKNOWN_STREAM, null);
	}

}
