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
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FfmpegCommands}: what is pasted starts ffmpeg, with the URL as it is,
 * and nothing else.
 */
class FfmpegCommandsTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "rtmp://host/hub/stream?key=$(touch made)", "rtmp://host/hub/stream?key=`touch made`",
			"rtmp://host/hub/stream?key='; touch made; '", "rtmp://$(touch made)/hub/stream",
			"rtmp://host/hub/a\ntouch made\n", "rtmp://host/hub/a\"; touch made; \"",
			"srt://host:1935?streamid=#!::h=hub/key,e=1,domain=host,m=publish,token=ak:a=" })
	void urlIsTheLastArgument(String url) throws Exception {
		Path ffmpeg = this.directory.resolve("ffmpeg");
		Files.writeString(ffmpeg, "#!/bin/sh\nfor word; do printf '%s\\0' \"$word\"; done\n");
		assertThat(ffmpeg.toFile().setExecutable(true)).isTrue();
		for (UnaryOperator<String> command : List.<UnaryOperator<String>>of(FfmpegCommands::rtmp,
				FfmpegCommands::srt)) {
			assertThat(run(command.apply(url))).startsWith("-re", "-i", "video.mp4").endsWith(url);
		}
		assertThat(this.directory.toFile().list()).containsExactly("ffmpeg");
	}

	private List<String> run(String command) throws Exception {
		ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command).directory(this.directory.toFile())
			.redirectErrorStream(true);
		builder.environment().put("PATH", this.directory + ":" + System.getenv("PATH"));
		Process process = builder.start();
		process.getOutputStream().close();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		return List.of(output.split("\0"));
	}

}
