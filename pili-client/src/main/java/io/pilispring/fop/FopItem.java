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
 * One command of a file operation.
 *
 * @param cmd the command
 * @param codeNumber PILI's number for how far the command is, or {@code null} if it did
 * not say
 * @param desc PILI's words for the code
 * @param error why the command failed, or {@code null}
 * @param hash the hash of the file that was made, or {@code null}
 * @param key the name of the file that was made, or {@code null}
 * @param keys the names of the files that were made, if there can be several
 * @param returnOld whether the file existed already and was not made again
 * @since 0.1.0
 */
public record FopItem(@Nullable String cmd, @JsonProperty("code") @Nullable Integer codeNumber, @Nullable String desc,
		@Nullable String error, @Nullable String hash, @Nullable String key, List<String> keys, boolean returnOld) {

	/**
	 * Create an item.
	 */
	public FopItem {
		keys = WireLists.present(keys);
	}

	/**
	 * Return how far the command is.
	 * @return the code
	 */
	public FopCode code() {
		return FopCode.of(this.codeNumber);
	}

}
