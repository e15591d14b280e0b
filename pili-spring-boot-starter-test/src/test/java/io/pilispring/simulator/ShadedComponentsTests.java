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

package io.pilispring.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

import com.github.tomakehurst.wiremock.core.Version;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the SBOM of what WireMock contains is that of the WireMock in use. To update
 * it, list the runtime dependencies of {@code org.wiremock:wiremock} of that version.
 */
class ShadedComponentsTests {

	private final JsonNode sbom = read();

	@Test
	void sbomIsOfTheWireMockInUse() {
		assertThat(this.sbom.path("metadata").path("component").path("version").asString())
			.isEqualTo(Version.getCurrentVersion());
	}

	@Test
	void jettyIsTheOneThatIsContained() throws IOException {
		Properties jetty = new Properties();
		try (InputStream input = getClass()
			.getResourceAsStream("/wiremock/org/eclipse/jetty/version/build.properties")) {
			jetty.load(input);
		}
		assertThat(this.sbom.path("components"))
			.filteredOn((component) -> component.path("group").asString().equals("org.eclipse.jetty"))
			.isNotEmpty()
			.allSatisfy((component) -> assertThat(component.path("version").asString())
				.isEqualTo(jetty.getProperty("version")));
	}

	private static JsonNode read() {
		try (InputStream input = PiliSimulator.class
			.getResourceAsStream("/META-INF/sbom/wiremock-standalone.cdx.json")) {
			return JsonMapper.shared().readTree(input);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
