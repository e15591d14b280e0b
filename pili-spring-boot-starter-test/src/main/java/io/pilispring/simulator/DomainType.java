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

package io.pilispring.simulator;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * What a domain of a hub serves.
 *
 * @since 0.1.0
 */
public enum DomainType {

	/**
	 * Publishing by RTMP and SRT.
	 */
	PUBLISH_RTMP("publishRtmp"),

	/**
	 * Playing by RTMP.
	 */
	LIVE_RTMP("liveRtmp"),

	/**
	 * Playing by HLS.
	 */
	LIVE_HLS("liveHls"),

	/**
	 * Playing by HTTP-FLV.
	 */
	LIVE_HDL("liveHdl");

	private final String wireName;

	DomainType(String wireName) {
		this.wireName = wireName;
	}

	/**
	 * Return the name in PILI's API.
	 * @return the name
	 */
	public String wireName() {
		return this.wireName;
	}

	static @Nullable DomainType of(@Nullable String wireName) {
		return Arrays.stream(values()).filter((type) -> type.wireName.equals(wireName)).findFirst().orElse(null);
	}

}
