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
 * Sends requests to servers of the user. It uses connections of the JDK that need no
 * additional threads, so that nothing is left when the simulator is closed.
 */
final class RequestSender {

	/**
	 * The status of a request that has no response.
	 */
	static final int NO_RESPONSE = -1;

	private final Set<HttpURLConnection> open = ConcurrentHashMap.newKeySet();

	int send(OutgoingRequest request) {
		HttpURLConnection connection;
		try {
			connection = open(request);
		}
		catch (IOException | RuntimeException ex) {
			return NO_RESPONSE;
		}
		this.open.add(connection);
		try {
			return exchange(connection, request);
		}
		catch (IOException | UncheckedIOException ex) {
			return NO_RESPONSE;
		}
		finally {
			this.open.remove(connection);
			connection.disconnect();
		}
	}

	void abort() {
		this.open.forEach(HttpURLConnection::disconnect);
	}

	private static HttpURLConnection open(OutgoingRequest request) throws IOException {
		HttpURLConnection connection = (HttpURLConnection) URI.create(request.url()).toURL().openConnection();
		connection.setRequestMethod(request.method());
		request.headers().forEach(connection::setRequestProperty);
		connection.setRequestProperty("Connection", "close");
		connection.setConnectTimeout((int) request.timeout().toMillis());
		connection.setReadTimeout((int) request.timeout().toMillis());
		connection.setInstanceFollowRedirects(false);
		return connection;
	}

	private static int exchange(HttpURLConnection connection, OutgoingRequest request) throws IOException {
		if ("POST".equals(request.method())) {
			connection.setDoOutput(true);
			connection.setFixedLengthStreamingMode(request.body().length);
			try (OutputStream out = connection.getOutputStream()) {
				out.write(request.body());
			}
		}
		return connection.getResponseCode();
	}

}
