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

import io.pilispring.internal.Arguments;

/**
 * Specifies how to save a recording as a file.
 *
 * @since 0.1.0
 */
public final class SaveAsSpec extends FileSpec<SaveAsSpec> {

	private @Nullable Instant start;

	private @Nullable Instant end;

	SaveAsSpec() {
	}

	/**
	 * Set the start of the range. Requires an end as well.
	 * @param start the start, which is sent in whole seconds
	 * @return this spec
	 */
	public SaveAsSpec start(@Nullable Instant start) {
		this.start = start;
		return this;
	}

	/**
	 * Set the end of the range. Requires a start as well.
	 * @param end the end, which is sent in whole seconds
	 * @return this spec
	 */
	public SaveAsSpec end(@Nullable Instant end) {
		this.end = end;
		return this;
	}

	@Override
	SaveAsSpec self() {
		return this;
	}

	Body toBody() {
		StreamArguments.range(this.start, this.end);
		return new Body(requiredName(), notifyUrl(), pipeline(), Arguments.seconds(this.start),
				Arguments.seconds(this.end), format());
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Body(String name, @Nullable String notifyUrl, @Nullable String pipeline, @Nullable Long start,
			@Nullable Long end, @Nullable String format) {

	}

}
