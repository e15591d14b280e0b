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
import java.io.StringReader;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ByteArrayResource;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.pilispring.integration.docs.MarkdownPage.Fence;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the documentation is whole: in both languages alike, with links that lead
 * somewhere and properties that exist.
 */
class DocumentationTests {

	private static final Pattern COORDINATES = Pattern.compile("io\\.pilispring:([a-z-]+):([^\"')]+)");

	private static final Pattern MAVEN = Pattern.compile(
			"<groupId>io\\.pilispring</groupId>\\s*<artifactId>([^<]+)</artifactId>(?:\\s*<version>([^<]+)</version>)?");

	@ParameterizedTest
	@MethodSource("translated")
	void bothLanguagesAreAlike(MarkdownPage english) {
		assertThat(english.chinese()).exists();
		MarkdownPage chinese = MarkdownPage.read(english.chinese());
		assertThat(levels(chinese)).isEqualTo(levels(english));
		assertThat(chinese.tables()).isEqualTo(english.tables());
		assertThat(chinese.properties()).isEqualTo(english.properties());
		assertThat(chinese.fences()).extracting(Fence::language)
			.isEqualTo(english.fences().stream().map(Fence::language).toList());
		for (int i = 0; i < english.fences().size(); i++) {
			Fence fence = english.fences().get(i);
			if (!fence.language().equals("text")) {
				assertThat(chinese.fences().get(i).withoutComments()).isEqualTo(fence.withoutComments());
			}
			assertThat(chinese.fences().get(i).isRun()).isEqualTo(fence.isRun());
		}
	}

	// The report of the benchmarks is written by a program, in English
	static List<MarkdownPage> translated() {
		return english().stream().filter((page) -> !page.name().startsWith("docs/performance")).toList();
	}

	static List<MarkdownPage> english() {
		return MarkdownPage.english();
	}

	private static List<String> levels(MarkdownPage page) {
		return page.headings().stream().map((heading) -> heading.replaceAll("[^#].*", "")).toList();
	}

	@ParameterizedTest
	@MethodSource("all")
	void linksLeadSomewhere(MarkdownPage page) {
		for (String link : page.links()) {
			if (link.startsWith("http")) {
				continue;
			}
			String file = link.replaceFirst("#.*", "");
			Path target = (file.isEmpty()) ? page.path() : page.path().resolveSibling(file).normalize();
			assertThat(target).as(link).exists();
			if (link.contains("#")) {
				assertThat(MarkdownPage.read(target).anchors()).as(link)
					.contains(link.substring(link.indexOf('#') + 1));
			}
			// The language stays, where the page exists in it
			if (page.isChinese() && target.startsWith(MarkdownPage.ROOT.resolve("docs")) && file.endsWith(".md")
					&& !file.endsWith(".zh-CN.md")
					&& !link.equals(page.path().getFileName().toString().replace(".zh-CN", ""))) {
				assertThat(target.resolveSibling(target.getFileName().toString().replace(".md", ".zh-CN.md")))
					.as("Chinese version of " + link)
					.doesNotExist();
			}
		}
	}

	static List<MarkdownPage> all() {
		return MarkdownPage.all();
	}

	@ParameterizedTest
	@MethodSource("all")
	void propertiesExist(MarkdownPage page) throws IOException {
		Set<String> known = metadata().keySet();
		List<String> unknown = new ArrayList<>();
		for (String property : page.properties()) {
			String name = property.replaceAll("\\.$", "");
			if (!known.contains(name) && known.stream().noneMatch((other) -> other.startsWith(name + "."))
					&& !name.startsWith("pili.hubs.") && !isMeterOrHost(name)) {
				unknown.add(property);
			}
		}
		for (Fence fence : page.fences()) {
			if (fence.language().equals("yaml") && fence.isRun()) {
				for (String name : yaml(fence)) {
					if (!known.contains(name) && known.stream().noneMatch((other) -> isEntryOf(name, other))) {
						unknown.add(name);
					}
				}
			}
		}
		assertThat(unknown).isEmpty();
	}

	private static Set<String> yaml(Fence fence) {
		YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
		yaml.setResources(new ByteArrayResource(fence.code().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
		Set<String> names = new TreeSet<>();
		yaml.getObject().stringPropertyNames().forEach((name) -> names.add(name.replaceAll("\\[\\d+]", "")));
		return names;
	}

	private static boolean isEntryOf(String name, String map) {
		return name.startsWith(map + ".") && (map.equals("pili.hubs") || !map.startsWith("pili."));
	}

	private static boolean isMeterOrHost(String name) {
		return name.equals("pili.qiniuapi.com") || name.matches("pili\\.(hub|streams?|monitor|client)\\.[a-z.]+");
	}

	static Map<String, JsonNode> metadata() throws IOException {
		Map<String, JsonNode> properties = new TreeMap<>();
		for (URL url : Collections.list(DocumentationTests.class.getClassLoader()
			.getResources("META-INF/spring-configuration-metadata.json"))) {
			JsonMapper.shared()
				.readTree(url.openStream())
				.path("properties")
				.forEach((property) -> properties.put(property.path("name").stringValue(), property));
		}
		return properties;
	}

	@ParameterizedTest
	@MethodSource("english")
	void dependenciesExist(MarkdownPage page) throws Exception {
		for (Fence fence : page.fences()) {
			List<MatchResult> dependencies = new ArrayList<>();
			if (fence.language().equals("xml")) {
				DocumentBuilderFactory.newInstance()
					.newDocumentBuilder()
					.parse(new InputSource(new StringReader("<x>" + fence.code() + "</x>")));
				MAVEN.matcher(fence.code()).results().forEach(dependencies::add);
			}
			if (fence.language().equals("kotlin") || fence.language().equals("groovy")) {
				COORDINATES.matcher(fence.code()).results().forEach(dependencies::add);
			}
			for (MatchResult dependency : dependencies) {
				assertThat(MarkdownPage.ROOT.resolve(dependency.group(1)).resolve("pom.xml")).exists();
				if (dependency.group(2) != null) {
					assertThat(Files.readString(MarkdownPage.ROOT.resolve("pom.xml")))
						.contains("<version>" + dependency.group(2) + "</version>");
				}
			}
		}
	}

}
