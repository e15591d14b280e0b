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

import org.springframework.web.util.HtmlUtils;

/**
 * HTML that shows a stream in a page of somebody else.
 */
public final class EmbedCode {

	private EmbedCode() {
	}

	/**
	 * Write the HTML.
	 * @param url where the stream plays over HLS
	 * @return the HTML
	 */
	public static String of(String url) {
		return """
				<video controls muted playsinline data-hls="%s"></video>
				<script src="https://cdn.jsdelivr.net/npm/hls.js@1"></script>
				<script>
				document.querySelectorAll("video[data-hls]").forEach((video) => {
				  if (Hls.isSupported()) {
				    const hls = new Hls();
				    hls.loadSource(video.dataset.hls);
				    hls.attachMedia(video);
				  } else {
				    video.src = video.dataset.hls;
				  }
				});
				</script>""".formatted(HtmlUtils.htmlEscape(url));
	}

}
