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
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A language of the report. What a person says about the figures is in its template.
 */
enum Language {

	/**
	 * English, which the texts of the goals are in.
	 */
	ENGLISH("", "to reach"),

	/**
	 * Chinese, with a file of the texts of the goals.
	 */
	CHINESE(".zh-CN", "目标");

	private final String suffix;

	private final String columnOfLimits;

	Language(String suffix, String columnOfLimits) {
		this.suffix = suffix;
		this.columnOfLimits = columnOfLimits;
	}

	String columnOfLimits() {
		return this.columnOfLimits;
	}

	Language other() {
		return (this == ENGLISH) ? CHINESE : ENGLISH;
	}

	String fileName(String english) {
		return english.replace(".md", this.suffix + ".md");
	}

	String template() throws IOException {
		return read("performance" + this.suffix + ".template.md");
	}

	Map<String, String> goals() throws IOException {
		return (this == ENGLISH) ? Map.of()
				: read("goals" + this.suffix + ".tsv").lines()
					.map((line) -> line.split("\t"))
					.collect(Collectors.toMap((columns) -> columns[0], (columns) -> columns[1]));
	}

	private static String read(String name) throws IOException {
		try (InputStream input = Language.class.getResourceAsStream(name)) {
			return new String(input.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
