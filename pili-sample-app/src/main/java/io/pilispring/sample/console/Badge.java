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

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The state of a stream in one word, with its reason.
 *
 * @param kind the kind, which its messages and its style are named after
 * @param until until when it is disabled, or {@code null}
 */
public record Badge(Kind kind, @Nullable Instant until) {

	/**
	 * Choose the badge of a stream.
	 * @param live whether it is live
	 * @param frozen whether the monitor saw that too little arrives
	 * @param disabled whether it is disabled
	 * @param until until when it is disabled, or {@code null}
	 * @return the badge
	 */
	public static Badge of(boolean live, boolean frozen, boolean disabled, @Nullable Instant until) {
		if (live) {
			return new Badge((frozen) ? Kind.FROZEN : Kind.LIVE, null);
		}
		return (disabled) ? new Badge(Kind.DISABLED, until) : new Badge(Kind.IDLE, null);
	}

	/**
	 * The kinds.
	 */
	public enum Kind {

		/**
		 * Data arrives.
		 */
		LIVE,

		/**
		 * Somebody publishes, but too little arrives.
		 */
		FROZEN,

		/**
		 * Nobody publishes.
		 */
		IDLE,

		/**
		 * Nobody may publish.
		 */
		DISABLED;

		/**
		 * Return the name as messages and styles have it.
		 * @return the name
		 */
		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
