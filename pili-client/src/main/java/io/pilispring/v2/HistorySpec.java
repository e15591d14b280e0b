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

package io.pilispring.v2;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.pilispring.transport.ApiRequest;

/**
 * Specifies which activities of a stream to list.
 *
 * @since 0.1.0
 */
public final class HistorySpec {

	private @Nullable Instant start;

	private @Nullable Instant end;

	HistorySpec() {
	}

	/**
	 * Set the start of the range. The default is the first push.
	 * @param start the start, which is sent in whole seconds
	 * @return this spec
	 */
	public HistorySpec start(@Nullable Instant start) {
		this.start = start;
		return this;
	}

	/**
	 * Set the end of the range. The default is now.
	 * @param end the end, which is sent in whole seconds
	 * @return this spec
	 */
	public HistorySpec end(@Nullable Instant end) {
		this.end = end;
		return this;
	}

	ApiRequest toRequest(String hub, String key) {
		Times.checkRange(this.start, this.end);
		return ApiRequest.get("/v2/hubs/{hub}/streams/{key}/historyactivity", hub, StreamKey.encode(key))
			.query("start", Times.seconds(this.start))
			.query("end", Times.seconds(this.end));
	}

}
