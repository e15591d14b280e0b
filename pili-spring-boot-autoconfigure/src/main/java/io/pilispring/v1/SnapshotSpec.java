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
	 * @param name the name
	 * @return this spec
	 */
	public SnapshotSpec name(String name) {
		this.name = name;
		return this;
	}

	/**
	 * Set the format of the file. Required.
	 * @param format the format, such as {@code jpg}
	 * @return this spec
	 */
	public SnapshotSpec format(String format) {
		this.format = format;
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
	 * @param notifyUrl the URL that PILI posts to; blank counts as absent
	 * @return this spec
	 */
	public SnapshotSpec notifyUrl(@Nullable String notifyUrl) {
		this.notifyUrl = Arguments.text(notifyUrl);
		return this;
	}

	/**
	 * Set the queue for the file operation.
	 * @param pipeline the queue; blank counts as absent
	 * @return this spec
	 */
	public SnapshotSpec pipeline(@Nullable String pipeline) {
		this.pipeline = Arguments.text(pipeline);
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
