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
 * The settings of a stream as sent by PILI, where any field may be missing. Times are in
 * unix seconds.
 */
final class StreamDocument {

	private @Nullable Long createdAt;

	private @Nullable Long updatedAt;

	// When it is removed
	private @Nullable Long expireAt;

	// 0 if it is enabled, -1 if it is disabled for ever
	private @Nullable Long disabledTill;

	private @Nullable List<@Nullable String> converts;

	private boolean watermark;

	private @Nullable String publishSecurity;

	private @Nullable String publishKey;

	private boolean nropEnable;

	StreamInfo toInfo(String key) {
		return new DefaultStreamInfo(key, Times.instant(this.createdAt), Times.instant(this.updatedAt),
				Times.instant(this.expireAt), Times.instant(this.disabledTill),
				this.disabledTill != null && this.disabledTill < 0, WireLists.present(this.converts), this.watermark,
				(StringUtils.hasText(this.publishSecurity)) ? new PublishSecurity(this.publishSecurity) : null,
				(StringUtils.hasText(this.publishKey)) ? this.publishKey : null, this.nropEnable);
	}

}
