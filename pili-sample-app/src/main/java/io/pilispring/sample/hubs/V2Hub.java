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

package io.pilispring.sample.hubs;

import java.time.Duration;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.pilispring.PiliException;
import io.pilispring.autoconfigure.ApiVersion;
import io.pilispring.fop.Fop;
import io.pilispring.v2.LiveHub;

/**
 * A hub of version 2 of the API.
 *
 * @param key the key
 * @param client the client of the hub
 */
public record V2Hub(String key, LiveHub client) implements Hub {

	@Override
	public String name() {
		return this.client.name();
	}

	@Override
	public ApiVersion version() {
		return ApiVersion.V2;
	}

	@Override
	public void disable(String id) {
		this.client.stream(id).disable();
	}

	@Override
	public void enable(String id) {
		this.client.stream(id).enable();
	}

	@Override
	public void delete(String id) {
		throw new WrongVersionException(this, "A stream ends by itself some days after the last push.");
	}

	@Override
	public Fop fop(String persistentId) {
		return this.client.fop(persistentId);
	}

	@Override
	public Fop awaitFop(String persistentId, Duration limit, Consumer<Fop> progress) {
		return this.client.awaitFop(persistentId, limit, progress);
	}

	/**
	 * Return the URL of a saved file or a snapshot, if it is known. The file exists
	 * without it too.
	 * @param name the name of the file
	 * @return the URL, or {@code null} if the hub has no domain for files, or PILI did
	 * not report it
	 */
	public @Nullable String fileUrl(String name) {
		try {
			return this.client.fileUrl(name);
		}
		catch (PiliException | IllegalStateException ex) {
			return null;
		}
	}

}
