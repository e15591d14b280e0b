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
 * {@link StreamHosts} that were read.
 *
 * @param publishRtmp as {@link StreamHosts#publishRtmp()}
 * @param liveRtmp as {@link StreamHosts#liveRtmp()}
 * @param liveHls as {@link StreamHosts#liveHls()}
 * @param liveHdl as {@link StreamHosts#liveHdl()}
 * @param playbackHls as {@link StreamHosts#playbackHls()}
 * @param snapshot as {@link StreamHosts#snapshot()}
 */
record DefaultStreamHosts(@Nullable String publishRtmp, @Nullable String liveRtmp, @Nullable String liveHls,
		@Nullable String liveHdl, @Nullable String playbackHls, @Nullable String snapshot) implements StreamHosts {

	@Override
	public String toString() {
		return "StreamHosts[publishRtmp=" + this.publishRtmp + ", liveRtmp=" + this.liveRtmp + ", liveHls="
				+ this.liveHls + ", liveHdl=" + this.liveHdl + ", playbackHls=" + this.playbackHls + ", snapshot="
				+ this.snapshot + "]";
	}

}
