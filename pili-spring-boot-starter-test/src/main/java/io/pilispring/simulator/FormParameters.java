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

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Parameters in form encoding, sorted by name, as PILI writes and signs them.
 */
final class FormParameters {

	private static final FormParameters NONE = new FormParameters(new TreeMap<>());

	private final TreeMap<String, List<String>> values;

	private FormParameters(TreeMap<String, List<String>> values) {
		this.values = values;
	}

	static FormParameters none() {
		return NONE;
	}

	static FormParameters of(Map<String, String> values) {
		TreeMap<String, List<String>> sorted = new TreeMap<>();
		values.forEach((name, value) -> sorted.put(name, List.of(value)));
		return new FormParameters(sorted);
	}

	/**
	 * Parse parameters.
	 * @param raw the encoded parameters
	 * @return the parameters, or {@code null} if the encoding is not valid
	 */
	static @Nullable FormParameters parse(String raw) {
		TreeMap<String, List<String>> values = new TreeMap<>();
		try {
			for (String pair : raw.split("&")) {
				if (!pair.isEmpty()) {
					int equals = pair.indexOf('=');
					String name = decode((equals != -1) ? pair.substring(0, equals) : pair);
					values.computeIfAbsent(name, (key) -> new ArrayList<>())
						.add((equals != -1) ? decode(pair.substring(equals + 1)) : "");
				}
			}
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
		return new FormParameters(values);
	}

	@Nullable String first(String name) {
		List<String> all = this.values.get(name);
		return (all != null) ? all.get(0) : null;
	}

	FormParameters filter(Predicate<String> names) {
		TreeMap<String, List<String>> filtered = new TreeMap<>(this.values);
		filtered.keySet().removeIf(names.negate());
		return new FormParameters(filtered);
	}

	String encode() {
		List<String> pairs = new ArrayList<>();
		this.values.forEach((name, all) -> all.forEach((value) -> pairs.add(encode(name) + "=" + encode(value))));
		return String.join("&", Collections.unmodifiableList(pairs));
	}

	private static String decode(String value) {
		return URLDecoder.decode(value, StandardCharsets.UTF_8);
	}

	static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("*", "%2A").replace("%7E", "~");
	}

}
