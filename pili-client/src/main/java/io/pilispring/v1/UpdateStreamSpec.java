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
import org.springframework.util.Assert;

import io.pilispring.url.PublishSecurity;

/**
 * Specifies what to change in a stream. Anything that is not set remains unchanged.
 *
 * @since 0.1.0
 */
public final class UpdateStreamSpec extends SecuritySpec<UpdateStreamSpec> {

	private @Nullable Boolean disabled;

	UpdateStreamSpec() {
	}

	/**
	 * Set whether the stream may not be published to.
	 * @param disabled whether the stream is disabled
	 * @return this spec
	 */
	public UpdateStreamSpec disabled(boolean disabled) {
		this.disabled = disabled;
		return this;
	}

	@Override
	UpdateStreamSpec self() {
		return this;
	}

	Body toBody() {
		Assert.isTrue(publishKey() != null || publishSecurity() != null || this.disabled != null,
				"One of 'publishKey', 'publishSecurity' and 'disabled' must be set");
		return new Body(publishKey(), publishSecurity(), this.disabled);
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Body(@Nullable String publishKey, @Nullable PublishSecurity publishSecurity, @Nullable Boolean disabled) {

		// Without the publish key
		@Override
		public String toString() {
			return "Body[publishSecurity=" + this.publishSecurity + ", disabled=" + this.disabled + "]";
		}

	}

}
