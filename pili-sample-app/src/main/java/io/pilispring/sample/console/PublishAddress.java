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

package io.pilispring.sample.console;

import java.time.Instant;

import io.nayuki.qrcodegen.DataTooLongException;
import org.jspecify.annotations.Nullable;

import io.pilispring.sample.publish.FfmpegCommands;

/**
 * Where to publish to, in the words of the programs that publish. It holds or proves the
 * publish key.
 *
 * @param url the whole address
 * @param server the server, as OBS asks for it
 * @param streamKey the stream key, as OBS asks for it
 * @param command an ffmpeg command
 * @param srtUrl the address for SRT, or {@code null} if there is none
 * @param srtCommand an ffmpeg command for SRT, or {@code null} if there is none
 * @param expiresAt until when the push must have begun, or {@code null} if the address
 * does not expire
 * @param once whether it is good for one push only
 */
public record PublishAddress(String url, String server, String streamKey, String command, @Nullable String srtUrl,
		@Nullable String srtCommand, @Nullable Instant expiresAt, boolean once) {

	/**
	 * Create an address.
	 * @param url the URL to publish to over RTMP
	 * @param srtUrl the URL to publish to over SRT, or {@code null} if there is none
	 * @param expiresAt until when the push must have begun, or {@code null} if the
	 * address does not expire
	 * @param once whether it is good for one push only
	 * @return the address
	 */
	public static PublishAddress of(String url, @Nullable String srtUrl, @Nullable Instant expiresAt, boolean once) {
		int slash = url.lastIndexOf('/', (url.contains("?")) ? url.indexOf('?') : url.length());
		return new PublishAddress(url, url.substring(0, slash), url.substring(slash + 1), FfmpegCommands.rtmp(url),
				srtUrl, (srtUrl != null) ? FfmpegCommands.srt(srtUrl) : null, expiresAt, once);
	}

	/**
	 * Return the URL as a picture that phones read.
	 * @return the picture, or {@code null} if the URL is too long for one
	 */
	public @Nullable QrPicture qr() {
		try {
			return QrPicture.of(this.url);
		}
		catch (DataTooLongException ex) {
			return null;
		}
	}

	@Override
	public String toString() {
		return "PublishAddress[server=" + this.server + "]";
	}

}
