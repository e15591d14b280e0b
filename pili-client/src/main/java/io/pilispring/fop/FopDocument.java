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

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import io.pilispring.internal.WireLists;

/**
 * A {@link Fop} as sent by PILI.
 *
 * @param id as {@link Fop#id()}
 * @param codeNumber as {@link Fop#codeNumber()}
 * @param desc as {@link Fop#desc()}
 * @param inputBucket as {@link Fop#inputBucket()}
 * @param inputKey as {@link Fop#inputKey()}
 * @param pipeline as {@link Fop#pipeline()}
 * @param requestId as {@link Fop#requestId()}
 * @param creationDate as {@link Fop#creationDate()}
 * @param type as {@link Fop#type()}
 * @param itemDocuments as {@link Fop#items()}
 */
record FopDocument(String id, @JsonProperty("code") @Nullable Integer codeNumber, @Nullable String desc,
		@Nullable String inputBucket, @Nullable String inputKey, @Nullable String pipeline,
		@JsonProperty("reqid") @Nullable String requestId, @Nullable Instant creationDate, @Nullable String type,
		@JsonProperty("items") List<FopItemDocument> itemDocuments) implements Fop {

	FopDocument {
		if (id == null || id.isBlank()) {
			throw new IllegalArgumentException("'id' must not be blank");
		}
		itemDocuments = WireLists.present(itemDocuments);
	}

	@Override
	public List<FopItem> items() {
		return List.copyOf(this.itemDocuments);
	}

	@Override
	public String toString() {
		return "Fop[id=" + this.id + ", code=" + this.codeNumber + ", desc=" + this.desc + ", items="
				+ this.itemDocuments + "]";
	}

}
