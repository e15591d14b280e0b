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

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pilispring.PiliNotFoundException;
import io.pilispring.sample.console.EmbedCode;
import io.pilispring.sample.console.HubWatch;
import io.pilispring.sample.console.PageCalls;
import io.pilispring.sample.console.PageCalls.Calls;
import io.pilispring.sample.console.PublishAddress;
import io.pilispring.sample.console.PushAnswers;
import io.pilispring.sample.console.StreamGone;
import io.pilispring.sample.console.StreamPage;
import io.pilispring.sample.hubs.V2Hub;
import io.pilispring.sample.publish.LivePublishUrls;

/**
 * A stream as it is now: state, player, rates and addresses.
 */
@Controller
@RequestMapping("/hubs/{hub}/streams/{id}")
class LiveStreamPageController {

	private final HubWatch watch;

	private final PageCalls calls;

	private final StreamPage page;

	private final PushAnswers pushes;

	LiveStreamPageController(HubWatch watch, PageCalls calls, StreamPage page, PushAnswers pushes) {
		this.watch = watch;
		this.calls = calls;
		this.page = page;
		this.pushes = pushes;
	}

	@GetMapping
	String show(V2Hub hub, @PathVariable String id, Model model) {
		Calls calls = this.calls.begin();
		return page(hub, StreamView.of(hub, id, this.watch, calls), calls, model);
	}

	private String page(V2Hub hub, StreamView view, Calls calls, Model model) {
		// The domains of the hub may have to be requested
		PlayAddresses play = calls.start(() -> PlayAddresses.of(view)).get();
		view.addTo(model);
		this.page.addTo(hub, view.head(), model);
		model.addAttribute("expires", calls.start(() -> LivePublishUrls.expire(hub.client(), view.info())).get());
		model.addAttribute("addresses", play.addresses()).addAttribute("hls", play.hls());
		model.addAttribute("missing", play.missing());
		model.addAttribute("embed", (play.hls() != null) ? EmbedCode.of(play.hls()) : null);
		return "stream";
	}

	// Requested again and again by the pages of the stream, which others may change
	@GetMapping("/state")
	String state(V2Hub hub, @PathVariable String id, Model model, HttpServletResponse response) {
		try {
			StreamView view = StreamView.of(hub, id, this.watch, this.calls.begin());
			view.addTo(model);
			this.page.addStateTo(hub, view.head(), model);
			return "state :: all";
		}
		catch (PiliNotFoundException ex) {
			return StreamGone.show("state.ended", model, response);
		}
	}

	@PostMapping("/simulate")
	String simulate(V2Hub hub, @PathVariable String id, @RequestParam(required = false) @Nullable String url,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean part, Model model,
			RedirectAttributes redirect) {
		String target = (url != null) ? url
				: LivePublishUrls.of(hub.client(), hub.client().stream(id).info(), PushAnswers.VALIDITY).rtmp();
		return this.pushes.start(hub, id, target, part, model, redirect);
	}

	// Without scripts the page with an address has this path: it can be reloaded, and its
	// link be kept
	@GetMapping("/publish-address")
	String pageWithoutAddress(V2Hub hub) {
		return "redirect:/hubs/{hub}/streams/{id}";
	}

	// The addresses are made when they are asked for: they prove that one may publish
	@PostMapping("/publish-address")
	String publishAddress(V2Hub hub, @PathVariable String id, @RequestParam(defaultValue = "PT1H") Duration validity,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean part, Model model) {
		Calls calls = this.calls.begin();
		StreamView view = StreamView.of(hub, id, this.watch, calls);
		LivePublishUrls urls = calls.start(() -> LivePublishUrls.of(hub.client(), view.info(), validity)).get();
		view.addTo(model);
		this.page.addStateTo(hub, view.head(), model);
		model.addAttribute("address", PublishAddress.of(urls.rtmp(), urls.srt(), urls.expiresAt(), urls.once()));
		return (part) ? "publish-address" : page(hub, view, calls, model);
	}

}
