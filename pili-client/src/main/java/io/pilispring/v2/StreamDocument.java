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

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

import io.pilispring.internal.WireLists;
import io.pilispring.url.PublishSecurity;

/**
 * The settings of a stream as sent by PILI, where any field may be missing.
 *
 * @param createdAt when it was created, in unix seconds
 * @param updatedAt when it was changed, in unix seconds
 * @param expireAt when it is removed, in unix seconds
 * @param disabledTill until when it is disabled, in unix seconds: 0 enabled, -1 for ever
 * @param converts the profiles
 * @param watermark whether it has a watermark
 * @param publishSecurity how publish URLs are authorized
 * @param publishKey the publish key
 * @param nropEnable whether pictures are checked
 */
record StreamDocument(@Nullable Long createdAt, @Nullable Long updatedAt, @Nullable Long expireAt,
		@Nullable Long disabledTill, @Nullable List<@Nullable String> converts, boolean watermark,
		@Nullable String publishSecurity, @Nullable String publishKey, boolean nropEnable) {

	StreamInfo toInfo(String key) {
		return new DefaultStreamInfo(key, Times.instant(this.createdAt), Times.instant(this.updatedAt),
				Times.instant(this.expireAt), Times.instant(this.disabledTill),
				this.disabledTill != null && this.disabledTill < 0, WireLists.present(this.converts), this.watermark,
				(StringUtils.hasText(this.publishSecurity)) ? new PublishSecurity(this.publishSecurity) : null,
				(StringUtils.hasText(this.publishKey)) ? this.publishKey : null, this.nropEnable);
	}

	// Without the publish key
	@Override
	public String toString() {
		return "StreamDocument[createdAt=" + this.createdAt + "]";
	}

}
