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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.Assert;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pilispring.PiliException;
import io.pilispring.sample.console.PageCalls.Call;
import io.pilispring.sample.console.PageCalls.Calls;
import io.pilispring.sample.hubs.Hub;

/**
 * Does the same to one or several streams of the list, after a question.
 */
@Controller
class ManyStreamsController {

	// What was sent is carried out, so it is better to wait for it than to leave it open
	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final int MAX = 200;

	private final PageCalls calls;

	ManyStreamsController(PageCalls calls) {
		this.calls = calls;
	}

	@GetMapping("/hubs/{hub}/several")
	String ask(Hub hub, @RequestParam String action, @RequestParam(defaultValue = "") List<String> id, Model model) {
		model.addAttribute("action", StreamAction.of(action)).addAttribute("ids", checked(id));
		return "several";
	}

	@PostMapping("/hubs/{hub}/several")
	String act(Hub hub, @RequestParam String action, @RequestParam(defaultValue = "") List<String> id,
			RedirectAttributes redirect) {
		StreamAction chosen = StreamAction.of(action);
		Calls calls = this.calls.begin(PATIENCE);
		Map<String, Call<Boolean>> results = new LinkedHashMap<>();
		checked(id).forEach((each) -> results.put(each, calls.start(() -> chosen.apply(hub, each))));
		Map<String, Problem> problems = new LinkedHashMap<>();
		results.forEach((each, result) -> {
			try {
				result.get();
			}
			catch (PiliException | IllegalStateException | IllegalArgumentException ex) {
				problems.put(each, Problem.of(ex));
			}
		});
		redirect.addFlashAttribute("several", results.size() - problems.size())
			.addFlashAttribute("severalText", "several.done." + chosen.key())
			.addFlashAttribute("severalProblems", problems);
		return "redirect:/hubs/{hub}";
	}

	private static List<String> checked(List<String> ids) {
		Assert.isTrue(ids.size() <= MAX, "'id' must have 200 streams at most");
		return ids.stream().filter((id) -> !id.isBlank()).distinct().collect(Collectors.toList());
	}

}
