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


import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Checks that a staged repository has what Maven Central requires:
 * {@code java CheckStaging.java [--without-javadoc] <directory> <artifact>...}.
 */
public final class CheckStaging {

	private static final List<String> REQUIRED = List.of("name", "description", "url", "licenses", "developers", "scm");

	private final List<String> problems = new ArrayList<>();

	private final Path directory;

	private final boolean javadoc;

	private CheckStaging(Path directory, boolean javadoc) {
		this.directory = directory;
		this.javadoc = javadoc;
	}

	/**
	 * Check a repository.
	 * @param args whether there is Javadoc, its directory and the artifacts that it must have, and no others
	 * @throws Exception if it cannot be read
	 */
	public static void main(String[] args) throws Exception {
		boolean javadoc = !args[0].equals("--without-javadoc");
		List<String> rest = List.of(args).subList((javadoc) ? 0 : 1, args.length);
		CheckStaging check = new CheckStaging(Path.of(rest.get(0), "io", "pilispring"), javadoc);
		List<String> artifacts = rest.subList(1, rest.size());
		check.requireOnly(artifacts);
		for (String artifact : artifacts) {
			check.check(artifact);
		}
		check.problems.forEach(System.err::println);
		System.out.printf("%d artifacts staged, %d problems%n", artifacts.size(), check.problems.size());
		System.exit((check.problems.isEmpty()) ? 0 : 1);
	}

	private void requireOnly(List<String> artifacts) throws IOException {
		try (Stream<Path> staged = Files.list(this.directory)) {
			staged.filter(Files::isDirectory)
				.map((path) -> path.getFileName().toString())
				.filter((name) -> !artifacts.contains(name))
				.forEach((name) -> this.problems.add(name + " must not be published"));
		}
	}

	private void check(String artifact) throws Exception {
		Element pom = pom(artifact);
		REQUIRED.stream()
			.filter((name) -> child(pom, name) == null)
			.forEach((name) -> this.problems.add(artifact + ": no " + name));
		for (String name : List.of("parent", "properties", "repositories", "build")) {
			if (child(pom, name) != null) {
				this.problems.add(artifact + ": has " + name);
			}
		}
		if (pom.getTextContent().contains("${")) {
			this.problems.add(artifact + ": has a placeholder");
		}
		checkDependencies(artifact, pom);
		Element packaging = child(pom, "packaging");
		if (packaging == null || packaging.getTextContent().equals("jar")) {
			checkJars(artifact);
		}
	}

	private void checkDependencies(String artifact, Element pom) {
		NodeList dependencies = pom.getElementsByTagName("dependency");
		for (int i = 0; i < dependencies.getLength(); i++) {
			Element dependency = (Element) dependencies.item(i);
			Element scope = child(dependency, "scope");
			Element version = child(dependency, "version");
			if (child(dependency, "groupId").getTextContent().equals("io.pilispring")
					&& !version.getTextContent().equals(child(pom, "version").getTextContent())) {
				this.problems.add(artifact + ": has another version of " + child(dependency, "artifactId").getTextContent());
			}
			if (version == null || (scope != null && scope.getTextContent().equals("test"))) {
				this.problems.add(artifact + ": a dependency has no version, or is for tests");
			}
		}
	}

	private void checkJars(String artifact) throws IOException {
		try (JarFile jar = new JarFile(find(artifact, "\\d.jar").toFile())) {
			String name = jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name");
			if (name == null || !name.startsWith("io.pilispring")) {
				this.problems.add(artifact + ": no Automatic-Module-Name");
			}
			if (jar.stream().noneMatch((entry) -> entry.getName().endsWith("META-INF/LICENSE"))) {
				this.problems.add(artifact + ": no licence");
			}
		}
		find(artifact, "-sources.jar");
		if (this.javadoc) {
			find(artifact, "-javadoc.jar");
		}
	}

	private Element pom(String artifact) throws Exception {
		try (InputStream in = Files.newInputStream(find(artifact, ".pom"))) {
			return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
		}
	}

	private Path find(String artifact, String end) throws IOException {
		String pattern = ".*" + end.replace(".", "\\.").replace("\\\\.", "\\.");
		try (Stream<Path> files = Files.walk(this.directory.resolve(artifact))) {
			return files.filter((file) -> file.getFileName().toString().matches(pattern))
				.findFirst()
				.orElseThrow(() -> new IOException(artifact + ": no " + end));
		}
	}

	private static Element child(Element parent, String name) {
		for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (node instanceof Element element && element.getTagName().equals(name)) {
				return element;
			}
		}
		return null;
	}

}
