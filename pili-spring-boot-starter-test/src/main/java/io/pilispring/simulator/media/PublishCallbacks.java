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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import org.jspecify.annotations.Nullable;

import io.pilispring.simulator.PiliSimulator;

// Handles the requests of nginx for permission to publish or play
final class PublishCallbacks implements HttpHandler {

	private static final int MAX_LENGTH = 64 * 1024;

	private final Supplier<@Nullable PiliSimulator> simulator;

	private final LivePushes pushes;

	private final PlayGate gate;

	PublishCallbacks(Supplier<@Nullable PiliSimulator> simulator, LivePushes pushes, PlayGate gate) {
		this.simulator = simulator;
		this.pushes = pushes;
		this.gate = gate;
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		String form = new String(exchange.getRequestBody().readNBytes(MAX_LENGTH), StandardCharsets.UTF_8);
		PublishCall call = PublishCall.parse(form);
		int status = (call != null) ? answer(call) : 400;
		if (status == 302 && call != null) {
			exchange.getResponseHeaders().set("Location", played(call).title());
		}
		exchange.sendResponseHeaders(status, -1);
	}

	private static StreamName played(PublishCall call) {
		return StreamName.ofPlayed(call.stream().hub(), call.stream().title());
	}

	private int answer(PublishCall call) throws IOException {
		switch (call.call()) {
			case "publish" -> {
				PiliSimulator simulator = this.simulator.get();
				return (simulator != null && this.pushes.begin(call, simulator)) ? 200 : 403;
			}
			case "publish_done" -> {
				this.pushes.end(call);
				return 200;
			}
			case "play" -> {
				if (this.gate.check(call).verdict().isForbidden()) {
					return 403;
				}
				// Otherwise players of a stream that is not live would wait for ever
				if (!this.pushes.isLive(played(call))) {
					return 404;
				}
				return (played(call).equals(call.stream())) ? 200 : 302;
			}
			default -> {
				return 200;
			}
		}
	}

}
