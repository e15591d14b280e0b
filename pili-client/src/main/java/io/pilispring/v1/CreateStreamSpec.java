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

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.pilispring.url.PublishSecurity;

/**
 * Specifies the stream to create. PILI chooses anything that is not set.
 *
 * @since 0.1.0
 */
public final class CreateStreamSpec extends SecuritySpec<CreateStreamSpec> {

	private @Nullable String title;

	CreateStreamSpec() {
	}

	/**
	 * Set the title, which must be unique in the hub.
	 * @param title 4 to 200 letters, digits, {@code _} and {@code -}; blank counts as
	 * absent
	 * @return this spec
	 * @throws IllegalArgumentException if the title is not of that form
	 */
	public CreateStreamSpec title(@Nullable String title) {
		this.title = StreamArguments.title(title);
		return this;
	}

	@Override
	CreateStreamSpec self() {
		return this;
	}

	Body toBody(String hub) {
		return new Body(hub, this.title, publishKey(), publishSecurity());
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Body(String hub, @Nullable String title, @Nullable String publishKey,
			@Nullable PublishSecurity publishSecurity) {

		// Without the publish key
		@Override
		public String toString() {
			return "Body[hub=" + this.hub + ", title=" + this.title + ", publishSecurity=" + this.publishSecurity + "]";
		}

	}

}
