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

package io.pilispring.simulator.media;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

// The programs of this machine; missing ones are null
record MediaPrograms(@Nullable Path nginx, @Nullable Path rtmpModule, @Nullable Path ffmpeg) {

	private static final String RTMP_MODULE = "ngx_rtmp_module.so";

	private static final Pattern MODULES_PATH = Pattern.compile("--modules-path=(\\S+)");

	// Where system programs are that the path of a user often lacks
	private static final List<String> MORE_DIRECTORIES = List.of("/usr/sbin", "/usr/local/sbin", "/usr/local/bin",
			"/opt/homebrew/bin");

	static MediaPrograms find() {
		Path nginx = find("nginx");
		return new MediaPrograms(nginx, (nginx != null) ? findModule(nginx) : null, find("ffmpeg"));
	}

	List<String> missing() {
		List<String> missing = new ArrayList<>();
		if (this.nginx == null) {
			missing.add("nginx");
		}
		if (this.rtmpModule == null) {
			missing.add("nginx-rtmp-module");
		}
		if (this.ffmpeg == null) {
			missing.add("ffmpeg");
		}
		return missing;
	}

	private static @Nullable Path find(String program) {
		String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
		return Stream.concat(Stream.of(path.split(File.pathSeparator)), MORE_DIRECTORIES.stream())
			.filter((directory) -> !directory.isBlank())
			.map((directory) -> Path.of(directory, program))
			.filter((file) -> Files.isRegularFile(file) && Files.isExecutable(file))
			.findFirst()
			.orElse(null);
	}

	private static @Nullable Path findModule(Path nginx) {
		Matcher matcher = MODULES_PATH.matcher(buildOptions(nginx));
		if (!matcher.find()) {
			return null;
		}
		Path module = Path.of(matcher.group(1), RTMP_MODULE);
		return (Files.isRegularFile(module)) ? module : null;
	}

	private static String buildOptions(Path nginx) {
		try {
			Process process = new ProcessBuilder(nginx.toString(), "-V").redirectErrorStream(true).start();
			process.getOutputStream().close();
			return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return "";
		}
	}

}
