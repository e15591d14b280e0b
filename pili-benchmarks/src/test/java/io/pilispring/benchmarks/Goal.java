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

package io.pilispring.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A figure and what it is to reach.
 *
 * @param text what it is
 * @param value how to get it
 * @param limit what to reach
 * @param atMost whether the limit is the highest that will do, not the lowest
 */
record Goal(String text, ToDoubleFunction<Results> value, double limit, boolean atMost) {

	private static final String[] PEERS = { "pili-sdk-java", "qiniu-java-sdk" };

	boolean isReached(Results results) {
		double value = this.value.applyAsDouble(results);
		return (this.atMost) ? value <= this.limit : value >= this.limit;
	}

	static List<Goal> all() {
		List<Goal> goals = new ArrayList<>();
		signing(goals);
		urls(goals);
		goals.add(micro("Reading a stream, times a bare record", "streamOurs", 1.5, "streamFloor"));
		goals.add(micro("Reading a stream, times the peer", "streamOurs", 1, "streamPili"));
		goals.add(micro("Reading a page of 100, times bare records", "pageOurs", 1.5, "pageFloor"));
		goals.add(micro("Reading a page of 100, times the peer", "pageOurs", 1, "pagePili"));
		calls(goals);
		goals.add(new Goal("64 callers, 20 ms server: calls a second, times the best peer",
				(r) -> highest(r, "slow/64/", "/calls"), 0.97, false));
		goals.add(new Goal("`getStream` after 2.5 s of idleness, times the best peer",
				(r) -> lowest(r, "idle/get/", ""), 1.6, true));
		goals.add(new Goal("`createStream` after 2.5 s of idleness, times the best peer",
				(r) -> lowest(r, "idle/create/", ""), 0.6, true));
		goals.add(new Goal("`getStream` where the server had closed: failed calls, %",
				(r) -> r.median("closed/get/ours"), 0, true));
		goals.add(new Goal("`createStream` where the server had closed: failed calls, %",
				(r) -> r.median("closed/create/ours"), 0, true));
		applications(goals);
		return goals;
	}

	private static void signing(List<Goal> goals) {
		for (String method : List.of("get", "post")) {
			String name = "Signing a " + method.toUpperCase(java.util.Locale.ROOT);
			goals.add(micro(name + ", times the floor", method + "Ours", 1.3, method + "Floor"));
			goals.add(micro(name + ", times the best peer", method + "Ours", 0.4, method + "Pili", method + "Qiniu"));
			goals.add(new Goal(name + " on two threads, times one",
					(r) -> r.median(method + "Ours/2/ns") / r.median(method + "Ours/1/ns"), 1.1, true));
			goals.add(new Goal(name + ", bytes", (r) -> r.median(method + "Ours/1/bytes"), 1100, true));
		}
	}

	private static void urls(List<Goal> goals) {
		goals.add(micro("Dynamic publish URL, times the best peer", "dynamicOurs", 0.5, "dynamicPili", "dynamicQiniu"));
		goals.add(micro("Static publish URL, times the peer", "staticOurs", 0.2, "staticPili"));
		goals.add(micro("Publish URL of version 2, times the best peer", "livePublishOurs", 0.5, "livePublishPili",
				"livePublishQiniu"));
		goals.add(micro("Signed play URL of version 2, times the floor", "signedPlayOurs", 1.5, "signedPlayFloor"));
		goals.add(micro("One play URL, times the best peer", "playOurs", 0.2, "playPili", "playQiniu"));
		goals.add(micro("All play URLs with two profiles, times the peer", "playAllOurs", 0.25, "playAllPili"));
	}

	private static void calls(List<Goal> goals) {
		goals.add(new Goal("`getStream` on 8 threads: CPU, times the best peer", (r) -> lowest(r, "get/8/", "/cpu"),
				0.7, true));
		goals.add(new Goal("`getStream` on 8 threads: CPU, times bare httpclient5",
				(r) -> r.ratio("get/8/ours/cpu", "get/8/httpclient5/cpu"), 1.3, true));
		goals.add(new Goal("`getStream` on 8 threads, observed: CPU, times that of one that is not",
				(r) -> r.ratio("get/8/observed/cpu", "get/8/ours/cpu"), 1.15, true));
		goals.add(new Goal("`getStream` on 8 threads: calls a second, times the best peer",
				(r) -> highest(r, "get/8/", "/calls"), 1.3, false));
		goals.add(new Goal("`getStream` on 64 threads: calls a second, times the best peer",
				(r) -> highest(r, "get/64/", "/calls"), 1.2, false));
		goals
			.add(new Goal("`getStream`: bytes, times the best peer", (r) -> lowest(r, "get/8/", "/bytes"), 0.65, true));
		goals.add(new Goal("`getStream` on 8 threads: p99, times the best peer", (r) -> lowest(r, "get/8/", "/p99"), 1,
				true));
		goals.add(new Goal("`LiveStream.info` on 8 threads: CPU, times the best peer",
				(r) -> lowest(r, "live-info/8/", "/cpu"), 0.7, true));
		goals.add(new Goal("`liveStatuses` of 100 on 8 threads: CPU, times the peer",
				(r) -> r.ratio("live-batch/8/ours/cpu", "live-batch/8/pili-sdk-java/cpu"), 0.7, true));
		goals.add(new Goal("`createStream` on 8 threads: CPU, times the best peer",
				(r) -> lowest(r, "create/8/", "/cpu"), 0.45, true));
		goals.add(new Goal("`createStream` on 1 thread: p50, times the best peer",
				(r) -> lowest(r, "create/1/", "/p50"), 0.1, true));
	}

	private static void applications(List<Goal> goals) {
		goals.add(new Goal("`streams()` over 10,000: calls beyond one a page",
				(r) -> r.median("streams/10000/calls") - 100, 0, true));
		goals.add(new Goal("`streams()` over 10,000: live kilobytes, times those over 1,000",
				(r) -> r.median("streams/10000/memory") / r.median("streams/1000/memory"), 2, true));
		goals.add(new Goal("`statuses` of 10,000: calls beyond one a hundred", (r) -> r.median("statuses/calls") - 100,
				0, true));
		goals.add(new Goal(
				"Start-up that the starter adds to an application with a `RestClient`, ms, without the monitor",
				(r) -> r.difference("start/starter/ms", "start/alone/ms"), 60, true));
		goals.add(new Goal("Start-up that the starter adds to an application with a `RestClient`, ms, with the monitor",
				(r) -> r.difference("start/monitor/ms", "start/alone/ms"), 60, true));
		goals.add(new Goal("Memory that the starter adds, MB, without the monitor",
				(r) -> r.difference("start/starter/kb", "start/alone/kb") / 1024, 5, true));
		goals.add(new Goal("Memory that the starter adds, MB, with the monitor",
				(r) -> r.difference("start/monitor/kb", "start/alone/kb") / 1024, 5, true));
		for (String version : List.of("v1", "v2")) {
			String name = "Monitor of 10,000 streams of version " + version.charAt(1);
			goals.add(new Goal(name + ": CPU of a round, ms", (r) -> r.median("monitor/" + version + "/10000/cpu"),
					1000, true));
			goals.add(new Goal(name + ": memory, MB", (r) -> megabytes(r, version, "/10000"), 10, true));
		}
		goals.add(new Goal("Its meters, of 1,000 streams by default, MB", (r) -> meters(r, "default"), 10, true));
		for (String endpoint : List.of("health", "prometheus")) {
			goals.add(new Goal("`/actuator/" + endpoint + "` while PILI does not answer: p99, times that while it does",
					(r) -> r.median("deaf/deaf/" + endpoint) / r.median("deaf/well/" + endpoint), 2, true));
		}
	}

	private static Goal micro(String text, String ours, double limit, String... others) {
		return new Goal(text, (r) -> r.median(ours + "/1/ns")
				/ Arrays.stream(others).mapToDouble((other) -> r.median(other + "/1/ns")).min().orElse(Double.NaN),
				limit, true);
	}

	// Beyond the monitor itself
	static double meters(Results results, String which) {
		return megabytes(results, "v1", "/10000/meters/" + which) - megabytes(results, "v1", "/10000");
	}

	private static double megabytes(Results results, String version, String what) {
		return (results.median("monitor/" + version + what + "/memory")
				- results.median("monitor/" + version + "/1/memory")) / 1024;
	}

	private static double lowest(Results results, String start, String end) {
		return Arrays.stream(PEERS)
			.mapToDouble((peer) -> results.ratio(start + "ours" + end, start + peer + end))
			.max()
			.orElse(Double.NaN);
	}

	private static double highest(Results results, String start, String end) {
		return Arrays.stream(PEERS)
			.mapToDouble((peer) -> results.ratio(start + "ours" + end, start + peer + end))
			.min()
			.orElse(Double.NaN);
	}

}
