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

package io.pilispring.fop;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import io.pilispring.internal.WireLists;

/**
 * A {@link FopItem} as sent by PILI.
 *
 * @param cmd as {@link FopItem#cmd()}
 * @param codeNumber as {@link FopItem#codeNumber()}
 * @param desc as {@link FopItem#desc()}
 * @param error as {@link FopItem#error()}
 * @param hash as {@link FopItem#hash()}
 * @param key as {@link FopItem#key()}
 * @param keys as {@link FopItem#keys()}
 * @param returnOld as {@link FopItem#returnOld()}
 */
record FopItemDocument(@Nullable String cmd, @JsonProperty("code") @Nullable Integer codeNumber, @Nullable String desc,
		@Nullable String error, @Nullable String hash, @Nullable String key, List<String> keys,
		boolean returnOld) implements FopItem {

	FopItemDocument {
		keys = WireLists.present(keys);
	}

	@Override
	public String toString() {
		return "FopItem[cmd=" + this.cmd + ", code=" + this.codeNumber + ", key=" + this.key + ", error=" + this.error
				+ "]";
	}

}
