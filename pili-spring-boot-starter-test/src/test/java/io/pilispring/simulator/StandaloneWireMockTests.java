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

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link StandaloneWireMock}.
 */
class StandaloneWireMockTests {

	// WireMock's own classes without the Jetty that comes with them
	@TempDir
	private static Path directory;

	private static Path plainWireMock;

	@BeforeAll
	static void makePlainWireMock() throws Exception {
		plainWireMock = directory.resolve("wiremock-0.0.0.jar");
		try (JarFile standalone = new JarFile(standalone().toFile());
				JarOutputStream plain = new JarOutputStream(Files.newOutputStream(plainWireMock))) {
			for (Enumeration<JarEntry> entries = standalone.entries(); entries.hasMoreElements();) {
				JarEntry entry = entries.nextElement();
				if (entry.getName().startsWith("com/github/tomakehurst/") && !entry.isDirectory()) {
					plain.putNextEntry(new JarEntry(entry.getName()));
					standalone.getInputStream(entry).transferTo(plain);
				}
			}
		}
	}

	@Test
	void standaloneMayComeBeforeOthers() throws Exception {
		List<Path> classPath = new ArrayList<>(classPath());
		classPath.add(plainWireMock);
		startAndStop(classPath);
	}

	@Test
	void whatToDoIsToldWhereAnotherComesFirst() {
		List<Path> classPath = new ArrayList<>(classPath());
		classPath.add(0, plainWireMock);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> startAndStop(classPath))
			.withMessageContaining("'wiremock-standalone'")
			.withMessageContaining("wiremock-0.0.0.jar")
			.withMessageContaining("Declare 'pili-spring-boot-starter-test' before")
			.withMessageNotContaining("and add");
	}

	@Test
	void whatToDoIsToldWhereThereIsNoStandalone() throws Exception {
		List<Path> classPath = new ArrayList<>(classPath());
		assertThat(classPath.remove(standalone())).isTrue();
		classPath.add(plainWireMock);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> startAndStop(classPath))
			.withMessageContaining("wiremock-0.0.0.jar")
			.withMessageContaining("and add 'org.wiremock:wiremock-standalone'");
	}

	private static void startAndStop(List<Path> classPath) throws Exception {
		URL[] urls = classPath.stream().map(StandaloneWireMockTests::url).toArray(URL[]::new);
		try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
			Class<?> type = loader.loadClass(PiliSimulator.class.getName());
			Object simulator;
			try {
				simulator = type.getMethod("start").invoke(null);
			}
			catch (InvocationTargetException ex) {
				throw (ex.getCause() instanceof Exception cause) ? cause : ex;
			}
			type.getMethod("close").invoke(simulator);
		}
	}

	private static List<Path> classPath() {
		return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of).toList();
	}

	private static Path standalone() throws Exception {
		return Path.of(WireMockServer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
	}

	private static URL url(Path path) {
		try {
			return path.toUri().toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
