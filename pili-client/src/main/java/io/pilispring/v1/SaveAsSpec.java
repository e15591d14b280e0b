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
 * How a recording is to be saved as a file.
 *
 * @since 0.1.0
 */
public final class SaveAsSpec {

	private @Nullable String name;

	private @Nullable String format;

	private @Nullable Instant start;

	private @Nullable Instant end;

	private @Nullable String notifyUrl;

	private @Nullable String pipeline;

	SaveAsSpec() {
	}

	/**
	 * Set the name of the file. Required.
	 * @param name the name, at most 1000 characters
	 * @return this spec
	 * @throws IllegalArgumentException if the name is too long or has control characters
	 */
	public SaveAsSpec name(String name) {
		this.name = Arguments.text("name", name, 1000);
		return this;
	}

	/**
	 * Set the format of the file. Without it only an HLS playlist is made, at once and
	 * without a file operation.
	 * @param format the format, such as {@code mp4}, at most 100 characters; blank counts
	 * as absent
	 * @return this spec
	 * @throws IllegalArgumentException if the format is too long or has control
	 * characters
	 */
	public SaveAsSpec format(@Nullable String format) {
		this.format = Arguments.text("format", format, 100);
		return this;
	}

	/**
	 * Set where the range starts. It needs an end too.
	 * @param start the start, which is sent in whole seconds
	 * @return this spec
	 */
	public SaveAsSpec start(@Nullable Instant start) {
		this.start = start;
		return this;
	}

	/**
	 * Set where the range ends. It needs a start too.
	 * @param end the end, which is sent in whole seconds
	 * @return this spec
	 */
	public SaveAsSpec end(@Nullable Instant end) {
		this.end = end;
		return this;
	}

	/**
	 * Set whom to tell when the file operation is over.
	 * @param notifyUrl the {@code http://} or {@code https://} URL that PILI posts to, at
	 * most 2000 characters; blank counts as absent
	 * @return this spec
	 * @throws IllegalArgumentException if it is no such URL
	 */
	public SaveAsSpec notifyUrl(@Nullable String notifyUrl) {
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
	public SaveAsSpec pipeline(@Nullable String pipeline) {
		this.pipeline = Arguments.text("pipeline", pipeline, 200);
		return this;
	}

	Body toBody() {
		Arguments.range(this.start, this.end);
		return new Body(Arguments.required("name", this.name), this.notifyUrl, this.pipeline,
				Arguments.seconds(this.start), Arguments.seconds(this.end), this.format);
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Body(String name, @Nullable String notifyUrl, @Nullable String pipeline, @Nullable Long start,
			@Nullable Long end, @Nullable String format) {

	}

}
