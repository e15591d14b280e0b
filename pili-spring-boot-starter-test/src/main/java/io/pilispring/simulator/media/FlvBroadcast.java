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

package io.pilispring.simulator.media;

import java.io.IOException;
import java.io.OutputStream;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

// Sends a live stream as HTTP-FLV: first the newest picture, then what arrives, until the push ends
final class FlvBroadcast {

	private static final long LOOK_MILLIS = 40;

	private final @Nullable LivePush push;

	FlvBroadcast(@Nullable LivePush push) {
		this.push = push;
	}

	void send(HttpExchange exchange) throws IOException, InterruptedException {
		if (this.push == null) {
			exchange.sendResponseHeaders(404, -1);
			return;
		}
		try (FlvReader reader = this.push.open()) {
			if (reader == null) {
				exchange.sendResponseHeaders(404, -1);
				return;
			}
			exchange.getResponseHeaders().set("Content-Type", "video/x-flv");
			exchange.getResponseHeaders().set("Cache-Control", "no-cache");
			exchange.sendResponseHeaders(200, 0);
			try (OutputStream out = exchange.getResponseBody()) {
				follow(this.push, reader, out);
			}
		}
	}

	private static void follow(LivePush push, FlvReader reader, OutputStream out)
			throws IOException, InterruptedException {
		FlvStart start = new FlvStart();
		readAll(reader, start);
		while (!start.isDecided()) {
			if (push.isOver()) {
				return;
			}
			Thread.sleep(LOOK_MILLIS);
			readAll(reader, start);
		}
		out.write(start.header());
		for (FlvTag tag : start.tags()) {
			out.write(tag.bytes());
		}
		out.flush();
		while (!push.isOver()) {
			boolean sent = false;
			for (FlvTag tag = reader.next(); tag != null; tag = reader.next()) {
				out.write(tag.bytes());
				sent = true;
			}
			if (sent) {
				out.flush();
			}
			Thread.sleep(LOOK_MILLIS);
		}
	}

	private static void readAll(FlvReader reader, FlvStart start) throws IOException {
		for (FlvTag tag = reader.next(); tag != null; tag = reader.next()) {
			start.add(tag);
		}
	}

}
