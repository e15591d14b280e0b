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

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A {@link LiveStatus} that was read.
 *
 * @param startAt as {@link LiveStatus#startAt()}
 * @param clientIp as {@link LiveStatus#clientIp()}
 * @param serverIp as {@link LiveStatus#serverIp()}
 * @param bitsPerSecond as {@link LiveStatus#bitsPerSecond()}
 * @param framesPerSecond as {@link LiveStatus#framesPerSecond()}
 * @param maxGop as {@link LiveStatus#maxGop()}
 * @param averageGop as {@link LiveStatus#averageGop()}
 * @param videoBitsPerSecond as {@link LiveStatus#videoBitsPerSecond()}
 * @param audioBitsPerSecond as {@link LiveStatus#audioBitsPerSecond()}
 * @param viewers as {@link LiveStatus#viewers()}
 * @param viewerBitsPerSecond as {@link LiveStatus#viewerBitsPerSecond()}
 * @param location as {@link LiveStatus#location()}
 * @param isp as {@link LiveStatus#isp()}
 */
record DefaultLiveStatus(Instant startAt, @Nullable String clientIp, @Nullable String serverIp,
		@Nullable Long bitsPerSecond, FramesPerSecond framesPerSecond, @Nullable Duration maxGop,
		@Nullable Duration averageGop, @Nullable Long videoBitsPerSecond, @Nullable Long audioBitsPerSecond,
		@Nullable Long viewers, @Nullable Long viewerBitsPerSecond, @Nullable String location,
		@Nullable String isp) implements LiveStatus {

	@Override
	public String toString() {
		return "LiveStatus[startAt=" + this.startAt + ", clientIp=" + this.clientIp + ", bitsPerSecond="
				+ this.bitsPerSecond + ", framesPerSecond=" + this.framesPerSecond + "]";
	}

}
