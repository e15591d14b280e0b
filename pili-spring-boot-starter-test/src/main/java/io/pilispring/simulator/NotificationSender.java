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
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Posts the JSON of file operations. It uses connections of the JDK that need no
 * additional threads, so that nothing is left when the simulator is closed.
 */
final class NotificationSender {

	private static final int TIMEOUT_MILLIS = 2000;

	private final Set<HttpURLConnection> open = ConcurrentHashMap.newKeySet();

	boolean send(String url, byte[] json) {
		HttpURLConnection connection;
		try {
			connection = open(url);
		}
		catch (IOException | RuntimeException ex) {
			return false;
		}
		this.open.add(connection);
		try {
			return post(connection, json) == HttpURLConnection.HTTP_OK;
		}
		catch (IOException | UncheckedIOException ex) {
			return false;
		}
		finally {
			this.open.remove(connection);
			connection.disconnect();
		}
	}

	void abort() {
		this.open.forEach(HttpURLConnection::disconnect);
	}

	private static HttpURLConnection open(String url) throws IOException {
		HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
		connection.setRequestMethod("POST");
		connection.setRequestProperty("Content-Type", "application/json");
		connection.setRequestProperty("Connection", "close");
		connection.setConnectTimeout(TIMEOUT_MILLIS);
		connection.setReadTimeout(TIMEOUT_MILLIS);
		connection.setInstanceFollowRedirects(false);
		connection.setDoOutput(true);
		return connection;
	}

	private static int post(HttpURLConnection connection, byte[] json) throws IOException {
		connection.setFixedLengthStreamingMode(json.length);
		try (OutputStream out = connection.getOutputStream()) {
			out.write(json);
		}
		return connection.getResponseCode();
	}

	static String requireUrl(String url) {
		if (!isHttp(url)) {
			throw ApiException.badRequest("invalid notifyUrl '%s'".formatted(url));
		}
		return url;
	}

	private static boolean isHttp(String url) {
		try {
			URI uri = URI.create(url);
			return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
