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
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.pilispring.PiliNotFoundException;
import io.pilispring.sample.console.HubWatch;
import io.pilispring.sample.console.PublishAddress;
import io.pilispring.sample.console.StreamGone;
import io.pilispring.sample.hubs.V2Hub;
import io.pilispring.sample.publish.LivePublishUrls;

/**
 * A stream as it is now: state, player, rates and addresses.
 */
@Controller
@RequestMapping("/hubs/{hub}/streams/{id}")
class LiveStreamPageController {

	private final HubWatch watch;

	LiveStreamPageController(HubWatch watch) {
		this.watch = watch;
	}

	@GetMapping
	String show(V2Hub hub, @PathVariable String id, Model model) {
		return page(hub, StreamView.of(hub, id), model);
	}

	private String page(V2Hub hub, StreamView view, Model model) {
		PlayAddresses play = PlayAddresses.of(view);
		view.addTo(model);
		model.addAttribute("expires", LivePublishUrls.expire(hub.client(), view.info()));
		model.addAttribute("addresses", play.addresses()).addAttribute("hls", play.hls());
		model.addAttribute("missing", play.missing());
		model.addAttribute("staleAfter", this.watch.staleAfter(hub, view.info().key()));
		return "stream";
	}

	// Requested again and again by the pages of the stream, which others may change
	@GetMapping("/state")
	String state(V2Hub hub, @PathVariable String id, Model model, HttpServletResponse response) {
		try {
			StreamView.of(hub, id).addTo(model);
			return "state :: all";
		}
		catch (PiliNotFoundException ex) {
			return StreamGone.show("state.ended", model, response);
		}
	}

	// The addresses are made when they are asked for: they prove that one may publish
	@PostMapping("/publish-address")
	String publishAddress(V2Hub hub, @PathVariable String id, @RequestParam(defaultValue = "PT1H") Duration validity,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean part, Model model) {
		StreamView view = StreamView.of(hub, id);
		LivePublishUrls urls = LivePublishUrls.of(hub.client(), view.info(), validity);
		model.addAttribute("address", PublishAddress.of(urls.rtmp(), urls.srt(), urls.expiresAt(), urls.once()));
		return (part) ? "publish-address" : page(hub, view, model);
	}

}
