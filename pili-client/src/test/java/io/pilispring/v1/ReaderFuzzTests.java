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

package io.pilispring.v1;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Has Jazzer look for answers that break the reader, guided by the branches that they
 * take. It runs in a JVM of its own, because it changes the classes that it watches. With
 * the Maven profile {@code fuzz} it looks for as many seconds as
 * {@code pili.fuzz.seconds} says, otherwise for a few thousand answers.
 */
class ReaderFuzzTests {

	private static final Pattern DONE = Pattern.compile("Done (\\d+) runs");

	private static final Pattern NEEDED = Pattern.compile(
			"(test-)?classes|spring-(core|web|beans|test)-|jackson-|micrometer-|slf4j-|commons-logging|jspecify|jazzer");

	@TempDir
	Path directory;

	@Test
	@Timeout(value = 2, unit = TimeUnit.HOURS)
	void noAnswerBreaksTheReader() throws IOException, InterruptedException {
		long seconds = Long.getLong("pili.fuzz.seconds", 0);
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath(),
						"com.code_intelligence.jazzer.Jazzer", "--target_class=" + ReaderFuzzer.class.getName(),
						"--instrumentation_includes=io.pilispring.**", "--custom_hook_includes=io.pilispring.**",
						"--reproducer_path=" + this.directory, "-artifact_prefix=" + this.directory + "/",
						"-max_len=4096", "-timeout=60", "-rss_limit_mb=0",
						(seconds > 0) ? "-max_total_time=" + seconds : "-runs=2500", corpus().toString()));
		Path output = this.directory.resolve("output.txt");
		Process jazzer = new ProcessBuilder(command).directory(this.directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		try {
			assertThat(jazzer.waitFor(seconds + 300, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			jazzer.destroyForcibly();
		}
		String text = Files.readString(output);
		assertThat(jazzer.exitValue()).as(text).isZero();
		Matcher done = DONE.matcher(text);
		assertThat(done.find()).as(text).isTrue();
		System.out.println("Answers tried: " + done.group(1));
	}

	// Only what the reader needs, because Jazzer looks through all of it at its start
	private static String classPath() {
		return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
			.splitAsStream(System.getProperty("java.class.path"))
			.filter((entry) -> NEEDED.matcher(Path.of(entry).getFileName().toString()).lookingAt())
			.collect(Collectors.joining(File.pathSeparator));
	}

	// Good answers, each for each call
	private Path corpus() throws IOException {
		Path corpus = Files.createDirectory(this.directory.resolve("corpus"));
		int number = 0;
		for (String answer : HostileJson.ANSWERS) {
			for (char call = 0; call < 9; call++) {
				Files.writeString(corpus.resolve("answer-" + number++), call + "\u0000" + answer);
			}
		}
		return corpus;
	}

}
