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

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import io.pilispring.internal.WireJson;

/**
 * A file operation, such as a save as or a snapshot, and its progress.
 *
 * @since 0.1.0
 */
public interface Fop {

	/**
	 * Read a notification, as PILI sends it to a {@code notifyUrl}. Notifications are not
	 * signed, so anyone can send one: treat it as a hint and confirm it with
	 * {@link FopClient#get(String)}.
	 * @param json the body of the notification
	 * @return the file operation
	 * @throws IllegalArgumentException if the body is not a notification
	 */
	static Fop fromJson(String json) {
		try {
			return WireJson.read(json, FopDocument.class);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("Not a notification of a file operation", ex);
		}
	}

	/**
	 * Return the id, which is called {@code persistentId} in PILI's API.
	 * @return the id
	 */
	String id();

	/**
	 * Return the number of the progress code.
	 * @return the number, or {@code null} if PILI did not report it
	 */
	@Nullable Integer codeNumber();

	/**
	 * Return the progress.
	 * @return the code
	 */
	default FopCode code() {
		return FopCode.of(codeNumber());
	}

	/**
	 * Return whether the operation has finished, successfully or not.
	 * @return whether the code is final
	 */
	default boolean done() {
		return code().isFinal();
	}

	/**
	 * Return PILI's description of the code.
	 * @return the description, or {@code null}
	 */
	@Nullable String desc();

	/**
	 * Return the bucket that the operation reads from.
	 * @return the bucket, or {@code null}
	 */
	@Nullable String inputBucket();

	/**
	 * Return the file that the operation reads.
	 * @return the file, or {@code null}
	 */
	@Nullable String inputKey();

	/**
	 * Return the queue that the operation waits in.
	 * @return the queue, or {@code null}
	 */
	@Nullable String pipeline();

	/**
	 * Return the id of the request that started the operation.
	 * @return the request id, or {@code null}
	 */
	@Nullable String requestId();

	/**
	 * Return when the operation was created.
	 * @return the time, or {@code null}
	 */
	@Nullable Instant creationDate();

	/**
	 * Return the type of the operation.
	 * @return the type, or {@code null}
	 */
	@Nullable String type();

	/**
	 * Return the commands.
	 * @return the commands, in order
	 */
	List<FopItem> items();

}
