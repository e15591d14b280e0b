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

import java.util.List;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.pilispring.PiliException;
import io.pilispring.sample.hubs.Hub;

/**
 * Shows a page of the streams of a hub, or why there is none.
 */
@Component
public class StreamList {

	private final HubWatch watch;

	private final ConsoleProperties properties;

	StreamList(HubWatch watch, ConsoleProperties properties) {
		this.watch = watch;
		this.properties = properties;
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
	 * @param supplier requests the page from PILI
	 * @param model the model
	 * @param response the response
	 * @return the view
	 */
	public String show(Hub hub, Search search, Supplier<Page> supplier, Model model, HttpServletResponse response) {
		model.addAttribute("prefix", search.prefix()).addAttribute("marker", search.marker());
		model.addAttribute("live", search.live());
		try {
			Page page = supplier.get();
			model.addAttribute("rows", page.rows()).addAttribute("next", page.marker());
			model.addAttribute("summary", this.watch.summary(hub));
		}
		catch (PiliException | IllegalArgumentException ex) {
			Problem.of(ex).addTo(model, "listProblem", response);
		}
		return "hub";
	}

	/**
	 * What was searched for.
	 *
	 * @param prefix the beginning of titles or keys, or {@code null}
	 * @param marker where the page starts, or {@code null} for the first
	 * @param live whether only streams that are live
	 */
	public record Search(@Nullable String prefix, @Nullable String marker, boolean live) {

	}

	/**
	 * A page.
	 *
	 * @param rows the streams
	 * @param marker where the next page starts, or {@code null} if this is the last
	 */
	public record Page(List<StreamRow> rows, @Nullable String marker) {

	}

}
