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

import org.jspecify.annotations.Nullable;

/**
 * A stream in the list of the hub.
 *
 * @param id the id, which is the key in version 2
 * @param title the title
 * @param badge the state
 * @param rate how much arrives, or {@code null} if it is not live
 * @param note what else the list shows of it, or {@code null}
 * @param created when it was created, or {@code null} if the list does not say
 * @param updated when it was changed, or {@code null} if the list does not say
 * @param picture the address of a picture of it, or {@code null}
 */
public record StreamRow(String id, String title, Badge badge, @Nullable String rate, @Nullable String note,
		@Nullable Instant created, @Nullable Instant updated, @Nullable String picture) {

	/**
	 * Return whether the stream is live.
	 * @return whether it is live
	 */
	public boolean live() {
		return this.rate != null;
	}

}
