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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the page about the properties is made of their metadata. With
 * {@code -Dpili.docs.write=true} it is written anew.
 */
class ConfigurationPageTests {

	private static final String PLACE = "{properties:";

	@ParameterizedTest
	@ValueSource(strings = { "", ".zh-CN" })
	void pageHasAllProperties(String language) throws IOException {
		String template = resource("configuration" + language + ".template.md")
			.getContentAsString(StandardCharsets.UTF_8);
		Map<String, JsonNode> all = properties();
		Map<String, List<JsonNode>> groups = groups(template, all);
		Properties descriptions = descriptions(language);
		String page = template;
		for (Map.Entry<String, List<JsonNode>> group : groups.entrySet()) {
			page = page.replace(PLACE + group.getKey() + "}", table(group.getValue(), language, descriptions));
		}
		assertThat(groups.values().stream().mapToInt(List::size).sum()).isEqualTo(all.size());
		Path file = MarkdownPage.ROOT.resolve("docs/configuration" + language + ".md");
		if (Boolean.getBoolean("pili.docs.write")) {
			Files.writeString(file, page);
		}
		assertThat(file).hasContent(page);
	}

	@Test
	void chineseDescriptionsAreOfPropertiesThatExist() throws IOException {
		assertThat(properties().keySet()).containsAll(descriptions(".zh-CN").stringPropertyNames());
	}

	private static Map<String, JsonNode> properties() throws IOException {
		return DocumentationTests.metadata()
			.entrySet()
			.stream()
			.filter((property) -> property.getKey().startsWith("pili."))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
	}

	// Each property belongs to the longest prefix in the template
	private static Map<String, List<JsonNode>> groups(String template, Map<String, JsonNode> properties) {
		List<String> prefixes = template.lines()
			.filter((line) -> line.startsWith(PLACE))
			.map((line) -> line.substring(PLACE.length(), line.length() - 1))
			.toList();
		Map<String, List<JsonNode>> groups = new LinkedHashMap<>();
		prefixes.forEach((prefix) -> groups.put(prefix, new ArrayList<>()));
		properties.forEach((name, property) -> prefixes.stream()
			.filter((prefix) -> name.startsWith(prefix + "."))
			.max(java.util.Comparator.comparingInt(String::length))
			.ifPresent((prefix) -> groups.get(prefix).add(property)));
		return groups;
	}

	private static String table(List<JsonNode> properties, String language, Properties descriptions) {
		StringBuilder table = new StringBuilder(
				(language.isEmpty()) ? "| Property | Type | Default | Since | |\n" : "| 属性 | 类型 | 默认值 | 起始版本 | |\n")
			.append("|---|---|---|---|---|\n");
		for (JsonNode property : properties) {
			String name = property.path("name").stringValue();
			String description = (language.isEmpty()) ? property.path("description").stringValue()
					: descriptions.getProperty(name);
			assertThat(description).as("description of " + name + language).isNotBlank();
			table.append("| `%s` | %s | %s | 0.1.0 | %s |\n".formatted(name, type(property.path("type").stringValue()),
					defaultValue(property.path("defaultValue")),
					description.replace("|", "\\|").replaceAll("'([^' ]+)'", "`$1`")));
		}
		return table.toString().strip();
	}

	private static String type(String type) {
		return "`" + type.replaceAll("[a-z]+\\.", "").replace("$", ".").replaceAll("<", "&lt;").replace("&lt;", "<")
				+ "`";
	}

	private static String defaultValue(JsonNode value) {
		if (value.isMissingNode()) {
			return "";
		}
		return (value.isArray())
				? value.valueStream().map((item) -> "`" + item.asString() + "`").collect(Collectors.joining(", "))
				: "`" + value.asString() + "`";
	}

	private static Properties descriptions(String language) throws IOException {
		return (language.isEmpty()) ? new Properties() : PropertiesLoaderUtils.loadProperties(
				new EncodedResource(resource("configuration" + language + ".properties"), StandardCharsets.UTF_8));
	}

	private static ClassPathResource resource(String name) {
		return new ClassPathResource(name, ConfigurationPageTests.class);
	}

}
