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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds programs of the machine that runs the tests.
 */
public final class Programs {

	private Programs() {
	}

	/**
	 * Find a program, or a module of one.
	 * @param name the name of the program
	 * @return where it is, if it is installed
	 */
	public static Optional<Path> find(String name) {
		// Servers are not in the path of everyone, and their modules in nobody's
		return Stream
			.of(Stream.of(System.getenv("PATH").split(File.pathSeparator)),
					Stream.of("/usr/sbin", "/usr/lib/nginx/modules"), postgresql())
			.flatMap((directories) -> directories)
			.map((directory) -> Path.of(directory, name))
			.filter((file) -> Files.isExecutable(file) || (name.endsWith(".so") && Files.isRegularFile(file)))
			.findFirst();
	}

	// Debian has a directory for each version
	private static Stream<String> postgresql() {
		File[] versions = new File("/usr/lib/postgresql").listFiles();
		return (versions != null) ? Stream.of(versions).map((version) -> version + "/bin") : Stream.empty();
	}

	/**
	 * Find a program that is known to be installed.
	 * @param name the name of the program
	 * @return where it is
	 */
	public static String path(String name) {
		return find(name).orElseThrow(() -> new IllegalStateException("Not installed: " + name)).toString();
	}

}
