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

package io.pilispring.sample.console.v2;

import java.util.Objects;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The key of a new stream.
 *
 * @param key the key
 */
record CreateKeyForm(@NotNull(message = "{createKey.pattern}") @Pattern(regexp = "\\s*[A-Za-z0-9_-]{1,200}\\s*",
		message = "{createKey.pattern}") @Nullable String key) {

	static final CreateKeyForm EMPTY = new CreateKeyForm(null);

	String text() {
		return Objects.requireNonNullElse(this.key, "").strip();
	}

}
