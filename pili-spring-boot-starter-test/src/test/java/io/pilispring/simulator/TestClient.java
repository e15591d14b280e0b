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

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client with a signer of its own, so that both sides of the contract are written
 * twice.
 */
final class TestClient {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final PiliSimulator simulator;

	private final String accessKey;

	private final String secretKey;

	TestClient(PiliSimulator simulator) {
		this(simulator, simulator.accessKey(), simulator.secretKey());
	}

	TestClient(PiliSimulator simulator, SimulatedAccount account) {
		this(simulator, account.accessKey(), account.secretKey());
	}

	TestClient(PiliSimulator simulator, String accessKey, String secretKey) {
		this.simulator = simulator;
		this.accessKey = accessKey;
		this.secretKey = secretKey;
	}

	Answer get(String target) {
		return send("GET", target, null, null, true);
	}

	Answer delete(String target) {
		return send("DELETE", target, null, null, true);
	}

	Answer post(String target, String body) {
		return send("POST", target, body, "application/json", true);
	}

	Answer postAs(String contentType, String target, String body) {
		return send("POST", target, body, contentType, true);
	}

	Answer send(String method, String target) {
		return send(method, target, null, null, true);
	}

	Answer unsigned(String method, String target) {
		return send(method, target, null, null, false);
	}

	String authorization(String method, String target, String contentType, String body) {
		String data = method + " " + target + "\nHost: " + authority();
		if (contentType != null) {
			data += "\nContent-Type: " + contentType;
		}
		data += "\n\n" + ((contentType != null && body != null) ? body : "");
		return "Qiniu " + this.accessKey + ":" + hmac(this.secretKey, data);
	}

	String authority() {
		return URI.create(this.simulator.apiHost()).getAuthority();
	}

	private Answer send(String method, String target, String body, String contentType, boolean sign) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.simulator.apiHost() + target))
			.timeout(Duration.ofSeconds(20))
			.method(method,
					(body != null) ? HttpRequest.BodyPublishers.ofString(body) : HttpRequest.BodyPublishers.noBody());
		if (contentType != null) {
			request.header("Content-Type", contentType);
		}
		if (sign) {
			request.header("Authorization", authorization(method, target, contentType, body));
		}
		return exchange(request.build());
	}

	static Answer exchange(HttpRequest request) {
		try {
			HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.body(),
					response.headers().firstValue("X-Reqid").orElse(null));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	static String hmac(String key, String data) {
		try {
			Mac mac = Mac.getInstance("HmacSHA1");
			mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
			return Base64.getUrlEncoder().encodeToString(mac.doFinal(data.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static JsonNode parse(String json) {
		return MAPPER.readTree(json);
	}

	record Answer(int status, String body, String reqId) {

		JsonNode json() {
			return parse(this.body);
		}

		String text(String field) {
			return json().get(field).asString();
		}

	}

}
