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

package io.pilispring.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How the publish URLs of a stream are authorized.
 */
enum PublishSecurity {

	STATIC, DYNAMIC, EXPIRY, EXPIRY_SK, NONE;

	String wireName() {
		return name().toLowerCase(Locale.ROOT);
	}

	static List<String> wireNames() {
		return Arrays.stream(values()).map(PublishSecurity::wireName).toList();
	}

	static PublishSecurity require(String wireName) {
		try {
			return of(wireName);
		}
		catch (ApiException ex) {
			throw new IllegalArgumentException(
					"'publishSecurity' must be one of %s: '%s'".formatted(wireNames(), wireName), ex);
		}
	}

	static PublishSecurity of(String wireName) {
		return Arrays.stream(values())
			.filter((candidate) -> candidate.wireName().equals(wireName))
			.findFirst()
			.orElseThrow(() -> ApiException.badRequest("invalid publishSecurity '%s'".formatted(wireName)));
	}

}
