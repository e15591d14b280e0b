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

package io.pilispring.sample.console.v2;

import java.util.Comparator;
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
import io.pilispring.sample.hubs.V2Hub;
import io.pilispring.v2.LiveStatus;
import io.pilispring.v2.LiveStream;
import io.pilispring.v2.StreamPage;
import io.pilispring.v2.ViewerCount;

/**
 * A hub: its streams, and new ones.
 */
@Controller
class LiveHubPageController {

	private final StreamList list;

	LiveHubPageController(StreamList list) {
		this.list = list;
	}

	@GetMapping({ "/hubs/{hub}", "/hubs/{hub}/streams" })
	String list(V2Hub hub, @RequestParam(required = false) @Nullable String prefix,
			@RequestParam(required = false) @Nullable String marker, @RequestParam(defaultValue = "false") boolean live,
			Model model, HttpServletResponse response) {
		Search search = new Search(prefix, marker, live);
		return this.list.show(hub, search, () -> find(hub, search), model, response);
	}

	private Page find(V2Hub hub, Search search) {
		StreamPage page = hub.client().listStreams((query) -> {
			query.prefix(search.prefix()).marker(search.marker()).pageSize(this.list.pageSize());
			if (search.live()) {
				query.liveOnly();
			}
		});
		List<String> keys = page.items().stream().map(LiveStream::key).toList();
		Map<String, LiveStatus> statuses = hub.client().liveStatuses(keys);
		Map<String, ViewerCount> viewers = (statuses.isEmpty()) ? Map.of() : viewers(hub);
		// A page is in PILI's order, so those that are live come first in each page alone
		List<StreamRow> rows = keys.stream()
			.map((key) -> row(key, statuses.get(key), viewers.get(key)))
			.sorted(Comparator.comparing(StreamRow::live).reversed())
			.toList();
		return new Page(rows, page.marker());
	}

	// The list is of use without them
	private static Map<String, ViewerCount> viewers(V2Hub hub) {
		try {
			return hub.client().viewers().streams();
		}
		catch (PiliException ex) {
			return Map.of();
		}
	}

	// PILI lists keys alone: whether a stream is disabled would be a call for each
	private static StreamRow row(String key, @Nullable LiveStatus status, @Nullable ViewerCount viewers) {
		if (status == null) {
			return new StreamRow(key, key, false, null, null);
		}
		Double bytes = (status.bitsPerSecond() != null) ? status.bitsPerSecond() / (double) Byte.SIZE : null;
		return new StreamRow(key, key, false, Rates.text(bytes),
				(viewers != null) ? Long.toString(viewers.count()) : null);
	}

	@GetMapping("/hubs/{hub}/streams/new")
	String askForNew(V2Hub hub, Model model) {
		model.addAttribute("form", CreateKeyForm.EMPTY);
		return "v2/create";
	}

	// What was entered stays, whatever goes wrong
	@PostMapping("/hubs/{hub}/streams")
	String create(V2Hub hub, @Valid @ModelAttribute("form") CreateKeyForm form, BindingResult errors, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		if (errors.hasErrors()) {
			return "v2/create";
		}
		try {
			LiveStream stream = hub.client().createStream(form.text());
			redirect.addAttribute("id", stream.key()).addFlashAttribute("done", "create.done");
			return "redirect:/hubs/{hub}/streams/{id}";
		}
		catch (PiliAlreadyExistsException ex) {
			errors.rejectValue("key", "createKey.taken");
		}
		catch (PiliException | IllegalArgumentException ex) {
			Problem.of(ex).addTo(model, "problem", response);
		}
		return "v2/create";
	}

}
