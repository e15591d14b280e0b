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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import tools.jackson.databind.JsonNode;

import io.pilispring.internal.WireJson;

/**
 * Cases that PILI's own SDKs agree on, byte for byte.
 */
public record Golden(List<Authorization> authorization, List<Publish> publish, List<Hmac> hmac) {

	private static final Golden GOLDEN = read();

	private static Golden read() {
		try (InputStream input = Golden.class.getResourceAsStream("golden-v1.json")) {
			return WireJson.read(new String(input.readAllBytes(), StandardCharsets.UTF_8), Golden.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static List<Authorization> authorizations() {
		return GOLDEN.authorization();
	}

	public static Authorization authorization(String name) {
		return authorizations().stream().filter((golden) -> golden.name().equals(name)).findFirst().orElseThrow();
	}

	public static List<Publish> publishes() {
		return GOLDEN.publish();
	}

	public static List<Hmac> hmacs() {
		return GOLDEN.hmac();
	}

	public record Authorization(String name, String method, String url,
			@JsonProperty("content_type") String contentType, String body, String authorization) {

		public String host() {
			return URI.create(this.url).getRawAuthority();
		}

		public String target() {
			return this.url.substring(this.url.indexOf(host()) + host().length());
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

	public record Publish(String name, long nonce, JsonNode stream, @JsonProperty("publish_url") String publishUrl) {

		@Override
		public String toString() {
			return this.name;
		}

	}

	public record Hmac(String key, @JsonProperty("string_to_sign") String stringToSign, String token) {

	}

}
