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
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;

// Sends a file, or the part of it that a player requests when it seeks
final class FileResponse {

	private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{1,15})-([0-9]{0,15})");

	private FileResponse() {
	}

	static void send(HttpExchange exchange, Path file) throws IOException {
		long size = Files.size(file);
		long first = 0;
		long last = size - 1;
		String range = exchange.getRequestHeaders().getFirst("Range");
		Matcher matcher = RANGE.matcher((range != null) ? range : "");
		boolean partial = matcher.matches();
		if (partial) {
			first = Long.parseLong(matcher.group(1));
			last = (matcher.group(2).isEmpty()) ? last : Math.min(last, Long.parseLong(matcher.group(2)));
			if (first > last) {
				exchange.getResponseHeaders().set("Content-Range", "bytes */" + size);
				exchange.sendResponseHeaders(416, -1);
				return;
			}
			exchange.getResponseHeaders().set("Content-Range", "bytes %d-%d/%d".formatted(first, last, size));
		}
		exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
		int status = (partial) ? 206 : 200;
		long length = last - first + 1;
		if ("HEAD".equals(exchange.getRequestMethod()) || length == 0) {
			exchange.sendResponseHeaders(status, -1);
			return;
		}
		exchange.sendResponseHeaders(status, length);
		try (InputStream in = Files.newInputStream(file); OutputStream out = exchange.getResponseBody()) {
			in.skipNBytes(first);
			copy(in, out, length);
		}
	}

	private static void copy(InputStream in, OutputStream out, long length) throws IOException {
		byte[] buffer = new byte[64 * 1024];
		long left = length;
		while (left > 0) {
			int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
			if (read < 0) {
				return;
			}
			out.write(buffer, 0, read);
			left -= read;
		}
	}

}
