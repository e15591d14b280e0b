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

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pilispring.sample.hubs.Hub;
import io.pilispring.sample.publish.Camera.Push;

/**
 * Starts and ends simulated pushes.
 */
@Controller
public class PushController {

	/**
	 * How long the URLs of simulated pushes are valid.
	 */
	public static final Duration VALIDITY = Duration.ofMinutes(1);

	private static final String BACK = "redirect:/hubs/{hub}/streams/{id}";

	private final SimulatedPushes pushes;

	PushController(SimulatedPushes pushes) {
		this.pushes = pushes;
	}

	/**
	 * Publish to a stream, and show how that went.
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
		String text = (push.accepted()) ? "simulate.accepted" : "simulate.refused";
		if (part) {
			model.addAttribute("answer", text).addAttribute("refusal", push.refusal());
			return "push :: answer";
		}
		if (push.accepted()) {
			redirect.addFlashAttribute("done", text);
		}
		return BACK;
	}

	@PostMapping("/hubs/{hub}/streams/{id}/simulate-end")
	String end(Hub hub, @PathVariable String id,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean part, Model model) {
		this.pushes.stop(hub, id);
		model.addAttribute("answer", "simulate.ended");
		return (part) ? "push :: answer" : BACK;
	}

}
