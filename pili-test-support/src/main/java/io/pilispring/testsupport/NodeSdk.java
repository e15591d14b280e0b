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

package io.pilispring.testsupport;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

/**
 * The vendor's SDK for Node. It is taken from {@code target/node_modules} of the module
 * under test; nothing is downloaded, except with {@code CI=true}.
 */
public final class NodeSdk {

	private static final String PACKAGE = "piliv2@2.1.0";

	private static final String SCRIPT = "piliv2-flow.js";

	private static final Path TARGET = Path.of("target").toAbsolutePath();

	private static final Path MODULE = TARGET.resolve("node_modules/piliv2");

	private NodeSdk() {
	}

	/**
	 * Abort the test if Node or the SDK is not installed, and say which. With
	 * {@code CI=true} the test fails without Node, and the SDK is installed.
	 * @throws IOException if the SDK cannot be installed
	 * @throws InterruptedException if this thread is interrupted meanwhile
	 */
	public static void require() throws IOException, InterruptedException {
		boolean ci = "true".equals(System.getenv("CI"));
		Assumptions.assumeTrue(ci || Programs.find("node").isPresent(), "Not installed: node");
		if (ci && !Files.isDirectory(MODULE)) {
			run(new ProcessBuilder(Programs.path("npm"), "install", "--prefix", TARGET.toString(), "--no-save",
					"--no-audit", "--no-fund", PACKAGE));
		}
		Assumptions.assumeTrue(Files.isDirectory(MODULE),
				() -> "Not installed: run 'npm install --prefix " + TARGET + " " + PACKAGE + "'");
	}

	/**
	 * Drive a hub: create, list and read streams, and publish.
	 * @param api the address of the API
	 * @param accessKey the access key
	 * @param secretKey the secret key
	 * @param hub the name of the hub
	 * @param domain the domain to publish to
	 * @return what each step returned, as one JSON object a line
	 * @throws IOException if the script cannot be run
	 * @throws InterruptedException if this thread is interrupted meanwhile
	 */
	public static String drive(URI api, String accessKey, String secretKey, String hub, String domain)
			throws IOException, InterruptedException {
		Path script = Files.createTempFile(Files.createDirectories(TARGET), "flow", ".js");
		try (InputStream in = NodeSdk.class.getResourceAsStream(SCRIPT)) {
			Files.write(script, Objects.requireNonNull(in).readAllBytes());
			ProcessBuilder node = new ProcessBuilder(Programs.path("node"), script.toString());
			node.environment()
				.putAll(Map.of("PILIV2_MODULE", MODULE.toString(), "PILI_HOST", api.getHost(), "PILI_PORT",
						Integer.toString(api.getPort()), "PILI_ACCESS_KEY", accessKey, "PILI_SECRET_KEY", secretKey,
						"PILI_HUB", hub, "PILI_DOMAIN", domain));
			return run(node);
		}
		finally {
			Files.delete(script);
		}
	}

	private static String run(ProcessBuilder builder) throws IOException, InterruptedException {
		File output = File.createTempFile("output", ".txt");
		Process process = builder.redirectErrorStream(true).redirectOutput(output).start();
		try {
			boolean ended = process.waitFor(120, TimeUnit.SECONDS);
			String text = Files.readString(output.toPath(), StandardCharsets.UTF_8);
			if (!ended || process.exitValue() != 0) {
				throw new IllegalStateException(List.copyOf(builder.command()) + ": " + text);
			}
			return text;
		}
		finally {
			process.destroyForcibly();
			Files.deleteIfExists(output.toPath());
		}
	}

}
