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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import org.jspecify.annotations.Nullable;

import io.pilispring.simulator.PlayDecision;

// Plays: HLS and HTTP-FLV while live, HLS of recordings, and the files that were made
final class MediaHandler implements HttpHandler {

	private static final Pattern PLAYED = Pattern
		.compile("/([A-Za-z0-9_-]+)/([A-Za-z0-9_-]+(?:@[A-Za-z0-9_-]+)?)\\.(m3u8|flv|ts)");

	private static final Map<String, String> TYPES = Map.of("m3u8", "application/vnd.apple.mpegurl", "ts", "video/mp2t",
			"mp4", "video/mp4", "flv", "video/x-flv", "jpg", "image/jpeg", "jpeg", "image/jpeg", "png", "image/png");

	private static final Duration FIRST_SEGMENT = Duration.ofSeconds(10);

	private static final long LOOK_MILLIS = 50;

	private final AccountDirectory directory;

	private final Archive archive;

	private final LivePushes pushes;

	private final PlayGate gate;

	MediaHandler(AccountDirectory directory, Archive archive, LivePushes pushes, PlayGate gate) {
		this.directory = directory;
		this.archive = archive;
		this.pushes = pushes;
		this.gate = gate;
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
		try {
			String path = exchange.getRequestURI().getPath();
			Matcher matcher = PLAYED.matcher(path);
			if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
				exchange.sendResponseHeaders(405, -1);
			}
			else if (matcher.matches() && Files.isDirectory(this.directory.hls(matcher.group(1)))) {
				play(exchange, matcher.group(1), matcher.group(2), matcher.group(3));
			}
			else {
				sendOther(exchange, path);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	// A file that was made, or a play URL that its domain rewrites
	private void sendOther(HttpExchange exchange, String path) throws IOException, InterruptedException {
		Path file = this.directory.file(path.substring(1));
		PlayDecision decision = this.gate.check(exchange);
		if (decision.accepted() && decision.stream() != null) {
			play(exchange, decision.stream().hub(), decision.stream().title(),
					path.substring(path.lastIndexOf('.') + 1));
		}
		else if (decision.verdict().isForbidden() && !isFile(file)) {
			sendForbidden(exchange);
		}
		else {
			sendFile(exchange, file);
		}
	}

	private void play(HttpExchange exchange, String hub, String name, String kind)
			throws IOException, InterruptedException {
		if (this.gate.check(exchange).verdict().isForbidden()) {
			sendForbidden(exchange);
			return;
		}
		StreamName stream = StreamName.ofPlayed(hub, name);
		PlaybackRange range = PlaybackRange.parse(exchange.getRequestURI().getRawQuery());
		if ("ts".equals(kind)) {
			sendFile(exchange, this.directory.hls(hub).resolve(name + ".ts"));
		}
		else if ("flv".equals(kind)) {
			new FlvBroadcast(this.pushes.find(stream)).send(exchange);
		}
		else if (range != null) {
			sendPlayback(exchange, this.archive.within(stream, range.start(), range.end()));
		}
		else {
			sendLive(exchange, stream);
		}
	}

	// A stream that has just gone live has no segment yet, which players need not notice
	private void sendLive(HttpExchange exchange, StreamName stream) throws IOException, InterruptedException {
		Path playlist = this.directory.livePlaylist(stream);
		long start = System.nanoTime();
		while (this.pushes.isLive(stream) && System.nanoTime() - start < FIRST_SEGMENT.toNanos()) {
			if (Files.exists(playlist)) {
				sendPlaylist(exchange, Files.readString(playlist));
				return;
			}
			Thread.sleep(LOOK_MILLIS);
		}
		sendNotFound(exchange);
	}

	private void sendPlayback(HttpExchange exchange, List<MediaSegment> segments) throws IOException {
		if (segments.isEmpty()) {
			sendNotFound(exchange);
			return;
		}
		sendPlaylist(exchange, HlsPlaylist.write(segments, MediaSegment::name));
	}

	private void sendPlaylist(HttpExchange exchange, String text) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", typeOf("m3u8"));
		exchange.getResponseHeaders().set("Cache-Control", "no-cache");
		if ("HEAD".equals(exchange.getRequestMethod())) {
			exchange.sendResponseHeaders(200, -1);
			return;
		}
		exchange.sendResponseHeaders(200, bytes.length);
		try (OutputStream out = exchange.getResponseBody()) {
			out.write(bytes);
		}
	}

	private void sendFile(HttpExchange exchange, @Nullable Path file) throws IOException {
		if (file == null || !isFile(file)) {
			sendNotFound(exchange);
			return;
		}
		String name = file.getFileName().toString();
		exchange.getResponseHeaders().set("Content-Type", typeOf(name.substring(name.lastIndexOf('.') + 1)));
		exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
		FileResponse.send(exchange, file);
	}

	private static boolean isFile(@Nullable Path file) {
		return file != null && Files.isRegularFile(file);
	}

	private static String typeOf(String suffix) {
		return TYPES.getOrDefault(suffix, "application/octet-stream");
	}

	private static void sendForbidden(HttpExchange exchange) throws IOException {
		exchange.sendResponseHeaders(403, -1);
	}

	private static void sendNotFound(HttpExchange exchange) throws IOException {
		exchange.sendResponseHeaders(404, -1);
	}

}
