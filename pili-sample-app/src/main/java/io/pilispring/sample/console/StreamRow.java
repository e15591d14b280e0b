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

import io.pilispring.v1.PiliStream;
import io.pilispring.v1.StreamStatus;

/**
 * A stream in the list of the hub.
 *
 * @param id the id
 * @param title the title
 * @param security how publish URLs prove themselves
 * @param disabled whether it may not be published to
 * @param live whether it is live
 * @param rate how much arrives, or {@code null} if it is not live
 */
record StreamRow(String id, String title, @Nullable String security, boolean disabled, boolean live,
		@Nullable String rate) {

	static StreamRow of(PiliStream stream, @Nullable StreamStatus status) {
		String security = (stream.publishSecurity() != null) ? stream.publishSecurity().value() : null;
		String rate = (status != null && status.connected()) ? Rates.text(status.bytesPerSecond()) : null;
		return new StreamRow(stream.id(), stream.title(), security, stream.disabled(), rate != null, rate);
	}

}
