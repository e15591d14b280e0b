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

import jakarta.servlet.http.HttpServletResponse;
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
import io.pilispring.PiliException;
import io.pilispring.sample.hubs.Hub;
import io.pilispring.sample.hubs.Hubs;
import io.pilispring.v1.PiliStream;
import io.pilispring.v1.StreamPage;
import io.pilispring.v1.StreamStatus;

/**
 * A hub: its streams, and new ones.
 */
@Controller
class HubPageController {

	private final Hubs hubs;

	private final HubWatch watch;

	private final ConsoleProperties properties;

	HubPageController(Hubs hubs, HubWatch watch, ConsoleProperties properties) {
		this.hubs = hubs;
		this.watch = watch;
		this.properties = properties;
	}

	@GetMapping("/")
	String first(RedirectAttributes redirect) {
		redirect.addAttribute("hub", this.hubs.first().key());
		return "redirect:/hubs/{hub}";
	}

	@GetMapping({ "/hubs/{hub}", "/hubs/{hub}/streams" })
	String list(Hub hub, @RequestParam(required = false) @Nullable String prefix,
			@RequestParam(required = false) @Nullable String marker, @RequestParam(defaultValue = "false") boolean live,
			Model model, HttpServletResponse response) {
		model.addAttribute("prefix", prefix).addAttribute("marker", marker).addAttribute("live", live);
		try {
			StreamPage page = find(hub, prefix, marker, live);
			model.addAttribute("rows", rows(hub, page)).addAttribute("next", page.marker());
			model.addAttribute("summary", this.watch.summary(hub));
		}
		catch (PiliException | IllegalArgumentException ex) {
			failed("listProblem", Problem.of(ex), model, response);
		}
		return "hub";
	}

	private StreamPage find(Hub hub, @Nullable String prefix, @Nullable String marker, boolean live) {
		return hub.client().listStreams((query) -> {
			query.titlePrefix(prefix).marker(marker).pageSize(this.properties.pageSize());
			if (live) {
				query.connected();
			}
		});
	}

	private List<StreamRow> rows(Hub hub, StreamPage page) {
		Map<String, StreamStatus> statuses = hub.client().statuses(page.items().stream().map(PiliStream::id).toList());
		return page.items().stream().map((stream) -> StreamRow.of(stream, statuses.get(stream.id()))).toList();
	}

	@GetMapping("/hubs/{hub}/streams/new")
	String askForNew(Model model) {
		model.addAttribute("form", CreateForm.EMPTY);
		return "create";
	}

	// What was entered stays, whatever goes wrong
	@PostMapping("/hubs/{hub}/streams")
	String create(Hub hub, @Valid @ModelAttribute("form") CreateForm form, BindingResult errors, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		if (errors.hasErrors()) {
			return "create";
		}
		try {
			PiliStream stream = hub.client()
				.createStream((create) -> create.title(form.title())
					.publishKey(form.publishKey())
					.publishSecurity(form.security()));
			redirect.addAttribute("id", stream.id()).addFlashAttribute("done", "create.done");
			return "redirect:/hubs/{hub}/streams/{id}";
		}
		catch (PiliAlreadyExistsException ex) {
			errors.rejectValue("title", "create.title.taken");
		}
		catch (PiliException | IllegalArgumentException ex) {
			failed("problem", Problem.of(ex), model, response);
		}
		return "create";
	}

	private static void failed(String name, Problem problem, Model model, HttpServletResponse response) {
		response.setStatus(problem.status().value());
		model.addAttribute(name, problem);
	}

}
