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

package io.pilispring.sample.console.v1;

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
import io.pilispring.sample.console.Problem;
import io.pilispring.sample.console.StreamList;
import io.pilispring.sample.console.StreamSearch;
import io.pilispring.sample.hubs.V1Hub;
import io.pilispring.v1.PiliStream;

/**
 * A hub: its streams, and new ones.
 */
@Controller
class HubPageController {

	private final StreamList list;

	private final StreamRows rows;

	HubPageController(StreamList list, StreamRows rows) {
		this.list = list;
		this.rows = rows;
	}

	@GetMapping({ "/hubs/{hub}", "/hubs/{hub}/streams" })
	String list(V1Hub hub, @RequestParam(required = false) @Nullable String prefix,
			@RequestParam(defaultValue = "start") String match, @RequestParam(required = false) @Nullable String marker,
			@RequestParam(defaultValue = "false") boolean live, Model model, HttpServletResponse response) {
		StreamSearch search = new StreamSearch(prefix, match, marker, live);
		return this.list.show(hub, search, (calls) -> this.rows.find(hub, search, this.list.pageSize(), calls), model,
				response);
	}

	@GetMapping("/hubs/{hub}/new-stream")
	String askForNew(V1Hub hub, Model model) {
		model.addAttribute("form", CreateForm.EMPTY);
		return "v1/create";
	}

	// What was entered stays, whatever goes wrong
	@PostMapping("/hubs/{hub}/streams")
	String create(V1Hub hub, @Valid @ModelAttribute("form") CreateForm form, BindingResult errors, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		if (errors.hasErrors()) {
			return "v1/create";
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
			Problem.of(ex).addTo(model, "problem", response);
		}
		return "v1/create";
	}

}
