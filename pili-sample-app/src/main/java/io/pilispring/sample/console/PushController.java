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

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

import io.pilispring.sample.hubs.Hub;

/**
 * Ends simulated pushes.
 */
@Controller
class PushController {

	private final SimulatedPushes pushes;

	PushController(SimulatedPushes pushes) {
		this.pushes = pushes;
	}

	@PostMapping("/hubs/{hub}/streams/{id}/simulate-end")
	String end(Hub hub, @PathVariable String id,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean part, Model model) {
		this.pushes.stop(hub, id);
		model.addAttribute("answer", "simulate.ended");
		return (part) ? PushAnswers.PART : PushAnswers.BACK;
	}

}
