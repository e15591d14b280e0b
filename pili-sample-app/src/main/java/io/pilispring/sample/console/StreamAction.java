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

package io.pilispring.sample.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiConsumer;

import io.pilispring.sample.hubs.Hub;

/**
 * What can be done to one or several streams.
 */
public enum StreamAction {

	/**
	 * Disable them.
	 */
	DISABLE(Hub::disable),

	/**
	 * Enable them.
	 */
	ENABLE(Hub::enable),

	/**
	 * Delete them.
	 */
	DELETE(Hub::delete);

	private final BiConsumer<Hub, String> action;

	StreamAction(BiConsumer<Hub, String> action) {
		this.action = action;
	}

	static StreamAction of(String key) {
		return Arrays.stream(values())
			.filter((action) -> action.key().equals(key))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("'action' must be 'disable', 'enable' or 'delete'"));
	}

	/**
	 * Return the name as messages and forms have it.
	 * @return the name
	 */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	boolean apply(Hub hub, String id) {
		this.action.accept(hub, id);
		return true;
	}

}
