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

package io.pilispring.sample.publish;

import org.jspecify.annotations.Nullable;

/**
 * Publishes a test picture. There is a camera only where the application runs on the
 * simulator.
 */
@FunctionalInterface
public interface Camera {

	/**
	 * Publish to a URL.
	 * @param url the URL
	 * @return the push
	 */
	Push publish(String url);

	/**
	 * A push, or an attempt that was refused.
	 *
	 * @param refusal why it was refused, or {@code null} if it was accepted
	 * @param end ends it
	 */
	record Push(@Nullable String refusal, Runnable end) {

		/**
		 * Create a push that was refused.
		 * @param reason the reason
		 * @return the push
		 */
		public static Push refused(String reason) {
			return new Push(reason, () -> {
			});
		}

		/**
		 * Create a push that was accepted.
		 * @param end ends it
		 * @return the push
		 */
		public static Push accepted(Runnable end) {
			return new Push(null, end);
		}

		/**
		 * Return whether it was accepted.
		 * @return whether it was accepted
		 */
		public boolean accepted() {
			return this.refusal == null;
		}

	}

}
