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

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles the samples of a page.
 */
final class SampleCompiler {

	private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

	private final Path directory;

	/**
	 * Create a compiler.
	 * @param directory where to write the classes
	 */
	SampleCompiler(Path directory) {
		this.directory = directory;
	}

	/**
	 * Compile a sample, which may use those before it.
	 * @param sample the sample
	 * @throws AssertionError if it cannot be compiled
	 */
	void compile(JavaSample sample) {
		List<String> problems = new ArrayList<>();
		for (String source : sample.sources()) {
			DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
			if (compile(new Source(sample.className(), source), diagnostics)) {
				return;
			}
			problems.add(diagnostics.getDiagnostics().toString());
		}
		throw new AssertionError("Cannot compile:\n" + sample.code() + "\n" + String.join("\n\n", problems));
	}

	private boolean compile(Source source, DiagnosticCollector<JavaFileObject> diagnostics) {
		try (StandardJavaFileManager files = this.compiler.getStandardFileManager(diagnostics, null, null)) {
			List<Path> classPath = new ArrayList<>(List.of(this.directory));
			Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
				.map(Path::of)
				.forEach(classPath::add);
			files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
			files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(this.directory));
			return this.compiler
				.getTask(null, files, diagnostics, List.of("-parameters", "-proc:none", "-nowarn"), null,
						List.of(source))
				.call();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	URLClassLoader classLoader() throws IOException {
		return new URLClassLoader(new URL[] { this.directory.toUri().toURL() }, getClass().getClassLoader());
	}

	private static final class Source extends SimpleJavaFileObject {

		private final String code;

		private Source(String className, String code) {
			super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
			this.code = code;
		}

		@Override
		public CharSequence getCharContent(boolean ignoreEncodingErrors) {
			return this.code;
		}

	}

}
