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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * Figures by name, each measured several times.
 */
final class Results {

	private final Map<String, List<Double>> figures = new LinkedHashMap<>();

	void add(String name, double value) {
		this.figures.computeIfAbsent(name, (key) -> new ArrayList<>()).add(value);
	}

	void add(String name, Load.Result result) {
		add(name + "/calls", result.perSecond());
		add(name + "/p50", result.p50());
		add(name + "/p99", result.p99());
		add(name + "/cpu", result.cpu());
		add(name + "/bytes", result.bytes());
	}

	boolean has(String name) {
		return this.figures.containsKey(name);
	}

	double median(String name) {
		List<Double> sorted = sorted(name);
		return (sorted.isEmpty()) ? Double.NaN : sorted.get(sorted.size() / 2);
	}

	// Of what was measured right after each other, so that a machine that grows slower
	// changes little
	double ratio(String name, String other) {
		return paired(name, other, (value, base) -> value / base);
	}

	double difference(String name, String other) {
		return paired(name, other, (value, base) -> value - base);
	}

	private double paired(String name, String other, DoubleBinaryOperator operator) {
		List<Double> values = this.figures.getOrDefault(name, List.of());
		List<Double> bases = this.figures.getOrDefault(other, List.of());
		double[] sorted = IntStream.range(0, Math.min(values.size(), bases.size()))
			.mapToDouble((i) -> operator.applyAsDouble(values.get(i), bases.get(i)))
			.sorted()
			.toArray();
		return (sorted.length == 0) ? Double.NaN : sorted[sorted.length / 2];
	}

	List<String> names(String start) {
		return this.figures.keySet()
			.stream()
			.filter((name) -> name.startsWith(start))
			.map((name) -> name.substring(start.length()))
			.sorted(Comparator.comparingDouble((name) -> -median(start + name)))
			.toList();
	}

	// Largest difference from the median, in percent of it
	double spread(String name) {
		List<Double> sorted = sorted(name);
		double median = median(name);
		return (sorted.isEmpty()) ? Double.NaN
				: 100 * Math.max(sorted.get(sorted.size() - 1) - median, median - sorted.get(0)) / median;
	}

	private List<Double> sorted(String name) {
		return this.figures.getOrDefault(name, List.of()).stream().sorted().toList();
	}

	void writeTo(Path file) {
		List<String> lines = new ArrayList<>();
		this.figures.forEach((name, values) -> values
			.forEach((value) -> lines.add("%s\t%s".formatted(name, String.format(Locale.ROOT, "%.4f", value)))));
		try {
			Files.write(file, lines);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void readFrom(Path file) throws IOException {
		for (String line : Files.readAllLines(file)) {
			int tab = line.indexOf('\t');
			add(line.substring(0, tab), Double.parseDouble(line.substring(tab + 1)));
		}
	}

}
