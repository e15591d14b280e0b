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

package io.pilispring.v2;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Specifies how to take a picture of a stream. The default format is {@code jpg}. With a
 * URL to notify, PILI takes it in a file operation.
 *
 * @since 0.1.0
 */
public final class SnapshotSpec extends FileSpec<SnapshotSpec> {

	private @Nullable Instant time;

	private @Nullable Integer deleteAfterDays;

	SnapshotSpec() {
	}

	/**
	 * Set the time of the picture. The default is now.
	 * @param time the time, which is sent in whole seconds
	 * @return this spec
	 */
	public SnapshotSpec time(@Nullable Instant time) {
		this.time = time;
		return this;
	}

	/**
	 * Set after how many days the picture is deleted.
	 * @param deleteAfterDays the number of days; 0 to keep it for ever
	 * @return this spec
	 * @throws IllegalArgumentException if it is negative
	 */
	public SnapshotSpec deleteAfterDays(int deleteAfterDays) {
		this.deleteAfterDays = days("deleteAfterDays", deleteAfterDays, 0);
		return this;
	}

	@Override
	SnapshotSpec self() {
		return this;
	}

	Body toBody() {
		return new Body(name(), Times.seconds(this.time), format(), pipeline(), notifyUrl(), this.deleteAfterDays);
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Body(@Nullable String fname, @Nullable Long time, @Nullable String format, @Nullable String pipeline,
			@JsonProperty("notify") @Nullable String notifyUrl, @Nullable Integer deleteAfterDays) {

	}

}
