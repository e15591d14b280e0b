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

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes what was measured as Markdown and a picture.
 *
 * @param results the figures of each JDK
 * @param minutes how long it took
 */
record Report(Map<String, Results> results, long minutes) {

	private static final List<String> CALLERS = List.of("socket", "httpclient5", "ours", "observed", "pili-sdk-java",
			"qiniu-java-sdk");

	void writeTo(Path file) throws IOException {
		String name = file.getFileName().toString();
		String figures = name.replace(".md", "-figures.md");
		for (Language language : Language.values()) {
			Files.writeString(file.resolveSibling(language.fileName(name)), summary(language, name, figures));
		}
		Files.writeString(file.resolveSibling(figures), figures(name));
		Files.writeString(file.resolveSibling("performance.svg"),
				new Picture(this.results.values().iterator().next(), CALLERS).toSvg());
	}

	private String summary(Language language, String name, String figures) throws IOException {
		String table = goals(language);
		return language.template()
			.replace("{other}", language.other().fileName(name))
			.replace("{figures}", figures)
			.replace("{minutes}", String.valueOf(this.minutes))
			.replace("{date}", LocalDate.now().toString())
			.replace("{machine}", machine())
			.replace("{goals}", table);
	}

	private String figures(String summary) {
		StringBuilder text = new StringBuilder("# Performance in figures\n\n")
			.append("What [Performance](%s) is made of.\n\n".formatted(summary));
		this.results.forEach((jdk, figures) -> figures(text, jdk, figures));
		jars(text);
		return text.toString();
	}

	private static String machine() throws IOException {
		Path cpus = Path.of("/proc/cpuinfo");
		String model = (Files.exists(cpus)) ? Files.readAllLines(cpus)
			.stream()
			.filter((line) -> line.startsWith("model name"))
			.map((line) -> line.substring(line.indexOf(':') + 1).strip())
			.findFirst()
			.orElse("unknown CPU") : "unknown CPU";
		return "%d cores of %s, %s".formatted(Runtime.getRuntime().availableProcessors(), model,
				System.getProperty("os.name"));
	}

	private String goals(Language language) throws IOException {
		StringBuilder text = new StringBuilder("| | ").append(language.columnOfLimits()).append(" |");
		this.results.keySet().forEach((jdk) -> text.append(' ').append(jdk).append(" |"));
		text.append("\n|---|--:|").append("--:|".repeat(this.results.size())).append('\n');
		Map<String, String> texts = language.goals();
		for (Goal goal : Goal.all()) {
			text.append("| ")
				.append(texts.getOrDefault(goal.text(), goal.text()))
				.append(" | ")
				.append((goal.atMost()) ? "≤ " : "≥ ")
				.append(number(goal.limit()))
				.append(" |");
			this.results.values()
				.forEach((figures) -> text.append(' ')
					.append(number(goal.value().applyAsDouble(figures)))
					.append((goal.isReached(figures)) ? "" : " ✗")
					.append(" |"));
			text.append('\n');
		}
		return text.toString();
	}

	private static void figures(StringBuilder text, String jdk, Results figures) {
		text.append("## Figures on ").append(jdk).append("\n\nMedians, and ± the largest difference from them.\n\n");
		for (String call : List.of("get", "create")) {
			for (int threads : new int[] { 1, 8, 64 }) {
				calls(text, "%s/%d/".formatted(call, threads),
						"`%sStream` on %d thread%s".formatted(call, threads, (threads > 1) ? "s" : ""), figures);
			}
		}
		liveCalls(text, figures);
		factories(text, figures);
		allocations(text, figures);
		calls(text, "slow/64/", "`getStream`, 64 threads, server answers after 20 ms", figures);
		idle(text, figures);
		microbenchmarks(text, figures);
		text.append("| An application's start | ms | MB |\n|---|--:|--:|\n");
		for (String name : List.of("alone", "starter", "monitor")) {
			String title = (name.equals("alone")) ? "web, actuator and a `RestClient`"
					: (name.equals("starter")) ? "with the starter, monitor off" : "with the starter and its monitor";
			text.append("| ")
				.append(title)
				.append(" | ")
				.append(cell(figures, "start/" + name + "/ms", 1))
				.append(" | ")
				.append(cell(figures, "start/" + name + "/kb", 1024))
				.append(" |\n");
		}
		text.append("\n| p99 of an endpoint, µs | PILI is well | PILI does not answer |\n|---|--:|--:|\n");
		for (String endpoint : List.of("health", "prometheus")) {
			text.append("| `/actuator/")
				.append(endpoint)
				.append("` | ")
				.append(cell(figures, "deaf/well/" + endpoint, 1))
				.append(" | ")
				.append(cell(figures, "deaf/deaf/" + endpoint, 1))
				.append(" |\n");
		}
		text.append("\n| 10,000 streams | |\n|---|--:|\n| calls of `streams()` | ")
			.append(cell(figures, "streams/10000/calls", 1))
			.append(" |\n| live memory on the way, KB | ")
			.append(cell(figures, "streams/10000/memory", 1))
			.append(" |\n| the same over 1,000 | ")
			.append(cell(figures, "streams/1000/memory", 1))
			.append(" |\n| calls of `statuses` | ")
			.append(cell(figures, "statuses/calls", 1))
			.append(" |\n| CPU of a round of the monitor, ms | ")
			.append(cell(figures, "monitor/v1/10000/cpu", 1))
			.append(" |\n| the same by version 2 | ")
			.append(cell(figures, "monitor/v2/10000/cpu", 1))
			.append(" |\n| memory of meters of all, MB | ")
			.append(number(Goal.meters(figures, "all")))
			.append(" |\n\n");
	}

	private static void calls(StringBuilder text, String start, String title, Results figures) {
		text.append("| ")
			.append(title)
			.append(" | calls/s | p50 µs | p99 µs | CPU µs | bytes |\n|---|--:|--:|--:|--:|--:|\n");
		for (String caller : CALLERS) {
			text.append("| ").append(title(caller)).append(" |");
			cells(text, start + caller + "/", figures);
		}
		text.append('\n');
	}

	private static void liveCalls(StringBuilder text, Results figures) {
		text.append(
				"| Version 2 on 8 threads | calls/s | p50 µs | p99 µs | CPU µs | bytes |\n|---|--:|--:|--:|--:|--:|\n");
		for (String call : List.of("info", "batch")) {
			for (String caller : List.of("ours", "pili-sdk-java", "qiniu-java-sdk")) {
				String start = "live-%s/8/%s/".formatted(call, caller);
				if (figures.has(start + "calls")) {
					text.append("| ")
						.append((call.equals("info")) ? "`info`" : "live status of 100")
						.append(", ")
						.append(title(caller))
						.append(" |");
					cells(text, start, figures);
				}
			}
		}
		text.append('\n');
	}

	private static void cells(StringBuilder text, String start, Results figures) {
		for (String figure : List.of("calls", "p50", "p99", "cpu", "bytes")) {
			text.append(' ').append(cell(figures, start + figure, 1)).append(" |");
		}
		text.append('\n');
	}

	private static void factories(StringBuilder text, Results figures) {
		text.append("| `getStream` by `spring.http.clients.imperative.factory` | calls/s on 8 | on 64 | CPU µs on 8 | ")
			.append("p99 µs on 8 | bytes |\n|---|--:|--:|--:|--:|--:|\n");
		for (String factory : CallHarness.FACTORIES) {
			text.append("| `").append(factory).append("` |");
			for (String figure : List.of("8/%s/calls", "64/%s/calls", "8/%s/cpu", "8/%s/p99", "8/%s/bytes")) {
				text.append(' ').append(cell(figures, "factory/" + figure.formatted(factory), 1)).append(" |");
			}
			text.append('\n');
		}
		text.append('\n');
	}

	private static void allocations(StringBuilder text, Results figures) {
		text.append("| Who allocates in a `getStream` of Pili Spring, sampled | of all |\n|---|--:|\n");
		for (String part : figures.names("alloc/get/")) {
			text.append("| ")
				.append(part)
				.append(" | ")
				.append(number(figures.median("alloc/get/" + part)))
				.append(" % |\n");
		}
		text.append('\n');
	}

	private static void idle(StringBuilder text, Results figures) {
		text.append(
				"| After 2.5 s of idleness | `getStream` µs | `createStream` µs | failed where the server had closed "
						+ "|\n|---|--:|--:|--:|\n");
		for (String caller : CALLERS) {
			text.append("| ")
				.append(title(caller))
				.append(" | ")
				.append(cell(figures, "idle/get/" + caller, 1))
				.append(" | ")
				.append(cell(figures, "idle/create/" + caller, 1))
				.append(" | ")
				.append((figures.has("closed/get/" + caller))
						? "get %s %%, create %s %%".formatted(number(figures.median("closed/get/" + caller)),
								number(figures.median("closed/create/" + caller)))
						: "not asked")
				.append(" |\n");
		}
		text.append('\n');
	}

	private static void microbenchmarks(StringBuilder text, Results figures) {
		text.append("| ns and bytes | floor | ours | pili-sdk-java | qiniu-java-sdk |\n|---|--:|--:|--:|--:|\n");
		for (String name : List.of("get/1", "get/2", "post/1", "post/2", "dynamic/1", "static/1", "play/1", "playAll/1",
				"livePublish/1", "signedPlay/1", "stream/1", "page/1", "batch/1")) {
			String method = name.substring(0, name.indexOf('/'));
			text.append("| ")
				.append(microTitle(method))
				.append((name.endsWith("2")) ? ", two threads" : "")
				.append(" |");
			for (String who : List.of("Floor", "Ours", "Pili", "Qiniu")) {
				String key = method + who + name.substring(name.indexOf('/'));
				text.append(' ')
					.append((figures.has(key + "/ns"))
							? cell(figures, key + "/ns", 1) + ", " + number(figures.median(key + "/bytes")) + " B" : "")
					.append(" |");
			}
			text.append('\n');
		}
		text.append('\n');
	}

	private static String microTitle(String method) {
		return switch (method) {
			case "get" -> "Sign a GET";
			case "post" -> "Sign a POST";
			case "dynamic" -> "Dynamic publish URL";
			case "static" -> "Static publish URL";
			case "play" -> "One play URL";
			case "playAll" -> "All play URLs, two profiles";
			case "livePublish" -> "Publish URL of version 2";
			case "signedPlay" -> "Signed play URL of version 2";
			case "stream" -> "Read a stream";
			case "page" -> "Read a page of 100";
			default -> "Read live statuses of 100 of version 2";
		};
	}

	private static void jars(StringBuilder text) {
		text.append("## Jars beyond a web application\n\n| | jars | KB |\n|---|--:|--:|\n");
		jars(text, "the starter", "pili-spring-boot|spring-boot-restclient|spring-boot-http-client|httpc(lient|ore)5");
		jars(text, "pili-sdk-java", "pili-sdk-java|okhttp-2|okio|gson|error_prone_annotations");
		jars(text, "qiniu-java-sdk", "qiniu-java-sdk|okhttp-3|okio|gson|error_prone_annotations|lombok");
		text.append("\n`spring-boot-restclient` and `spring-boot-http-client` apply the application's HTTP settings, ")
			.append("customizers and\nobservations; `httpclient5` with its two core jars makes the calls, ")
			.append("and may be excluded.\n");
	}

	private static void jars(StringBuilder text, String name, String pattern) {
		List<Path> jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(Path::of)
			.filter((path) -> path.getFileName().toString().matches("(" + pattern + ").*jar"))
			.toList();
		long bytes = jars.stream().mapToLong((jar) -> jar.toFile().length()).sum();
		text.append("| ")
			.append(name)
			.append(" | ")
			.append(jars.size())
			.append(" | ")
			.append(bytes / 1024)
			.append(" |\n");
	}

	static String title(String caller) {
		return switch (caller) {
			case "socket" -> "floor: socket, signing, Jackson";
			case "httpclient5" -> "httpclient5 without Spring";
			case "ours" -> "**Pili Spring**";
			case "observed" -> "Pili Spring, observed";
			default -> caller;
		};
	}

	private static String cell(Results figures, String name, double unit) {
		return number(figures.median(name) / unit) + " ± " + String.format(Locale.ROOT, "%.0f", figures.spread(name))
				+ " %";
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, (Math.abs(value) < 10) ? "%.2f" : "%,.0f", value);
	}

}
