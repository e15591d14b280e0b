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

import org.jspecify.annotations.Nullable;

/**
 * A stream in the list of the hub.
 *
 * @param id the id, which is the key in version 2
 * @param title the title
 * @param disabled whether it is known to be disabled
 * @param rate how much arrives, or {@code null} if it is not live
 * @param note what else the list shows of it, or {@code null}
 */
public record StreamRow(String id, String title, boolean disabled, @Nullable String rate, @Nullable String note) {

	/**
	 * Return whether the stream is live.
	 * @return whether it is live
	 */
	public boolean live() {
		return this.rate != null;
	}

}
