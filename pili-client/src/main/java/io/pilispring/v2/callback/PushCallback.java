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

package io.pilispring.v2.callback;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.pilispring.internal.OneLine;

/**
 * What PILI reports in a callback.
 *
 * @since 0.1.0
 */
public final class PushCallback {

	private final String hubKey;

	private final String key;

	private final boolean connected;

	private final @Nullable String remoteIp;

	private final @Nullable Instant startTime;

	private final @Nullable Instant endTime;

	private final @Nullable Instant timestamp;

	private final Map<String, String> variables;

	PushCallback(String hubKey, String key, boolean connected, Map<String, String> variables, CallbackFields fields) {
		this.hubKey = hubKey;
		this.key = key;
		this.connected = connected;
		this.remoteIp = CallbackReader.text(variables, fields.remoteIp());
		this.startTime = CallbackReader.time(variables, fields.startTime());
		this.endTime = CallbackReader.time(variables, fields.endTime());
		this.timestamp = CallbackReader.time(variables, fields.timestamp());
		this.variables = Collections.unmodifiableMap(variables);
	}

	/**
	 * Return the key of the hub in the application.
	 * @return the key
	 */
	public String hubKey() {
		return this.hubKey;
	}

	/**
	 * Return the key of the stream.
	 * @return the key
	 */
	public String key() {
		return this.key;
	}

	/**
	 * Return whether a push has started.
	 * @return {@code false} if it has ended
	 */
	public boolean connected() {
		return this.connected;
	}

	/**
	 * Return the address of the publisher.
	 * @return the address, or {@code null} if the callback does not have it
	 */
	public @Nullable String remoteIp() {
		return this.remoteIp;
	}

	/**
	 * Return when the push started.
	 * @return the time, or {@code null} if the callback does not have it
	 */
	public @Nullable Instant startTime() {
		return this.startTime;
	}

	/**
	 * Return when the push ended.
	 * @return the time, or {@code null} if the callback does not have it
	 */
	public @Nullable Instant endTime() {
		return this.endTime;
	}

	/**
	 * Return all variables of the callback, those of the application's own too.
	 * @return the values by their names
	 */
	public Map<String, String> variables() {
		return this.variables;
	}

	// By which callbacks of a stream are ordered
	@Nullable Instant order() {
		return (this.startTime != null) ? this.startTime : (this.endTime != null) ? this.endTime : this.timestamp;
	}

	// Without the variables, which may hold anything
	@Override
	public String toString() {
		return "PushCallback[hubKey=" + this.hubKey + ", key=" + OneLine.of(this.key) + ", connected=" + this.connected
				+ "]";
	}

}
