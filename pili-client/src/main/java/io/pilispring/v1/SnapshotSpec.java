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
 * Specifies how to take a picture of a stream.
 *
 * @since 0.1.0
 */
public final class SnapshotSpec extends FileSpec<SnapshotSpec> {

	private @Nullable Instant time;

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

	@Override
	SnapshotSpec self() {
		return this;
	}

	Body toBody() {
		return new Body(requiredName(), requiredFormat(), Arguments.seconds(this.time), notifyUrl(), pipeline());
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Body(String name, String format, @Nullable Long time, @Nullable String notifyUrl,
			@Nullable String pipeline) {

	}

}
