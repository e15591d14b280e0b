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

import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.pilispring.PiliException;
import io.pilispring.sample.console.PageCalls;
import io.pilispring.sample.console.PageCalls.Call;
import io.pilispring.sample.console.PageCalls.Calls;
import io.pilispring.sample.console.Problem;
import io.pilispring.sample.console.Rates;
import io.pilispring.sample.hubs.V2Hub;
import io.pilispring.v2.HubDomain;
import io.pilispring.v2.HubInfo;
import io.pilispring.v2.PiliAccount;
import io.pilispring.v2.ViewerCount;
import io.pilispring.v2.ViewerSample;
import io.pilispring.v2.Viewers;
import io.pilispring.v2.statistics.StatisticsPoint;
import io.pilispring.v2.statistics.Traffic;

/**
 * The hub itself: its domains and settings, and how many viewers it has and had.
 */
@Controller
class HubSettingsPageController {

	private final PageCalls calls;

	private final HubTraffic traffic;

	HubSettingsPageController(PageCalls calls, HubTraffic traffic) {
		this.calls = calls;
		this.traffic = traffic;
	}

	@GetMapping("/hubs/{hub}/settings")
	String show(V2Hub hub, @RequestParam(defaultValue = "hour") String by, Model model) {
		ViewerPeriod period = ViewerPeriod.of(by);
		Calls calls = this.calls.begin();
		Call<HubInfo> settings = calls.start(hub.client()::info);
		Call<List<HubDomain>> domains = calls.start(hub.client()::domains);
		Runnable traffic = addTraffic(hub, period, calls, model);
		addViewers(hub, period, calls, model);
		traffic.run();
		HubInfo info = settings.get();
		model.addAttribute("info", info).addAttribute("by", period);
		List<HubDomain> bound = domains.get();
		model.addAttribute("bound", !bound.isEmpty());
		model.addAttribute("domains", (bound.isEmpty()) ? info.defaultDomains() : bound);
		return "v2/hub-settings";
	}

	// The page is of use without it
	private Runnable addTraffic(V2Hub hub, ViewerPeriod by, Calls calls, Model model) {
		PiliAccount account = this.traffic.account(hub);
		if (account == null) {
			return () -> {
			};
		}
		Instant end = Instant.now();
		Call<List<StatisticsPoint<Traffic>>> published = calls
			.start(() -> this.traffic.published(account, hub, by, end));
		Call<List<StatisticsPoint<Traffic>>> watched = calls.start(() -> this.traffic.watched(account, hub, by, end));
		return () -> {
			try {
				model.addAttribute("published", TrafficChart.of(published.get(), by.length()));
				model.addAttribute("watched", TrafficChart.of(watched.get(), by.length()));
			}
			catch (PiliException ex) {
				model.addAttribute("trafficProblem", Problem.of(ex));
			}
		};
	}

	// The page is of use without them
	private static void addViewers(V2Hub hub, ViewerPeriod by, Calls calls, Model model) {
		try {
			Call<Viewers> now = calls.start(hub.client()::viewers);
			Instant end = Instant.now();
			Call<List<ViewerSample>> history = calls.start(() -> ViewerChart.history(hub.client(), by, end));
			ViewerCount viewers = now.get().total();
			model.addAttribute("viewers", viewers);
			model.addAttribute("viewersRate", Rates.text(viewers.bitsPerSecond() / (double) Byte.SIZE));
			model.addAttribute("periods", ViewerPeriod.values());
			model.addAttribute("chart", ViewerChart.of(history.get(), by, new ViewerSample(end, viewers)));
		}
		catch (PiliException ex) {
			model.addAttribute("viewersProblem", Problem.of(ex));
		}
	}

}
