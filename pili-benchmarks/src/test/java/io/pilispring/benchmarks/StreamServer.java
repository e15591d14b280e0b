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

package io.pilispring.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Answers like PILI with as little work as can be, in a process of its own, so that no
 * client waits for it. {@code /control} sets how it behaves and tells how often it was
 * called.
 */
public final class StreamServer {

	private static final int STREAMS = 10_000;

	private static final Pattern ID = Pattern.compile("\"(z1\\.[^\"]+)\"");

	private static final Pattern KEY = Pattern.compile("\"(camera-[^\"]+)\"");

	private static final Pattern SETTING = Pattern.compile("(marker|limit|delay|idle|deaf)=(\\d+)");

	private static final byte[] STREAM = answer(Wire.stream(Wire.TITLE));

	private static final byte[] STREAM_V2 = answer(Wire.info());

	private static final AtomicLong calls = new AtomicLong();

	private static volatile int delay;

	private static volatile int idle;

	private static volatile boolean deaf;

	private StreamServer() {
	}

	public static void main(String[] args) throws IOException {
		try (ServerSocket server = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress())) {
			System.out.println(server.getLocalPort());
			while (true) {
				Socket socket = server.accept();
				Thread thread = new Thread(() -> serve(socket), "connection");
				thread.setDaemon(true);
				thread.start();
			}
		}
	}

	private static void serve(Socket socket) {
		try (socket; InputStream input = new BufferedInputStream(socket.getInputStream(), 16384)) {
			socket.setTcpNoDelay(true);
			OutputStream output = socket.getOutputStream();
			byte[] head = new byte[16384];
			while (true) {
				socket.setSoTimeout(idle);
				int length = readHead(input, head);
				if (length < 0) {
					return;
				}
				String text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
				byte[] answer = answer(text, input.readNBytes(contentLength(text)));
				if (deaf && !text.startsWith("GET /control")) {
					Thread.sleep(Long.MAX_VALUE);
				}
				if (delay > 0) {
					Thread.sleep(delay);
				}
				output.write(answer);
			}
		}
		catch (SocketTimeoutException ex) {
			// Closes a connection that was idle for too long
		}
		catch (IOException ex) {
			// The client hung up
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static int readHead(InputStream input, byte[] head) throws IOException {
		int length = 0;
		int state = 0;
		while (state < 4) {
			int next = input.read();
			if (next < 0) {
				return -1;
			}
			head[length++] = (byte) next;
			state = (next == ((state % 2 == 0) ? '\r' : '\n')) ? state + 1 : 0;
		}
		return length;
	}

	private static int contentLength(String head) {
		if (head.startsWith("GET")) {
			return 0;
		}
		String name = "content-length: ";
		int start = head.toLowerCase(java.util.Locale.ROOT).indexOf(name);
		return (start < 0) ? 0 : Integer.parseInt(head, start + name.length(), head.indexOf('\r', start), 10);
	}

	private static byte[] answer(String head, byte[] body) {
		if (head.startsWith("GET /control")) {
			return control(head);
		}
		calls.incrementAndGet();
		if (head.startsWith("GET /v2/")) {
			return (head.indexOf("/streams?") > 0) ? liveStreams(head) : STREAM_V2;
		}
		if (head.startsWith("POST /v2/") && head.indexOf("/livestreams") > 0) {
			Matcher keys = KEY.matcher(new String(body, StandardCharsets.UTF_8));
			return answer(keys.results()
				.map((key) -> Wire.liveStatus(key.group(1)))
				.collect(Collectors.joining(",", "{\"items\":[", "]}")));
		}
		if (head.startsWith("GET /v1/streams?")) {
			int from = setting(head, "marker", 0);
			int size = Math.min(setting(head, "limit", 100), STREAMS - from);
			int next = from + size;
			return answer(Wire.page(from, size, (next < STREAMS) ? String.valueOf(next) : ""));
		}
		if (head.startsWith("POST /v1/statuses")) {
			Matcher ids = ID.matcher(new String(body, StandardCharsets.UTF_8));
			return answer(ids.results()
				.map((id) -> Wire.status(id.group(1)))
				.collect(Collectors.joining(",", "{\"items\":[", "]}")));
		}
		return STREAM;
	}

	private static byte[] liveStreams(String head) {
		int from = setting(head, "marker", 0);
		int next = Math.min(from + setting(head, "limit", 100), STREAMS);
		return answer(IntStream.range(from, next)
			.mapToObj("{\"key\":\"camera-%06d\"}"::formatted)
			.collect(Collectors.joining(",", "{\"items\":[",
					"],\"marker\":\"" + ((next < STREAMS) ? String.valueOf(next) : "") + "\"}")));
	}

	private static byte[] control(String head) {
		delay = setting(head, "delay", 0);
		idle = setting(head, "idle", 0);
		deaf = setting(head, "deaf", 0) > 0;
		return answer(String.valueOf(calls.getAndSet(0)));
	}

	private static int setting(String head, String name, int missing) {
		return SETTING.matcher(head.substring(0, head.indexOf('\r')))
			.results()
			.filter((setting) -> setting.group(1).equals(name))
			.map((setting) -> Integer.valueOf(setting.group(2)))
			.findFirst()
			.orElse(missing);
	}

	private static byte[] answer(String json) {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Reqid: BJQAAHsUQiRjhwAA\r\nContent-Length: "
				+ body.length + "\r\n\r\n" + json)
			.getBytes(StandardCharsets.UTF_8);
	}

}
