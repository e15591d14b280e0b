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

package io.pilispring.integration.aot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aot.agent.RuntimeHintsAgent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that whatever is reflective in the life of a stream has a hint for native images.
 * The agent of Spring must be there when the JVM starts, so the life is that of a process
 * of its own.
 */
@SuppressWarnings("removal")
class RuntimeHintsAgentTests {

	@TempDir
	private Path directory;

	@Test
	void everythingReflectiveHasAHint() throws Exception {
		Path output = this.directory.resolve("output.txt");
		Path agent = Path.of(RuntimeHintsAgent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-javaagent:" + agent + "=+io.pilispring,+tools.jackson", "-cp",
				System.getProperty("java.class.path"), StreamLives.class.getName())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		try {
			assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			process.destroyForcibly();
		}
		String text = Files.readString(output);
		assertThat(process.exitValue()).as(text).isZero();
		Matcher counts = Pattern.compile("(\\d+) calls on (\\d+) types").matcher(text);
		assertThat(counts.find()).as(text).isTrue();
		// Else the agent would have seen nothing
		assertThat(Integer.parseInt(counts.group(2))).as(text).isGreaterThan(30);
		assertThat(text).doesNotContain("No hint");
	}

}
