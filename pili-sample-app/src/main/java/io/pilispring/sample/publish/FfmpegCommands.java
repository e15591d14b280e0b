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

/**
 * The ffmpeg commands that publish a file.
 */
public final class FfmpegCommands {

	private static final ShellCommand ENCODE = ShellCommand.of("ffmpeg", "-re", "-i", "video.mp4", "-c:v", "libx264",
			"-preset", "veryfast", "-g", "50", "-c:a", "aac");

	private FfmpegCommands() {
	}

	/**
	 * Return the command that publishes over RTMP.
	 * @param url the URL
	 * @return the command
	 */
	public static String rtmp(String url) {
		return ENCODE.with("-f", "flv", url).toString();
	}

	/**
	 * Return the command that publishes over SRT.
	 * @param url the URL
	 * @return the command
	 */
	public static String srt(String url) {
		return ENCODE.with("-f", "mpegts", url).toString();
	}

}
