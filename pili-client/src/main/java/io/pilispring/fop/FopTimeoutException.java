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

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.pilispring.PiliException;

/**
 * A file operation did not finish within the time that the caller was willing to wait.
 *
 * @since 0.1.0
 */
public class FopTimeoutException extends PiliException {

	private static final long serialVersionUID = 1L;

	private final transient @Nullable Fop lastSeen;

	FopTimeoutException(String id, Duration limit, @Nullable Fop lastSeen, @Nullable PiliException lastFailure) {
		super("File operation '%s' is not finished after %s, last seen: %s".formatted(id, limit,
				(lastSeen != null) ? lastSeen.code() : "never"), null, lastFailure);
		this.lastSeen = lastSeen;
	}

	/**
	 * Return the file operation as PILI last returned it.
	 * @return the file operation, or {@code null} if PILI never returned it
	 */
	public @Nullable Fop lastSeen() {
		return this.lastSeen;
	}

}
