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

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Specifies the stream to create.
 *
 * @since 0.1.0
 */
public final class CreateStreamSpec {

	private @Nullable Boolean nropEnabled;

	CreateStreamSpec() {
	}

	/**
	 * Set whether the pictures of the stream are checked for pornography. The default is
	 * that of the hub.
	 * @param nropEnabled whether they are checked
	 * @return this spec
	 */
	public CreateStreamSpec nropEnabled(boolean nropEnabled) {
		this.nropEnabled = nropEnabled;
		return this;
	}

	Body toBody(String key) {
		return new Body(key, this.nropEnabled);
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Body(String key, @Nullable Boolean nropEnable) {

	}

}
