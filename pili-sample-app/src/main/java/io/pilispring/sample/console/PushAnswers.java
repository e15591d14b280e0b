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

import java.time.Duration;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pilispring.sample.hubs.Hub;
import io.pilispring.sample.publish.Camera.Push;

/**
 * Starts simulated pushes, and shows how that went.
 */
@Component
public class PushAnswers {

	/**
	 * How long the URLs of simulated pushes are valid.
	 */
	public static final Duration VALIDITY = Duration.ofMinutes(1);

	static final String PART = "push :: answer";

	static final String BACK = "redirect:/hubs/{hub}/streams/{id}";

	private final SimulatedPushes pushes;

	PushAnswers(SimulatedPushes pushes) {
		this.pushes = pushes;
	}

	/**
	 * Publish to a stream.
	 * @param hub the hub
	 * @param id the id of the stream
	 * @param url the URL to publish to
	 * @param part whether a part of the page was requested
	 * @param model the model
	 * @param redirect the attributes of a redirect
	 * @return the view
	 */
	public String start(Hub hub, String id, String url, boolean part, Model model, RedirectAttributes redirect) {
		Push push = this.pushes.start(hub, id, url);
		if (part) {
			model.addAttribute("answer", "simulate.accepted").addAttribute("refusal", push.refusal());
			return PART;
		}
		if (push.accepted()) {
			redirect.addFlashAttribute("done", "simulate.accepted");
		}
		return BACK;
	}

}
