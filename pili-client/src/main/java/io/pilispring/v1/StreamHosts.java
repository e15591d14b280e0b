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
 * The hosts of a stream, with those of PILI's older answers put in the place of the newer
 * ones. A host that the answer did not have is {@code null}.
 *
 * @param publishRtmp where to publish by RTMP
 * @param liveRtmp where to play live by RTMP
 * @param liveHls where to play live by HLS
 * @param liveHdl where to play live by HTTP-FLV
 * @param playbackHls where to play recordings by HLS
 * @param snapshot where PILI keeps its cover pictures
 * @since 0.1.0
 */
public record StreamHosts(@Nullable String publishRtmp, @Nullable String liveRtmp, @Nullable String liveHls,
		@Nullable String liveHdl, @Nullable String playbackHls, @Nullable String snapshot) {

}
