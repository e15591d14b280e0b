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

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.pilispring.monitor.MonitorSettings;
import io.pilispring.sample.hubs.Hub;

/**
 * Adds to the page of a stream what both versions show.
 */
@Component
public class StreamPage {

	private final HubWatch watch;

	private final EventLog events;

	private final SimulatedPushes pushes;

	StreamPage(HubWatch watch, EventLog events, SimulatedPushes pushes) {
		this.watch = watch;
		this.events = events;
		this.pushes = pushes;
	}

	/**
	 * Add all of it.
	 * @param hub the hub
	 * @param stream the stream
	 * @param model the model
	 */
	public void addTo(Hub hub, StreamHead stream, Model model) {
		addStateTo(hub, stream, model);
		model.addAttribute("staleAfter", this.watch.staleAfter(hub, stream.id()));
		MonitorSettings settings = this.watch.settings(hub);
		if (settings != null) {
			model.addAttribute("minBytes", settings.minBytesPerSecond());
			model.addAttribute("minFrames", settings.minFramesPerSecond());
		}
	}

	/**
	 * Add what is renewed.
	 * @param hub the hub
	 * @param stream the stream
	 * @param model the model
	 */
	public void addStateTo(Hub hub, StreamHead stream, Model model) {
		model.addAttribute("stream", stream).addAttribute("events", this.events.of(hub, stream.id()));
		model.addAttribute("simulator", this.pushes.available());
		model.addAttribute("simulated", this.pushes.isRunning(hub, stream.id()));
		String refusal = this.pushes.refusal(hub, stream.id());
		if (refusal != null && !stream.live()) {
			model.addAttribute("refusal", refusal);
		}
	}

}
