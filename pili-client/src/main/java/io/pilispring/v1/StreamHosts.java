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

import org.jspecify.annotations.Nullable;

/**
 * The hosts of a stream. Hosts from older generations of PILI's responses are mapped to
 * the properties of the newest. A host that the response did not have is {@code null}.
 *
 * @since 0.1.0
 */
public interface StreamHosts {

	/**
	 * Return the host to publish to by RTMP.
	 * @return the host, or {@code null}
	 */
	@Nullable String publishRtmp();

	/**
	 * Return the host to play live from by RTMP.
	 * @return the host, or {@code null}
	 */
	@Nullable String liveRtmp();

	/**
	 * Return the host to play live from by HLS.
	 * @return the host, or {@code null}
	 */
	@Nullable String liveHls();

	/**
	 * Return the host to play live from by HTTP-FLV.
	 * @return the host, or {@code null}
	 */
	@Nullable String liveHdl();

	/**
	 * Return the host to play recordings from by HLS.
	 * @return the host, or {@code null}
	 */
	@Nullable String playbackHls();

	/**
	 * Return the host of the cover pictures that PILI takes.
	 * @return the host, or {@code null}
	 */
	@Nullable String snapshot();

}
