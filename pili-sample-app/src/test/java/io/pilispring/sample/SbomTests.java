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

package io.pilispring.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.pilispring.simulator.autoconfigure.AutoConfigurePiliSimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests for the lists of what the released modules and the sample are made of.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigurePiliSimulator
class SbomTests {

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@CsvSource({ "pili-client, pili-client", "pili-spring-boot-autoconfigure, pili-spring-boot-autoconfigure",
			"pili-spring-boot-starter, pili-spring-boot-starter",
			"pili-spring-boot-starter-test, pili-spring-boot-starter-test", "pili-sample-app, application" })
	void directDependenciesAreThoseOfThePom(String module, String name) throws Exception {
		JsonNode sbom = read(name);
		JsonNode component = sbom.path("metadata").path("component");
		assertThat(component.path("name").stringValue()).isEqualTo(module);
		assertThat(dependenciesOf(sbom, component.path("bom-ref").stringValue()))
			.containsExactlyInAnyOrderElementsOf(dependenciesIn(Path.of("..", module, "pom.xml")));
	}

	@ParameterizedTest
	@CsvSource({ "pili-client", "pili-spring-boot-autoconfigure", "pili-spring-boot-starter",
			"pili-spring-boot-starter-test", "application" })
	void everyComponentCanBeLookedUpAndNothingChangesWithTime(String name) throws Exception {
		JsonNode sbom = read(name);
		assertThat(sbom.path("bomFormat").stringValue()).isEqualTo("CycloneDX");
		assertThat(sbom.path("components")).isNotEmpty().allSatisfy((component) -> {
			assertThat(component.path("version").stringValue()).isNotBlank();
			assertThat(component.path("purl").stringValue()).startsWith("pkg:maven/");
		});
		assertThat(sbom.path("metadata").has("timestamp")).isFalse();
	}

	@Test
	void actuatorShowsThatOfTheApplication() throws Exception {
		read("application");
		RestTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + this.port)
			.build()
			.get()
			.uri("/actuator/sbom/application")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.metadata.component.name")
			.isEqualTo("pili-sample-app");
	}

	// Maven makes them only where it is online
	private static JsonNode read(String name) throws IOException {
		ClassPathResource resource = new ClassPathResource("META-INF/sbom/" + name + ".cdx.json");
		boolean online = "offline=false".equals(System.getProperty("maven.mode"));
		assumeTrue(resource.exists() || online, "Not made by this build: " + resource);
		try (InputStream json = resource.getInputStream()) {
			return JsonMapper.shared().readTree(json);
		}
	}

	private static List<String> dependenciesOf(JsonNode sbom, String ref) {
		List<String> names = new ArrayList<>();
		for (JsonNode entry : sbom.path("dependencies")) {
			if (ref.equals(entry.path("ref").stringValue())) {
				entry.path("dependsOn")
					.forEach((other) -> names.add(other.stringValue().replaceAll("pkg:maven/(.*)@.*", "$1")));
			}
		}
		return names;
	}

	private static List<String> dependenciesIn(Path pom) throws Exception {
		Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
		NodeList ids = (NodeList) XPathFactory.newInstance()
			.newXPath()
			.evaluate("/project/dependencies/dependency[not(scope='test')]/*[self::groupId or self::artifactId]",
					document, XPathConstants.NODESET);
		List<String> names = new ArrayList<>();
		for (int i = 0; i < ids.getLength(); i += 2) {
			names.add(ids.item(i).getTextContent() + "/" + ids.item(i + 1).getTextContent());
		}
		return names;
	}

}
