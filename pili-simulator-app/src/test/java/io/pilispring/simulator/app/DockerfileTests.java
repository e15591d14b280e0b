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

package io.pilispring.simulator.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the {@code Dockerfile} has the ports, the variables and the jar that exist.
 */
class DockerfileTests {

	@Test
	void fitsTheProgram() throws IOException {
		String dockerfile = Files.readString(Path.of("Dockerfile"));
		assertThat(Files.readString(Path.of("pom.xml"))).contains("<finalName>pili-simulator</finalName>");
		assertThat(dockerfile).contains("target/pili-simulator.jar");
		String settings = Files.readString(Path.of("src/main/resources/application.yaml"));
		assertThat(settings).contains("port: 8090", "port: 8091");
		assertThat(dockerfile).contains("EXPOSE 8090 8091")
			.contains("ENV " + Option.ADDRESS.variable() + "=0.0.0.0")
			.contains("USER ");
	}

}
