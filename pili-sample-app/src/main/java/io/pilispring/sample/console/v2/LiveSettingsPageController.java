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

import java.time.Duration;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pilispring.PiliException;
import io.pilispring.sample.console.DisableForm;
import io.pilispring.sample.console.HubWatch;
import io.pilispring.sample.console.PageCalls;
import io.pilispring.sample.console.Problem;
import io.pilispring.sample.hubs.V2Hub;

/**
 * The settings of a stream: whether it may be published to, and its profiles.
 */
@Controller
@RequestMapping("/hubs/{hub}/streams/{id}")
class LiveSettingsPageController {

	private static final String BACK = "redirect:/hubs/{hub}/streams/{id}/settings";

	private final HubWatch watch;

	private final PageCalls calls;

	LiveSettingsPageController(HubWatch watch, PageCalls calls) {
		this.watch = watch;
		this.calls = calls;
	}

	@GetMapping("/settings")
	String show(V2Hub hub, @PathVariable String id, Model model) {
		return page(hub, id, model);
	}

	@PostMapping("/converts")
	String convert(V2Hub hub, @PathVariable String id, @Valid @ModelAttribute("form") ConvertsForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		if (errors.hasErrors()) {
			return page(hub, id, model);
		}
		try {
			hub.client().stream(id).setConverts(form.list());
			redirect.addFlashAttribute("done", "settings.done");
		}
		catch (PiliException | IllegalArgumentException ex) {
			redirect.addFlashAttribute("problem", Problem.of(ex)).addFlashAttribute("form", form);
		}
		return BACK;
	}

	@PostMapping("/disable")
	String disable(V2Hub hub, @PathVariable String id, RedirectAttributes redirect) {
		hub.client().stream(id).disable();
		redirect.addFlashAttribute("done", "settings.disable.done");
		return BACK;
	}

	@PostMapping("/disable-until")
	String disableUntil(V2Hub hub, @PathVariable String id, @ModelAttribute("disable") DisableForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		Instant end = form.validEnd(errors);
		if (end == null) {
			return page(hub, id, model);
		}
		hub.client().stream(id).disable(end);
		redirect.addFlashAttribute("done", "settings.disable.done");
		return BACK;
	}

	@PostMapping("/disable-for")
	String disableFor(V2Hub hub, @PathVariable String id, @RequestParam Duration period, RedirectAttributes redirect) {
		hub.client().stream(id).disable(period);
		redirect.addFlashAttribute("done", "settings.disable.done");
		return BACK;
	}

	@PostMapping("/enable")
	String enable(V2Hub hub, @PathVariable String id, RedirectAttributes redirect) {
		hub.client().stream(id).enable();
		redirect.addFlashAttribute("done", "settings.enable.done");
		return BACK;
	}

	private String page(V2Hub hub, String id, Model model) {
		StreamView view = StreamView.of(hub, id, this.watch, this.calls.begin());
		view.addTo(model);
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", ConvertsForm.of(view.info()));
		}
		if (!model.containsAttribute("disable")) {
			model.addAttribute("disable", DisableForm.EMPTY);
		}
		return "v2/settings";
	}

}
