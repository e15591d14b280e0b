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
import io.pilispring.sample.console.Problem;
import io.pilispring.sample.console.Rates;
import io.pilispring.sample.console.StreamList;
import io.pilispring.sample.console.StreamList.Page;
import io.pilispring.sample.console.StreamList.Search;
import io.pilispring.sample.console.StreamRow;
import io.pilispring.sample.hubs.V1Hub;
import io.pilispring.v1.PiliStream;
import io.pilispring.v1.StreamPage;
import io.pilispring.v1.StreamStatus;

/**
 * A hub: its streams, and new ones.
 */
@Controller
class HubPageController {

	private final StreamList list;

	HubPageController(StreamList list) {
		this.list = list;
	}

	@GetMapping({ "/hubs/{hub}", "/hubs/{hub}/streams" })
	String list(V1Hub hub, @RequestParam(required = false) @Nullable String prefix,
			@RequestParam(required = false) @Nullable String marker, @RequestParam(defaultValue = "false") boolean live,
			Model model, HttpServletResponse response) {
		Search search = new Search(prefix, marker, live);
		return this.list.show(hub, search, () -> find(hub, search), model, response);
	}

	private Page find(V1Hub hub, Search search) {
		StreamPage page = hub.client().listStreams((query) -> {
			query.titlePrefix(search.prefix()).marker(search.marker()).pageSize(this.list.pageSize());
			if (search.live()) {
				query.connected();
			}
		});
		Map<String, StreamStatus> statuses = hub.client().statuses(page.items().stream().map(PiliStream::id).toList());
		List<StreamRow> rows = page.items().stream().map((stream) -> row(stream, statuses.get(stream.id()))).toList();
		return new Page(rows, page.marker());
	}

	private static StreamRow row(PiliStream stream, @Nullable StreamStatus status) {
		String security = (stream.publishSecurity() != null) ? stream.publishSecurity().value() : null;
		String rate = (status != null && status.connected()) ? Rates.text(status.bytesPerSecond()) : null;
		return new StreamRow(stream.id(), stream.title(), stream.disabled(), rate, security);
	}

	@GetMapping("/hubs/{hub}/streams/new")
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
