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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs everything, on one JDK or several, and writes the report.
 */
public final class Benchmarks {

	private Benchmarks() {
	}

	/**
	 * Run everything.
	 */
	public static void main(String[] args) throws Exception {
		List<String> javaHomes = (args.length > 1) ? Arrays.asList(args).subList(1, args.length)
				: List.of(System.getProperty("java.home"));
		Map<String, Results> results = new LinkedHashMap<>();
		long start = System.nanoTime();
		for (String javaHome : javaHomes) {
			results.put(version(javaHome), run(javaHome, false));
			new Report(results, (System.nanoTime() - start) / 60_000_000_000L).writeTo(Path.of(args[0]));
		}
	}

	// In short it shows only that everything runs
	static Results run(String javaHome, boolean isShort) throws Exception {
		Results results = new Results();
		Path file = Files.createTempFile("pili-benchmarks", ".tsv");
		try (Child server = Child.start(javaHome, StreamServer.class)) {
			String host = "127.0.0.1:" + server.line();
			step("calls");
			run(javaHome, CallHarness.class, host, file, results, String.valueOf(isShort));
			step("monitor");
			String rounds = (isShort) ? "2" : "10";
			for (String version : List.of("v1", "v2")) {
				for (String streams : List.of("1", "10000")) {
					run(javaHome, MonitorApplication.class, host, file, results, streams, rounds, "none", version);
				}
			}
			for (String meters : List.of("default", "all")) {
				run(javaHome, MonitorApplication.class, host, file, results, "10000", rounds, meters, "v1");
			}
			step("start");
			Applications.start(javaHome, host, (isShort) ? 0 : 14, results);
			step("deaf server");
			Applications.deafServer(javaHome, (isShort) ? 1 : 3, (isShort) ? 5 : 400, results);
		}
		finally {
			Files.delete(file);
		}
		step("microbenchmarks");
		Microbenchmarks.run(javaHome, isShort, results);
		return results;
	}

	private static void run(String javaHome, Class<?> main, String host, Path file, Results results, String... args)
			throws Exception {
		String[] all = new String[args.length + 2];
		all[0] = host;
		all[1] = file.toString();
		System.arraycopy(args, 0, all, 2, args.length);
		try (Child child = Child.start(javaHome, main, all)) {
			child.await();
		}
		results.readFrom(file);
	}

	private static void step(String name) {
		System.out.println(java.time.LocalTime.now().withNano(0) + " " + name);
	}

	private static String version(String javaHome) throws Exception {
		Process process = new ProcessBuilder(javaHome + "/bin/java", "-version").redirectErrorStream(true).start();
		String line = process.inputReader().readLine();
		return line.replaceAll(".*\"([0-9]+).*", "JDK $1");
	}

}
