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

import java.time.Duration;

import io.pilispring.url.PublishSecurity;
import io.pilispring.v1.PiliStream;

/**
 * Where to publish to, in the words of the programs that publish. It holds or proves the
 * publish key.
 *
 * @param url the whole address
 * @param server the server, as OBS asks for it
 * @param streamKey the stream key, as OBS asks for it
 * @param command an ffmpeg command
 * @param once whether it is good for one push only
 */
record PublishAddress(String url, String server, String streamKey, String command, boolean once) {

	static PublishAddress of(PiliStream stream, Duration validity) {
		PublishSecurity security = stream.publishSecurity();
		boolean expires = security != null && security.expires();
		String url = (expires) ? stream.rtmpPublishUrl(validity) : stream.rtmpPublishUrl();
		int slash = url.lastIndexOf('/', (url.contains("?")) ? url.indexOf('?') : url.length());
		return new PublishAddress(url, url.substring(0, slash), url.substring(slash + 1), ffmpegCommand(url),
				PublishSecurity.DYNAMIC.equals(security));
	}

	private static String ffmpegCommand(String url) {
		return "ffmpeg -re -i video.mp4 -c:v libx264 -preset veryfast -g 50 -c:a aac -f flv '" + url + "'";
	}

	@Override
	public String toString() {
		return "PublishAddress[server=" + this.server + "]";
	}

}
