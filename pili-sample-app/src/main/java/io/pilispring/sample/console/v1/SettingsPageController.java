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

import java.time.Instant;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pilispring.PiliException;
import io.pilispring.sample.console.DisableForm;
import io.pilispring.sample.console.PageCalls;
import io.pilispring.sample.console.Problem;
import io.pilispring.sample.console.v1.PiliStreams.View;
import io.pilispring.sample.hubs.V1Hub;
import io.pilispring.v1.PiliStream;

/**
 * The settings of a stream: key and security, whether it may be published to, its end.
 */
@Controller
@RequestMapping("/hubs/{hub}/streams/{id}")
class SettingsPageController {

	private static final String BACK = "redirect:/hubs/{hub}/streams/{id}/settings";

	private final PiliStreams streams;

	private final PageCalls calls;

	SettingsPageController(PiliStreams streams, PageCalls calls) {
		this.streams = streams;
		this.calls = calls;
	}

	@GetMapping("/settings")
	String show(V1Hub hub, @PathVariable String id, Model model) {
		return page(hub, id, model);
	}

	@PostMapping("/settings")
	String change(V1Hub hub, @PathVariable String id, @Valid @ModelAttribute("form") SettingsForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		if (errors.hasErrors()) {
			return page(hub, id, model);
		}
		try {
			if (!form.isEmpty()) {
				hub.client()
					.stream(id)
					.update((update) -> update.publishKey(form.publishKey()).publishSecurity(form.security()));
			}
			redirect.addFlashAttribute("done", "settings.done");
		}
		catch (PiliException | IllegalArgumentException ex) {
			showAgain(form, Problem.of(ex), redirect);
		}
		return BACK;
	}

	@PostMapping("/disable")
	String disable(V1Hub hub, @PathVariable String id, RedirectAttributes redirect) {
		hub.client().stream(id).disable();
		redirect.addFlashAttribute("done", "settings.disable.done");
		return BACK;
	}

	@PostMapping("/disable-until")
	String disableUntil(V1Hub hub, @PathVariable String id, @ModelAttribute("disable") DisableForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		Instant end = form.validEnd(errors);
		if (end == null) {
			return page(hub, id, model);
		}
		hub.client().stream(id).disable(end);
		redirect.addFlashAttribute("done", "settings.disable.done");
		return BACK;
	}

	@PostMapping("/enable")
	String enable(V1Hub hub, @PathVariable String id, RedirectAttributes redirect) {
		hub.client().stream(id).enable();
		redirect.addFlashAttribute("done", "settings.enable.done");
		return BACK;
	}

	@GetMapping("/delete")
	String askBeforeDelete(V1Hub hub, @PathVariable String id, Model model) {
		model.addAttribute("stream", this.streams.get(hub, id, this.calls.begin()).head());
		return "v1/delete";
	}

	@PostMapping("/delete")
	String delete(V1Hub hub, @PathVariable String id, RedirectAttributes redirect) {
		hub.client().stream(id).delete();
		redirect.addFlashAttribute("done", "delete.done");
		return "redirect:/hubs/{hub}";
	}

	private static void showAgain(SettingsForm form, Problem problem, RedirectAttributes redirect) {
		redirect.addFlashAttribute("problem", problem)
			.addFlashAttribute("form", form.withoutKey())
			.addFlashAttribute("keyLost", form.hasKey());
	}

	private String page(V1Hub hub, String id, Model model) {
		View view = this.streams.get(hub, id, this.calls.begin());
		PiliStream stream = view.stream();
		model.addAttribute("stream", view.head()).addAttribute("settings", stream);
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", SettingsForm.of(stream));
		}
		if (!model.containsAttribute("disable")) {
			model.addAttribute("disable", DisableForm.EMPTY);
		}
		return "v1/settings";
	}

}
