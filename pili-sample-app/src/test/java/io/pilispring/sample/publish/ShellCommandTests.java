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

package io.pilispring.sample.publish;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ShellCommand}, in the shell of this machine.
 */
class ShellCommandTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "plain", "", " ", "two words", "$(touch made)", "`touch made`", "'; touch made; '",
			"\"; touch made; \"", "a'b'c", "''", "'", "\\", "\\'", "$HOME", "${HOME}", "!!", "~", "*", "?", "#x",
			"a&touch made&", "a|touch made", "a;touch made", "a\ntouch made\n", "\n", "tab\there", "<made", ">made",
			"{a,b}", "[a-z]", "-n", "--", "a=b", "%s", "$(", "'$(touch made)'", "'`touch made`'", "'\ntouch made\n'",
			"直播", "rtmp://host/hub/key?e=1&token=ak:a-b_c=" })
	void wordArrivesAsItIsAndRunsNothing(String word) throws Exception {
		assertThat(run(ShellCommand.of("printf", "%s", word))).isEqualTo(word);
		assertThat(run(ShellCommand.of("printf", "%s|%s", word, word))).isEqualTo(word + "|" + word);
		assertThat(this.directory).isEmptyDirectory();
	}

	@Test
	void programIsQuotedToo() throws Exception {
		Path program = this.directory.resolve("a $(touch made) program");
		Files.writeString(program, "#!/bin/sh\nprintf %s \"$1\"\n");
		assertThat(program.toFile().setExecutable(true)).isTrue();
		assertThat(run(ShellCommand.of(program.toString(), "$HOME"))).isEqualTo("$HOME");
		assertThat(this.directory.toFile().list()).containsExactly(program.getFileName().toString());
	}

	@Test
	void wordsThatNeedNoQuotesHaveNone() {
		assertThat(ShellCommand.of("ffmpeg", "-c:v", "libx264").with("-f", "flv", "rtmp://host/a b"))
			.hasToString("ffmpeg -c:v libx264 -f flv 'rtmp://host/a b'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\003", "a\u001bb", "\r", "\b", "\u007f", "\0" })
	void keyPressesAreNoText(String word) {
		assertThatIllegalArgumentException().isThrownBy(() -> ShellCommand.of("printf", word));
		assertThatIllegalArgumentException().isThrownBy(() -> ShellCommand.of("printf").with(word));
	}

	private String run(ShellCommand command) throws Exception {
		Process process = new ProcessBuilder("sh", "-c", command.toString()).directory(this.directory.toFile())
			.redirectErrorStream(true)
			.start();
		process.getOutputStream().close();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).as(output).isZero();
		return output;
	}

}
