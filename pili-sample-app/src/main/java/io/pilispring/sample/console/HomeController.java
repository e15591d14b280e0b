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

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pilispring.sample.hubs.Hub;
import io.pilispring.sample.hubs.Hubs;

/**
 * Leads to the first hub, and shows all hubs side by side, as the monitor saw them last.
 */
@Controller
class HomeController {

	private final Hubs hubs;

	private final HubWatch watch;

	HomeController(Hubs hubs, HubWatch watch) {
		this.hubs = hubs;
		this.watch = watch;
	}

	@GetMapping("/")
	String first(RedirectAttributes redirect) {
		redirect.addAttribute("hub", this.hubs.first().key());
		return "redirect:/hubs/{hub}";
	}

	@GetMapping("/hubs")
	String all(Model model) {
		List<Seen> seen = this.hubs.all()
			.stream()
			.map((each) -> new Seen(each, this.watch.summary(each), this.watch.silentSince(each)))
			.toList();
		model.addAttribute("seen", seen).addAttribute("hub", null);
		return "hubs";
	}

	/**
	 * A hub as the monitor saw it.
	 *
	 * @param hub the hub
	 * @param summary the hub at a glance, or {@code null} if there is no news of it
	 * @param silentSince since when there is no news, or {@code null} if there never was
	 */
	record Seen(Hub hub, @Nullable HubSummary summary, @Nullable Instant silentSince) {

	}

}
