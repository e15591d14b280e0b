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

package io.pilispring.starter;

import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the starter brings to applications that do not use the dependency
 * management of Spring Boot, where the nearest version wins.
 */
class StarterDependenciesTests {

	private final XPath xpath = XPathFactory.newInstance().newXPath();

	@Test
	void slf4jIsThatOfSpringBoot() throws Exception {
		Document pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse("pom.xml");
		NodeList others = (NodeList) this.xpath.evaluate("""
				/project/dependencies/dependency[not(scope = 'test') and not(groupId = 'io.pilispring')
				and not(groupId = 'org.springframework.boot')]""", pom, XPathConstants.NODESET);
		assertThat(IntStream.range(0, others.getLength()).mapToObj(others::item)).isNotEmpty()
			.allSatisfy((dependency) -> assertThat(excludesSlf4j(dependency)).as(dependency.getTextContent()).isTrue());
	}

	private boolean excludesSlf4j(Node dependency) throws Exception {
		return (boolean) this.xpath.evaluate("exclusions/exclusion[groupId = 'org.slf4j' and artifactId = 'slf4j-api']",
				dependency, XPathConstants.BOOLEAN);
	}

}
