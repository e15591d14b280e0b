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

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.springframework.util.Assert;

import io.pilispring.internal.Arguments;

/**
 * The parameters of a URL, sorted by name, as PILI signs them.
 */
final class UrlParameters {

	private static final int MAX_NAME_LENGTH = 100;

	private static final int MAX_VALUE_LENGTH = 500;

	private static final Set<String> RESERVED = Set.of("token", "key", "expire", "e", "nonce", "domain", "h", "m");

	private final SortedMap<String, String> encoded = new TreeMap<>();

	UrlParameters() {
	}

	UrlParameters(UrlParameters other) {
		this.encoded.putAll(other.encoded);
	}

	void addOwn(String name, String value) {
		Assert.isTrue(!RESERVED.contains(name), () -> "'name' must not be '" + name + "', which PILI uses itself");
		Assert.isTrue(Arguments.isSegment(name, MAX_NAME_LENGTH),
				() -> "'name' must be letters, digits, '_', '-' and '.', but is " + Arguments.quote(name));
		Assert.notNull(value, "'value' must not be null");
		Arguments.text("value", value, MAX_VALUE_LENGTH);
		this.encoded.put(name, encode(value));
	}

	void add(String name, String plainValue) {
		this.encoded.put(name, plainValue);
	}

	boolean isEmpty() {
		return this.encoded.isEmpty();
	}

	boolean has(String name) {
		return this.encoded.containsKey(name);
	}

	String decoded(String name) {
		String value = this.encoded.getOrDefault(name, "");
		return (value.indexOf('%') < 0 && value.indexOf('+') < 0) ? value
				: URLDecoder.decode(value, StandardCharsets.UTF_8);
	}

	String join(String separator) {
		StringBuilder joined = new StringBuilder(64);
		for (Map.Entry<String, String> parameter : this.encoded.entrySet()) {
			joined.append((joined.isEmpty()) ? "" : separator)
				.append(parameter.getKey())
				.append('=')
				.append(parameter.getValue());
		}
		return joined.toString();
	}

	// As the form encoding of Go, in which PILI is written: it differs in two characters
	private static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("*", "%2A").replace("%7E", "~");
	}

}
