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

package io.pilispring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Named;
import tools.jackson.databind.JsonNode;

import io.pilispring.internal.WireJson;

/**
 * Cases of version 2 that PILI's own SDKs agree on, byte for byte.
 */
public final class GoldenV2 {

	private static final JsonNode GOLDEN = read();

	private GoldenV2() {
	}

	private static JsonNode read() {
		try (InputStream input = GoldenV2.class.getResourceAsStream("golden-v2.json")) {
			return WireJson.read(new String(input.readAllBytes(), StandardCharsets.UTF_8), JsonNode.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static List<Named<JsonNode>> cases(String group) {
		List<Named<JsonNode>> cases = new ArrayList<>();
		for (JsonNode golden : GOLDEN.get(group)) {
			String name = golden.path("name")
				.asString(golden.path("operation").asString(golden.path("key").asString("")));
			cases.add(Named.of((name.isEmpty()) ? golden.path("url").asString("") : name, golden));
		}
		return cases;
	}

}
