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

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Measures what the starter adds to an application: at its start, and when PILI does not
 * answer.
 */
final class Applications {

	private static final Predicate<String> APPLICATION = (path) -> !path
		.matches(".*(jmh|jopt-simple|commons-math3|pili-sdk|qiniu|okhttp|okio|gson|lombok|junit|assertj).*jar");

	private static final Predicate<String> ALONE = (path) -> APPLICATION.test(path)
			&& !path.matches(".*/pili-(spring-boot|client).*");

	// A heap that grows by so much at once would hide the starter
	private static final List<String> STEADY_HEAP = List.of("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch");

	private Applications() {
	}

	static void start(String javaHome, String host, int rounds, Results results) throws IOException {
		for (int round = -1; round < rounds; round++) {
			// In turns, because each start leaves the machine warmer for the next
			for (int turn = 0; turn < 3; turn++) {
				switch (Math.floorMod(round + turn, 3)) {
					case 0 -> start(javaHome, ALONE, "alone", host, round, results);
					case 1 -> start(javaHome, APPLICATION, "monitor", host, round, results);
					default ->
						start(javaHome, APPLICATION, "starter", host, round, results, "--pili.monitor.enabled=false");
				}
			}
		}
	}

	private static void start(String javaHome, Predicate<String> jars, String name, String host, int round,
			Results results, String... args) throws IOException {
		try (Child child = Child.start(javaHome, jars, STEADY_HEAP, WebApplication.class, args(host, args))) {
			String[] line = child.line().split(" ");
			if (round >= 0) {
				results.add("start/" + name + "/ms", Double.parseDouble(line[0]));
				results.add("start/" + name + "/kb", Double.parseDouble(line[1]));
			}
		}
	}

	private static String[] args(String host, String... more) {
		List<String> args = new ArrayList<>(List.of("--server.port=0", "--spring.main.banner-mode=off",
				"--logging.level.root=off", "--pili.access-key=ak", "--pili.secret-key=sk", "--pili.hub=" + Wire.HUB,
				"--pili.api-host=http://" + host, "--management.endpoints.web.exposure.include=health,prometheus"));
		args.addAll(List.of(more));
		return args.toArray(String[]::new);
	}

	static void deafServer(String javaHome, int rounds, int requests, Results results) throws Exception {
		String[] watch = { "--pili.monitor.connected=true", "--pili.monitor.max-connected=50",
				"--pili.monitor.interval=1s" };
		try (Child wellServer = Child.start(javaHome, StreamServer.class);
				Child deafServer = Child.start(javaHome, StreamServer.class)) {
			String wellHost = "127.0.0.1:" + wellServer.line();
			String deafHost = "127.0.0.1:" + deafServer.line();
			try (Child well = Child.start(javaHome, APPLICATION, List.of(), WebApplication.class,
					args(wellHost, watch));
					Child deaf = Child.start(javaHome, APPLICATION, List.of(), WebApplication.class,
							args(deafHost, watch))) {
				String wellUrl = "http://127.0.0.1:" + well.line().split(" ")[2] + "/actuator/";
				String deafUrl = "http://127.0.0.1:" + deaf.line().split(" ")[2] + "/actuator/";
				awaitStreams(wellUrl);
				awaitStreams(deafUrl);
				read("http://" + deafHost + "/control?deaf=1");
				for (int round = -2; round < rounds; round++) {
					for (String endpoint : List.of("health", "prometheus")) {
						double wellTime = p99(wellUrl + endpoint, requests);
						double deafTime = p99(deafUrl + endpoint, requests);
						if (round >= 0) {
							results.add("deaf/well/" + endpoint, wellTime);
							results.add("deaf/deaf/" + endpoint, deafTime);
						}
					}
				}
			}
		}
	}

	private static void awaitStreams(String url) throws Exception {
		while (!read(url + "prometheus").contains("pili_stream_connected")) {
			Thread.sleep(50);
		}
	}

	private static double p99(String url, int requests) throws IOException {
		long[] times = new long[requests];
		for (int i = 0; i < requests; i++) {
			long start = System.nanoTime();
			read(url);
			times[i] = System.nanoTime() - start;
		}
		Arrays.sort(times);
		return times[(int) (requests * 0.99)] / 1e3;
	}

	// Health may tell by its status that PILI is down
	private static String read(String url) throws IOException {
		HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
		try (InputStream input = (connection.getResponseCode() < 400) ? connection.getInputStream()
				: connection.getErrorStream()) {
			return new String(input.readAllBytes());
		}
	}

}
