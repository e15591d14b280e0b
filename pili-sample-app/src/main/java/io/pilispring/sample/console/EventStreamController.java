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

package io.pilispring.sample.console;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import io.pilispring.monitor.StreamEvent;
import io.pilispring.sample.hubs.Hub;

/**
 * Tells pages at once that a stream of their hub changed, as server-sent events.
 */
@Controller
class EventStreamController {

	private static final Duration LONGEST = Duration.ofMinutes(1);

	private final Map<String, Set<SseEmitter>> listeners = new ConcurrentHashMap<>();

	@GetMapping(path = "/hubs/{hub}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	SseEmitter listen(Hub hub) {
		// Browsers ask again when it ends. Without an end, those that have gone would be
		// noticed at the next event only
		SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
		Set<SseEmitter> listeners = this.listeners.computeIfAbsent(hub.key(), (key) -> ConcurrentHashMap.newKeySet());
		emitter.onTimeout(emitter::complete);
		emitter.onCompletion(() -> listeners.remove(emitter));
		emitter.onError((ex) -> listeners.remove(emitter));
		listeners.add(emitter);
		// So that the response begins, and the page knows that it is heard
		send(emitter, SseEmitter.event().comment("here"));
		return emitter;
	}

	// After the log, which the page asks for next
	@EventListener
	@Order(1)
	void tell(StreamEvent event) {
		this.listeners.getOrDefault(event.hubKey(), Set.of())
			.forEach((emitter) -> send(emitter, SseEmitter.event().name("change").data(event.stream().id())));
	}

	private static void send(SseEmitter emitter, SseEmitter.SseEventBuilder event) {
		try {
			emitter.send(event);
		}
		catch (IOException | IllegalStateException ex) {
			// The page was left
			emitter.completeWithError(ex);
		}
	}

	// An open response would delay the end of the server
	@EventListener(ContextClosedEvent.class)
	void end() {
		this.listeners.values().forEach((each) -> each.forEach(SseEmitter::complete));
	}

}
