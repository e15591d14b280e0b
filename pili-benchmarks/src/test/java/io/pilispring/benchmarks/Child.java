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

package io.pilispring.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A process of its own, which tells a line when it is ready.
 *
 * @param process the process
 * @param output what it tells
 */
record Child(Process process, BufferedReader output) implements AutoCloseable {

	static Child start(String javaHome, Predicate<String> jars, List<String> options, Class<?> main, String... args)
			throws IOException {
		String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((path) -> jars.test(Path.of(path).toAbsolutePath().toString()))
			.collect(Collectors.joining(File.pathSeparator));
		List<String> command = new ArrayList<>(List.of(javaHome + "/bin/java", "-Xmx512m", "-cp", classPath));
		command.addAll(options);
		command.add(main.getName());
		command.addAll(List.of(args));
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		return new Child(process, process.inputReader());
	}

	static Child start(String javaHome, Class<?> main, String... args) throws IOException {
		return start(javaHome, (jar) -> true, List.of(), main, args);
	}

	String line() throws IOException {
		String line = this.output.readLine();
		if (line == null) {
			throw new IOException("The process ended");
		}
		return line;
	}

	// The rest of what it tells
	void await() throws IOException, InterruptedException {
		this.output.lines().forEach(System.out::println);
		if (this.process.waitFor() != 0) {
			throw new IOException("The process failed");
		}
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().join();
	}

}
