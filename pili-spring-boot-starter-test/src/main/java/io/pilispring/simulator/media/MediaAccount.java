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
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

import io.pilispring.simulator.FileMaker;
import io.pilispring.simulator.PiliSimulator;

// The state of one account: pushes, recordings, files, and a server for players. It is
// separate because two accounts may have hubs and streams with the same names
final class MediaAccount {

	private final Archive archive;

	private final LivePushes pushes;

	private final FileMaker files;

	private final HttpServer http;

	private final RtmpServer rtmp;

	private MediaAccount(Archive archive, LivePushes pushes, FileMaker files, HttpServer http, RtmpServer rtmp) {
		this.archive = archive;
		this.pushes = pushes;
		this.files = files;
		this.http = http;
		this.rtmp = rtmp;
	}

	static MediaAccount start(String accessKey, List<String> hubs, MediaDirectory directory, int number, Path ffmpeg,
			ConnectionLog connections, ExecutorService executor, Supplier<@Nullable PiliSimulator> simulator)
			throws IOException {
		AccountDirectory own = directory.account(number);
		own.create(hubs);
		Archive archive = new Archive(own);
		LivePushes pushes = new LivePushes(accessKey, own, archive, connections, executor);
		// Only nginx knows this path
		String callback = "/callbacks/" + UUID.randomUUID();
		HttpServer http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		http.setExecutor(executor);
		PlayGate gate = new PlayGate(accessKey, simulator);
		http.createContext("/", Exchanges.closing(new MediaHandler(own, archive, pushes, gate)));
		http.createContext(callback, Exchanges.closing(new PublishCallbacks(simulator, pushes, gate)));
		http.start();
		return new MediaAccount(archive, pushes, new MediaFiles(ffmpeg, directory, own, archive, pushes), http,
				new RtmpServer(hubs, own, "http://" + host(http) + callback));
	}

	Archive archive() {
		return this.archive;
	}

	LivePushes pushes() {
		return this.pushes;
	}

	FileMaker files() {
		return this.files;
	}

	RtmpServer rtmp() {
		return this.rtmp;
	}

	String httpHost() {
		return host(this.http);
	}

	private static String host(HttpServer http) {
		return "127.0.0.1:" + http.getAddress().getPort();
	}

	void close() {
		this.http.stop(0);
		this.pushes.all().forEach(LivePush::end);
	}

}
