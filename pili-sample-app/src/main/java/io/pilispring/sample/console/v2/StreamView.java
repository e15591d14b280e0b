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

package io.pilispring.sample.console.v2;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

import io.pilispring.sample.console.StreamHead;
import io.pilispring.sample.hubs.V2Hub;
import io.pilispring.v2.LiveStatus;
import io.pilispring.v2.LiveStream;
import io.pilispring.v2.StreamInfo;

/**
 * A stream of version 2 as its pages show it.
 *
 * @param stream the handle
 * @param info the settings
 * @param status the status, or {@code null} if it is not live
 */
record StreamView(LiveStream stream, StreamInfo info, @Nullable LiveStatus status) {

	static StreamView of(V2Hub hub, String key) {
		LiveStream stream = hub.client().stream(key);
		return new StreamView(stream, stream.info(), stream.liveStatus().orElse(null));
	}

	void addTo(Model model) {
		model.addAttribute("stream", new StreamHead(this.info.key(), this.info.key(), this.status != null,
				this.info.disabled(), this.info.disabledTill()));
		model.addAttribute("info", this.info).addAttribute("status", this.status);
	}

}
