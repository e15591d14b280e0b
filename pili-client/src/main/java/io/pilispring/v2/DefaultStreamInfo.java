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
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

import io.pilispring.internal.OneLine;
import io.pilispring.url.PublishSecurity;

/**
 * A {@link StreamInfo} that was read.
 *
 * @param key as {@link StreamInfo#key()}
 * @param createdAt as {@link StreamInfo#createdAt()}
 * @param updatedAt as {@link StreamInfo#updatedAt()}
 * @param expireAt as {@link StreamInfo#expireAt()}
 * @param disabledTill as {@link StreamInfo#disabledTill()}
 * @param disabledForever as {@link StreamInfo#disabledForever()}
 * @param converts as {@link StreamInfo#converts()}
 * @param watermark as {@link StreamInfo#watermark()}
 * @param publishSecurity as {@link StreamInfo#publishSecurity()}
 * @param publishKey as {@link StreamInfo#publishKey()}
 * @param nropEnabled as {@link StreamInfo#nropEnabled()}
 */
record DefaultStreamInfo(String key, @Nullable Instant createdAt, @Nullable Instant updatedAt,
		@Nullable Instant expireAt, @Nullable Instant disabledTill, boolean disabledForever, List<String> converts,
		boolean watermark, @Nullable PublishSecurity publishSecurity, @JsonIgnore @Nullable String publishKey,
		boolean nropEnabled) implements StreamInfo {

	@Override
	public boolean disabled() {
		return this.disabledForever || (this.disabledTill != null && this.disabledTill.isAfter(Instant.now()));
	}

	// Without the publish key
	@Override
	public String toString() {
		return "StreamInfo[key=" + OneLine.of(this.key) + ", disabled=" + disabled() + ", publishSecurity="
				+ this.publishSecurity + "]";
	}

}
