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

import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pilispring.PiliAlreadyExistsException;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.v1.PiliHub;
import io.pilispring.v1.PiliStream;
import io.pilispring.v1.StreamPage;
import io.pilispring.v1.StreamStatus;

/**
 * The hub: its streams, and new ones.
 */
@Controller
class HubPageController {

	private final PiliHub hub;

	private final PiliMonitor monitor;

	private final ConsoleProperties properties;

	HubPageController(PiliHub hub, PiliMonitor monitor, ConsoleProperties properties) {
		this.hub = hub;
		this.monitor = monitor;
		this.properties = properties;
	}

	@GetMapping({ "/", "/streams" })
	String list(@RequestParam(required = false) @Nullable String prefix,
			@RequestParam(required = false) @Nullable String marker, @RequestParam(defaultValue = "false") boolean live,
			Model model) {
		StreamPage page = this.hub.listStreams((query) -> {
			query.titlePrefix(prefix).marker(marker).limit(this.properties.pageSize());
			if (live) {
				query.connected();
			}
		});
		Map<String, StreamStatus> statuses = this.hub.statuses(page.items().stream().map(PiliStream::id).toList());
		List<StreamRow> rows = page.items()
			.stream()
			.map((stream) -> StreamRow.of(stream, statuses.get(stream.id())))
			.toList();
		model.addAttribute("summary", HubSummary.of(this.monitor));
		model.addAttribute("rows", rows).addAttribute("next", page.marker());
		model.addAttribute("prefix", prefix).addAttribute("marker", marker).addAttribute("live", live);
		return "hub";
	}

	@GetMapping("/streams/new")
	String askForNew(Model model) {
		model.addAttribute("form", CreateForm.EMPTY);
		return "create";
	}

	@PostMapping("/streams")
	String create(@Valid @ModelAttribute("form") CreateForm form, BindingResult errors, RedirectAttributes redirect) {
		if (errors.hasErrors()) {
			return "create";
		}
		try {
			PiliStream stream = this.hub.createStream((create) -> create.title(form.title())
				.publishKey(form.publishKey())
				.publishSecurity(form.security()));
			redirect.addAttribute("id", stream.id()).addFlashAttribute("done", "create.done");
			return "redirect:/streams/{id}";
		}
		catch (PiliAlreadyExistsException ex) {
			errors.rejectValue("title", "create.title.taken");
			return "create";
		}
	}

}
