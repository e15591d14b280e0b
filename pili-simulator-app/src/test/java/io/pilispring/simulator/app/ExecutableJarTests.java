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
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.pilispring.testsupport.NodeSdk;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the jar that users run.
 */
class ExecutableJarTests {

	@TempDir
	private Path directory;

	@Test
	void simulatorIsControlledAndDrivenByTheSdkForNode() throws Exception {
		Path output = this.directory.resolve("output.txt");
		Process process = start(output, "--hubs=live,cams:partner-ak:hidden-secret", "--port=0", "--control-port=0");
		try {
			Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> {
				assertThat(process.isAlive()).as(Files.readString(output)).isTrue();
				return Files.readString(output).contains("Control page");
			});
			String text = Files.readString(output);
			assertThat(text).contains("access key test-access-key, secret key test-secret-key, hubs live")
				.contains("access key partner-ak, the secret key that you set, hubs cams")
				.doesNotContain("hidden-secret");
			URI control = URI.create(find(text, "Control page and API at (\\S+)"));
			URI api = URI.create(find(text, "PILI is simulated at (\\S+)"));
			assertThat(send(control, "GET", "").body()).contains("<title>PILI simulator</title>");
			assertThat(send(control.resolve("api/hubs/live/streams/live-room"), "PUT", "{\"state\":\"live\"}").body())
				.contains("\"state\":\"live\"");
			assertThat(send(control.resolve("api"), "GET", "").body()).doesNotContain("hidden-secret");
			assertThat(send(control.resolve("api/faults"), "POST", "{\"status\":503,\"times\":1}").statusCode())
				.isEqualTo(201);
			assertThat(send(api.resolve("/v2/hubs/live/streams"), "GET", "").statusCode()).isEqualTo(503);
			assertThat(send(control.resolve("api/requests"), "GET", "").body()).contains("/v2/hubs/live/streams")
				.contains("injected fault");
			NodeSdk.require();
			assertThat(NodeSdk.drive(api, "test-access-key", "test-secret-key", "live", "publish.pili.test"))
				.contains("\"key\":\"node-room\"", "\"keys\":[\"live-room\"]", "\"bps\":1000000");
		}
		finally {
			process.destroy();
			if (!process.waitFor(30, TimeUnit.SECONDS)) {
				process.destroyForcibly();
			}
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "--help | 0 | --control-port=",
			"--hub=x | 2 | Not an option: '--hub'", "--port=x | 2 | --port must be a number" })
	void exitCodeTellsWhetherOptionsAreValid(String option, int code, String message) throws Exception {
		Path output = this.directory.resolve("output.txt");
		assertThat(ends(start(output, option))).as(Files.readString(output)).isEqualTo(code);
		assertThat(Files.readString(output)).contains(message).doesNotContain("\tat ");
	}

	@Test
	void portThatIsInUseIsExplained() throws Exception {
		Path output = this.directory.resolve("output.txt");
		try (ServerSocket socket = new ServerSocket(0)) {
			Process process = start(output, "--port=" + socket.getLocalPort(), "--control-port=0");
			assertThat(ends(process)).as(Files.readString(output)).isEqualTo(1);
			assertThat(Files.readString(output)).contains("'pili.simulator.port'",
					"cannot listen to 127.0.0.1:" + socket.getLocalPort());
		}
	}

	private static Process start(Path output, String... args) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-jar", System.getProperty("simulator.jar")));
		command.addAll(List.of(args));
		return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
	}

	private static int ends(Process process) throws InterruptedException {
		try {
			assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
			return process.exitValue();
		}
		finally {
			process.destroyForcibly();
		}
	}

	private static String find(String text, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		assertThat(matcher.find()).as(text).isTrue();
		return matcher.group(1);
	}

	private static HttpResponse<String> send(URI uri, String method, String body) throws Exception {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(uri)
				.timeout(Duration.ofSeconds(60))
				.header("Content-Type", "application/json")
				.method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
				.build(), HttpResponse.BodyHandlers.ofString());
	}

}
