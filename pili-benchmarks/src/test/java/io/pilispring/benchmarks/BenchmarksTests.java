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
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Shows that every benchmark runs. What it measures so briefly says nothing.
 */
class BenchmarksTests {

	@Test
	void everythingRunsAndIsReported(@TempDir Path directory) throws Exception {
		Results results = Benchmarks.run(System.getProperty("java.home"), true);
		Path report = directory.resolve("performance.md");
		new Report(Map.of("JDK", results), 0).writeTo(report);
		assertThat(report).content().contains("getStream", "createStream");
		assertThat(directory.resolve("performance.zh-CN.md")).content()
			.contains("getStream", "[English](performance.md)");
		assertThat(directory.resolve("performance-figures.md")).content().contains("Figures on JDK");
		assertThat(Language.CHINESE.goals().keySet())
			.containsExactlyInAnyOrderElementsOf(Goal.all().stream().map(Goal::text).toList());
		assertThat(Files.readString(directory.resolve("performance.svg"))).startsWith("<svg");
	}

}
