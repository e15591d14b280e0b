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
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

// Reads the ports of clients from the log of events, which is the only place where nginx
// writes them. The log stays empty if nginx was built without debugging
final class ConnectionLog {

	private static final Pattern ACCEPTED = Pattern.compile("\\*([0-9]+) accept: (\\S+) fd:");

	private static final int MAX_CONNECTIONS = 1000;

	private static final long MAX_BYTES = 1 << 20;

	// Much longer than a line
	private static final int CHUNK_BYTES = 64 * 1024;

	private final Map<String, String> addresses = new LinkedHashMap<>() {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
			return size() > MAX_CONNECTIONS;
		}

	};

	private final Path file;

	private long position;

	ConnectionLog(Path file) {
		this.file = file;
	}

	// nginx logs a connection before it asks whether the client may publish
	synchronized String address(PublishCall call) {
		try {
			read();
		}
		catch (IOException ex) {
			// Publishing works without the port
		}
		return this.addresses.getOrDefault(call.clientId(), call.address());
	}

	// The log grows by some 50 KB a second and stream
	synchronized void cleanUp() throws IOException {
		read();
		if (this.position > MAX_BYTES) {
			try (FileChannel channel = FileChannel.open(this.file, StandardOpenOption.WRITE)) {
				channel.truncate(0);
			}
			this.position = 0;
		}
	}

	private void read() throws IOException {
		if (!Files.exists(this.file)) {
			return;
		}
		ByteBuffer buffer = ByteBuffer.allocate(CHUNK_BYTES);
		try (FileChannel channel = FileChannel.open(this.file, StandardOpenOption.READ)) {
			while (channel.read(buffer, this.position) > 0) {
				int read = read(new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1));
				if (read == 0) {
					return;
				}
				this.position += read;
				buffer.clear();
			}
		}
	}

	// The last line may not be all there yet
	private int read(String text) {
		int end = text.lastIndexOf('\n') + 1;
		Matcher matcher = ACCEPTED.matcher(text).region(0, end);
		while (matcher.find()) {
			this.addresses.put(matcher.group(1), matcher.group(2));
		}
		return end;
	}

}
