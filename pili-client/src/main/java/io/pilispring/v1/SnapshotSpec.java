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

package io.pilispring.v1;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How a picture of a stream is to be taken.
 *
 * @since 0.1.0
 */
public final class SnapshotSpec {

	private @Nullable String name;

	private @Nullable String format;

	private @Nullable Instant time;

	private @Nullable String notifyUrl;

	private @Nullable String pipeline;

	SnapshotSpec() {
	}

	/**
	 * Set the name of the file. Required.
	 * @param name the name, at most 1000 characters
	 * @return this spec
	 * @throws IllegalArgumentException if the name is too long or has control characters
	 */
	public SnapshotSpec name(String name) {
		this.name = Arguments.text("name", name, 1000);
		return this;
	}

	/**
	 * Set the format of the file. Required.
	 * @param format the format, such as {@code jpg}, at most 100 characters
	 * @return this spec
	 * @throws IllegalArgumentException if the format is too long or has control
	 * characters
	 */
	public SnapshotSpec format(String format) {
		this.format = Arguments.text("format", format, 100);
		return this;
	}

	/**
	 * Set the moment to show, which is now otherwise.
	 * @param time the moment, which is sent in whole seconds
	 * @return this spec
	 */
	public SnapshotSpec time(@Nullable Instant time) {
		this.time = time;
		return this;
	}

	/**
	 * Set whom to tell when the file operation is over.
	 * @param notifyUrl the {@code http://} or {@code https://} URL that PILI posts to, at
	 * most 2000 characters; blank counts as absent
	 * @return this spec
	 * @throws IllegalArgumentException if it is no such URL
	 */
	public SnapshotSpec notifyUrl(@Nullable String notifyUrl) {
		this.notifyUrl = Arguments.notifyUrl(notifyUrl);
		return this;
	}

	/**
	 * Set the queue for the file operation.
	 * @param pipeline the queue, at most 200 characters; blank counts as absent
	 * @return this spec
	 * @throws IllegalArgumentException if the name of the queue is too long or has
	 * control characters
	 */
	public SnapshotSpec pipeline(@Nullable String pipeline) {
		this.pipeline = Arguments.text("pipeline", pipeline, 200);
		return this;
	}

	Body toBody() {
		return new Body(Arguments.required("name", this.name), Arguments.required("format", this.format),
				Arguments.seconds(this.time), this.notifyUrl, this.pipeline);
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Body(String name, String format, @Nullable Long time, @Nullable String notifyUrl,
			@Nullable String pipeline) {

	}

}
