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

package io.pilispring.integration.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A page of the documentation, taken apart.
 *
 * @param path the file
 * @param headings the headings, with the number signs in front
 * @param fences the blocks of code
 * @param tables the number of rows and columns of each table
 * @param text what is neither code nor a comment
 */
record MarkdownPage(Path path, List<String> headings, List<Fence> fences, List<String> tables, String text) {

	static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

	private static final String CHINESE = ".zh-CN.md";

	private static final Pattern DIRECTIVE = Pattern.compile("<!-- (.+) -->");

	private static final Pattern PROPERTY = Pattern.compile("`(pili\\.[a-z0-9.<>-]+)`");

	private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");

	static List<MarkdownPage> all() {
		try (Stream<Path> docs = Files.list(ROOT.resolve("docs")); Stream<Path> root = Files.list(ROOT)) {
			return Stream.concat(root.filter((path) -> path.getFileName().toString().startsWith("README")), docs)
				.filter((path) -> path.toString().endsWith(".md"))
				.sorted()
				.map(MarkdownPage::read)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<MarkdownPage> english() {
		return all().stream().filter((page) -> !page.isChinese()).toList();
	}

	static MarkdownPage read(Path path) {
		List<String> headings = new ArrayList<>();
		List<Fence> fences = new ArrayList<>();
		List<String> tables = new ArrayList<>();
		StringBuilder text = new StringBuilder();
		String directive = null;
		StringBuilder code = null;
		String language = "";
		int rows = 0;
		int columns = 0;
		for (String line : lines(path)) {
			if (code != null) {
				if (line.startsWith("```")) {
					fences.add(new Fence(language, code.toString(), directive));
					code = null;
					directive = null;
				}
				else {
					code.append(line).append('\n');
				}
				continue;
			}
			if (line.startsWith("|")) {
				rows++;
				columns = line.replace("\\|", "").replaceAll("[^|]", "").length() - 1;
			}
			else if (rows > 0) {
				tables.add(rows + "x" + columns);
				rows = 0;
			}
			Matcher comment = DIRECTIVE.matcher(line);
			if (comment.matches()) {
				directive = comment.group(1);
			}
			else if (line.startsWith("```")) {
				language = line.substring(3);
				code = new StringBuilder();
			}
			else {
				if (line.startsWith("#")) {
					headings.add(line);
				}
				text.append(line).append('\n');
				directive = (line.isBlank()) ? directive : null;
			}
		}
		if (rows > 0) {
			tables.add(rows + "x" + columns);
		}
		return new MarkdownPage(path, headings, fences, tables, text.toString());
	}

	private static List<String> lines(Path path) {
		try {
			return Files.readAllLines(path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String name() {
		return ROOT.relativize(this.path).toString();
	}

	boolean isChinese() {
		return name().endsWith(CHINESE);
	}

	Path chinese() {
		return this.path.resolveSibling(this.path.getFileName().toString().replace(".md", CHINESE));
	}

	Set<String> properties() {
		Set<String> properties = new TreeSet<>();
		PROPERTY.matcher(this.text).results().map((property) -> property.group(1)).forEach(properties::add);
		return properties;
	}

	List<String> links() {
		return LINK.matcher(this.text).results().map((link) -> link.group(1)).toList();
	}

	/**
	 * Return the anchors of the headings, as repositories make them.
	 * @return the anchors
	 */
	List<String> anchors() {
		return this.headings.stream()
			.map((heading) -> heading.replaceFirst("#+ ", "")
				.toLowerCase(java.util.Locale.ROOT)
				.replaceAll("[^\\p{L}\\p{N} _-]", "")
				.replace(' ', '-'))
			.toList();
	}

	@Override
	public String toString() {
		return name();
	}

	/**
	 * A block of code.
	 *
	 * @param language its language
	 * @param code the code
	 * @param directive the comment in front of it
	 */
	record Fence(String language, String code, @Nullable String directive) {

		private static final String NOT_RUN = "not run: ";

		boolean isRun() {
			return this.directive == null || !this.directive.startsWith(NOT_RUN);
		}

		// Comments are in the language of the page
		String withoutComments() {
			return this.code.replaceAll("(?m)\\s*(//|#|<!--) .*$", "");
		}

	}

}
