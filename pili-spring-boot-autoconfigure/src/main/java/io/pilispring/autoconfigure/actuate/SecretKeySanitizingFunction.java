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

package io.pilispring.autoconfigure.actuate;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * Hides {@code pili.secret-key} from actuator in all its spellings, and values that hold
 * the property as part of a larger text, such as a command line.
 */
class SecretKeySanitizingFunction implements SanitizingFunction {

	private static final String SECRET_KEY = "secretkey";

	private static final String PREFIX = "pili";

	private static final Pattern PUNCTUATION = Pattern.compile("[^a-z0-9]+");

	@Override
	public SanitizableData apply(SanitizableData data) {
		return (names(data.getKey()) || names(data.getValue())) ? data.withSanitizedValue() : data;
	}

	private boolean names(@Nullable Object text) {
		if (!(text instanceof CharSequence)) {
			return false;
		}
		String letters = PUNCTUATION.matcher(text.toString().toLowerCase(Locale.ROOT)).replaceAll("");
		return letters.contains(PREFIX) && letters.contains(SECRET_KEY);
	}

}
