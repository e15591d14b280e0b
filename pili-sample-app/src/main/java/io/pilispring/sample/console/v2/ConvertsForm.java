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

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import io.pilispring.v2.StreamInfo;

/**
 * The profiles that a stream is to be transcoded to.
 *
 * @param converts the profiles, with commas or spaces between them
 */
record ConvertsForm(
		@Pattern(regexp = "[A-Za-z0-9_.,\\s-]*", message = "{converts.pattern}") @Nullable String converts) {

	static ConvertsForm of(StreamInfo info) {
		return new ConvertsForm(String.join(", ", info.converts()));
	}

	List<String> list() {
		return Arrays.stream(Objects.requireNonNullElse(this.converts, "").split("[,\\s]+"))
			.filter((profile) -> !profile.isEmpty())
			.distinct()
			.toList();
	}

}
