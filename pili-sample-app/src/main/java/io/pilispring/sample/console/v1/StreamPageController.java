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

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

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
import io.pilispring.sample.console.PageCalls;
import io.pilispring.sample.console.PublishAddress;
import io.pilispring.sample.console.PushAnswers;
import io.pilispring.sample.console.StreamGone;
import io.pilispring.sample.console.StreamPage;
import io.pilispring.sample.console.v1.PiliStreams.View;
import io.pilispring.sample.hubs.V1Hub;
import io.pilispring.url.PublishSecurity;
import io.pilispring.v1.PiliStream;

/**
 * A stream as it is now: state, player, rates and addresses.
 */
@Controller
@RequestMapping("/hubs/{hub}/streams/{id}")
class StreamPageController {

	private final PiliStreams streams;

	private final PageCalls calls;

	private final StreamPage page;

	private final PushAnswers pushes;

	StreamPageController(PiliStreams streams, PageCalls calls, StreamPage page, PushAnswers pushes) {
		this.pushes = pushes;
		this.streams = streams;
		this.calls = calls;
		this.page = page;
	}

	@GetMapping
	String show(V1Hub hub, @PathVariable String id, Model model) {
		return page(hub, this.streams.get(hub, id, this.calls.begin()), model);
	}

	private String page(V1Hub hub, View view, Model model) {
		PiliStream stream = view.stream();
		Map<String, Map<String, String>> addresses = new LinkedHashMap<>();
		Set<String> missing = new LinkedHashSet<>();
		add("HLS", stream::hlsLiveUrls, addresses, missing);
		add("HTTP-FLV", stream::httpFlvLiveUrls, addresses, missing);
		add("RTMP", stream::rtmpLiveUrls, addresses, missing);
		this.page.addTo(hub, view.head(), model);
		model.addAttribute("expires", expires(stream)).addAttribute("addresses", addresses);
		String hls = addresses.getOrDefault("HLS", Map.of()).get(PiliStream.ORIGIN);
		model.addAttribute("hls", hls).addAttribute("embed", (hls != null) ? EmbedCode.of(hls) : null);
		model.addAttribute("missing", missing);
		return "stream";
	}

	// A stream whose host or title cannot stand in a URL is shown nevertheless
	private static void add(String protocol, Supplier<Map<String, String>> urls,
			Map<String, Map<String, String>> addresses, Set<String> missing) {
		try {
			addresses.put(protocol, urls.get());
		}
		catch (IllegalStateException ex) {
			missing.add(protocol + ": " + ex.getMessage());
		}
	}

	// Asked again and again by the pages of the stream, which others may change meanwhile
	@GetMapping("/state")
	String state(V1Hub hub, @PathVariable String id, Model model, HttpServletResponse response) {
		try {
			this.page.addStateTo(hub, this.streams.get(hub, id, this.calls.begin()).head(), model);
			return "state :: all";
		}
		catch (PiliNotFoundException ex) {
			return StreamGone.show("state.deleted", model, response);
		}
	}

	// Without scripts the page with an address has this path: it can be reloaded, and its
	// link be kept
	@GetMapping("/publish-address")
	String pageWithoutAddress(V1Hub hub) {
		return "redirect:/hubs/{hub}/streams/{id}";
	}

	// The address is made when it is asked for: it holds the key, or is good for one push
	@PostMapping("/publish-address")
	String publishAddress(V1Hub hub, @PathVariable String id, @RequestParam(defaultValue = "PT1H") Duration validity,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean part, Model model) {
		View view = this.streams.get(hub, id, this.calls.begin());
		model.addAttribute("address", address(view.stream(), validity));
		this.page.addStateTo(hub, view.head(), model);
		return (part) ? "publish-address" : page(hub, view, model);
	}

	@PostMapping("/simulate")
	String simulate(V1Hub hub, @PathVariable String id, @RequestParam(required = false) @Nullable String url,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean part, Model model,
			RedirectAttributes redirect) {
		String target = (url != null) ? url : address(hub.client().getStream(id), PushAnswers.VALIDITY).url();
		return this.pushes.start(hub, id, target, part, model, redirect);
	}

	private static PublishAddress address(PiliStream stream, Duration validity) {
		boolean once = PublishSecurity.DYNAMIC.equals(stream.publishSecurity());
		if (!expires(stream)) {
			return PublishAddress.of(stream.rtmpPublishUrl(), null, null, once);
		}
		String url = stream.rtmpPublishUrl(validity);
		return PublishAddress.of(url, null, Instant.now().plus(validity), once);
	}

	private static boolean expires(PiliStream stream) {
		return stream.publishSecurity() != null && stream.publishSecurity().expires();
	}

}
