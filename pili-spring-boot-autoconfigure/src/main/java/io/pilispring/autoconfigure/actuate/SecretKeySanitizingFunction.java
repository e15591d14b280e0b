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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Sanitizes secret keys of PILI, and the keys of URLs, in actuator responses: by the name
 * of the property in all spellings, in values that contain the property as part of a
 * larger text, such as a command line, and by value under any other name, such as the
 * variable behind a placeholder.
 */
class SecretKeySanitizingFunction implements SanitizingFunction {

	// Without punctuation. The last one is the key of play-security.
	private static final List<String> NAMES = List.of("secretkey", "publishkey", "playsecuritykey");

	private static final String PREFIX = "pili";

	private static final Pattern PUNCTUATION = Pattern.compile("[^a-z0-9]+");

	// A shorter text may be contained in another by chance
	private static final int SHORTEST_PART = 8;

	private static final Bindable<Map<String, HubKeys>> HUBS = Bindable.mapOf(String.class, HubKeys.class);

	private final Supplier<Set<String>> secrets;

	SecretKeySanitizingFunction(Environment environment) {
		this(() -> secretKeys(environment));
	}

	SecretKeySanitizingFunction(Supplier<Set<String>> secrets) {
		this.secrets = secrets;
	}

	private static Set<String> secretKeys(Environment environment) {
		Binder binder = Binder.get(environment);
		Set<String> secrets = new LinkedHashSet<>();
		binder.bind("pili", HubKeys.class).ifBound((keys) -> keys.addTo(secrets));
		binder.bind("pili.hubs", HUBS).ifBound((hubs) -> hubs.values().forEach((keys) -> keys.addTo(secrets)));
		secrets.removeIf((secret) -> !StringUtils.hasText(secret) || secret.contains("${"));
		return secrets;
	}

	@Override
	public SanitizableData apply(SanitizableData data) {
		return (names(data.getKey()) || names(data.getValue()) || isSecret(data.getValue())) ? data.withSanitizedValue()
				: data;
	}

	private boolean names(@Nullable Object text) {
		if (!(text instanceof CharSequence)) {
			return false;
		}
		String letters = PUNCTUATION.matcher(text.toString().toLowerCase(Locale.ROOT)).replaceAll("");
		return letters.contains(PREFIX) && NAMES.stream().anyMatch(letters::contains);
	}

	private boolean isSecret(@Nullable Object value) {
		if (value == null) {
			return false;
		}
		String text = value.toString();
		return this.secrets.get()
			.stream()
			.anyMatch((secret) -> text.equals(secret) || (secret.length() >= SHORTEST_PART && text.contains(secret)));
	}

	/**
	 * The keys of a hub. Other properties are not bound.
	 *
	 * @param secretKey the secret key
	 * @param publishKey the publish key
	 * @param playSecurity the key of play URLs
	 */
	record HubKeys(@Nullable String secretKey, @Nullable String publishKey, @Nullable PlayKey playSecurity) {

		void addTo(Set<String> secrets) {
			secrets.add(String.valueOf(this.secretKey));
			secrets.add(String.valueOf(this.publishKey));
			if (this.playSecurity != null) {
				secrets.add(String.valueOf(this.playSecurity.key()));
			}
			secrets.remove("null");
		}

		@Override
		public String toString() {
			return "HubKeys";
		}

	}

	/**
	 * The key of play URLs.
	 *
	 * @param key the key
	 */
	record PlayKey(@Nullable String key) {

		@Override
		public String toString() {
			return "PlayKey";
		}

	}

}
