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

import java.util.function.Function;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.pilispring.PiliException;
import io.pilispring.sample.console.ListPages.Place;
import io.pilispring.sample.console.PageCalls.Calls;
import io.pilispring.sample.hubs.Hub;

/**
 * Shows a page of the streams of a hub, or why there is none.
 */
@Component
public class StreamList {

	private final HubWatch watch;

	private final ConsoleProperties properties;

	private final PageCalls calls;

	private final ListPages pages;

	private final SimulatedPushes pushes;

	StreamList(HubWatch watch, ConsoleProperties properties, PageCalls calls, ListPages pages, SimulatedPushes pushes) {
		this.watch = watch;
		this.properties = properties;
		this.calls = calls;
		this.pages = pages;
		this.pushes = pushes;
	}

	/**
	 * Return how many streams a page has.
	 * @return the maximum
	 */
	public int pageSize() {
		return this.properties.pageSize();
	}

	/**
	 * Show a page.
	 * @param hub the hub
	 * @param search what was searched for
	 * @param finder requests the page from PILI
	 * @param model the model
	 * @param response the response
	 * @return the view
	 */
	public String show(Hub hub, StreamSearch search, Function<Calls, RowPage> finder, Model model,
			HttpServletResponse response) {
		model.addAttribute("search", search).addAttribute("prefix", search.prefix());
		model.addAttribute("marker", search.marker()).addAttribute("live", search.live());
		model.addAttribute("simulator", this.pushes.available());
		try {
			RowPage page = finder.apply(this.calls.begin());
			Place place = this.pages.visit(hub, search, page.marker());
			model.addAttribute("rows", page.rows()).addAttribute("next", page.marker()).addAttribute("place", place);
			model.addAttribute("summary", this.watch.summary(hub));
			model.addAttribute("silentSince", this.watch.silentSince(hub));
		}
		catch (PiliException | IllegalArgumentException ex) {
			Problem.of(ex).addTo(model, "listProblem", response);
		}
		return "hub";
	}

}
