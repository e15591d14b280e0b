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
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * A request whose every byte the test decides.
 */
final class RawExchange {

	private final StringBuilder head = new StringBuilder();

	private final String body;

	private RawExchange(String method, String target, String body) {
		this.body = body;
		this.head.append(method).append(' ').append(target).append(" HTTP/1.1\r\nConnection: close\r\n");
	}

	static RawExchange of(String method, String target) {
		return new RawExchange(method, target, "");
	}

	static RawExchange of(String method, String target, String body) {
		RawExchange exchange = new RawExchange(method, target, body);
		return exchange.header("Content-Length", Integer.toString(body.getBytes(StandardCharsets.UTF_8).length));
	}

	/**
	 * Return the exchange of a golden case.
	 * @param golden the case
	 * @param target the target on the request line
	 * @param host the host
	 * @param authorization the signature
	 * @return the exchange
	 */
	static RawExchange of(JsonNode golden, String target, String host, String authorization) {
		String method = golden.get("method").stringValue();
		RawExchange exchange = (golden.get("body").isNull()) ? of(method, target)
				: of(method, target, golden.get("body").stringValue());
		exchange.header("Host", host).header("Authorization", authorization);
		if (!golden.get("content_type").isNull()) {
			exchange.header("Content-Type", golden.get("content_type").stringValue());
		}
		if (golden.has("x_qiniu")) {
			golden.get("x_qiniu")
				.properties()
				.forEach((header) -> exchange.header(header.getKey(), header.getValue().stringValue()));
		}
		return exchange;
	}

	RawExchange header(String name, String value) {
		this.head.append(name).append(": ").append(value).append("\r\n");
		return this;
	}

	Response send(PiliSimulator simulator) throws IOException {
		URI address = URI.create(simulator.apiHost());
		try (Socket socket = new Socket(address.getHost(), address.getPort())) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream().write((this.head + "\r\n" + this.body).getBytes(StandardCharsets.UTF_8));
			String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return Response.parse(text);
		}
	}

	record Response(int status, Map<String, String> headers, String body) {

		static Response parse(String text) {
			int end = text.indexOf("\r\n\r\n");
			String[] lines = text.substring(0, end).split("\r\n");
			Map<String, String> headers = new LinkedHashMap<>();
			for (int i = 1; i < lines.length; i++) {
				int colon = lines[i].indexOf(':');
				headers.put(lines[i].substring(0, colon), lines[i].substring(colon + 1).strip());
			}
			return new Response(Integer.parseInt(lines[0].substring(9, 12)), headers, text.substring(end + 4));
		}

	}

}
