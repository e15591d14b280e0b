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
 * The hosts of a stream. Those of older generations of PILI's responses stand where the
 * newer ones have them. A host that the response did not have is {@code null}.
 *
 * @since 0.1.0
 */
public interface StreamHosts {

	/**
	 * Return where to publish by RTMP.
	 * @return the host, or {@code null}
	 */
	@Nullable String publishRtmp();

	/**
	 * Return where to play live by RTMP.
	 * @return the host, or {@code null}
	 */
	@Nullable String liveRtmp();

	/**
	 * Return where to play live by HLS.
	 * @return the host, or {@code null}
	 */
	@Nullable String liveHls();

	/**
	 * Return where to play live by HTTP-FLV.
	 * @return the host, or {@code null}
	 */
	@Nullable String liveHdl();

	/**
	 * Return where to play recordings by HLS.
	 * @return the host, or {@code null}
	 */
	@Nullable String playbackHls();

	/**
	 * Return where PILI keeps its cover pictures.
	 * @return the host, or {@code null}
	 */
	@Nullable String snapshot();

}
