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
import tools.jackson.core.JacksonException;

import io.pilispring.internal.WireJson;
import io.pilispring.internal.WireLists;

/**
 * A file operation, such as a save as or a snapshot, and how far it is.
 *
 * @param id the id, which calls name {@code persistentId}
 * @param codeNumber PILI's number for how far the operation is, or {@code null} if it did
 * not say
 * @param desc PILI's words for the code
 * @param inputBucket the bucket that the operation reads from, or {@code null}
 * @param inputKey the file that the operation reads, or {@code null}
 * @param pipeline the queue that the operation waits in, or {@code null}
 * @param requestId the id of the request that started the operation, or {@code null}
 * @param creationDate when the operation was created, or {@code null}
 * @param type the type of the operation, or {@code null}
 * @param items the commands, in order
 * @since 0.1.0
 */
public record Fop(String id, @JsonProperty("code") @Nullable Integer codeNumber, @Nullable String desc,
		@Nullable String inputBucket, @Nullable String inputKey, @Nullable String pipeline,
		@JsonProperty("reqid") @Nullable String requestId, @Nullable Instant creationDate, @Nullable String type,
		List<FopItem> items) {

	/**
	 * Create a file operation.
	 */
	public Fop {
		if (id == null || id.isBlank()) {
			throw new IllegalArgumentException("'id' must not be blank");
		}
		items = WireLists.present(items);
	}

	/**
	 * Read a notification, as PILI sends it to a {@code notifyUrl}. Notifications are not
	 * signed, so anybody can send one: take it as a hint and confirm it with
	 * {@link FopClient#get(String)}.
	 * @param json the body of the notification
	 * @return the file operation
	 * @throws IllegalArgumentException if the body is not that of a notification
	 */
	public static Fop fromJson(String json) {
		try {
			return WireJson.read(json, Fop.class);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("Not a notification of a file operation", ex);
		}
	}

	/**
	 * Return how far the operation is.
	 * @return the code
	 */
	public FopCode code() {
		return FopCode.of(this.codeNumber);
	}

	/**
	 * Return whether the operation is over, well or not.
	 * @return whether the code is final
	 */
	public boolean done() {
		return code().isFinal();
	}

}
