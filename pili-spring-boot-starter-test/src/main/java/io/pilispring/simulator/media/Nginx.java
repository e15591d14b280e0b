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
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

// The RTMP server
final class Nginx implements AutoCloseable {

	private static final int ATTEMPTS = 3;

	private static final long START_NANOS = Duration.ofSeconds(10).toNanos();

	private static final int TIMEOUT_MILLIS = 5000;

	private final ChildProcess process;

	private final List<Integer> rtmpPorts;

	private final int controlPort;

	private Nginx(ChildProcess process, List<Integer> rtmpPorts, int controlPort) {
		this.process = process;
		this.rtmpPorts = rtmpPorts;
		this.controlPort = controlPort;
	}

	static Nginx start(Path program, Path rtmpModule, MediaDirectory directory, List<RtmpServer> servers)
			throws IOException {
		for (int attempt = 1;; attempt++) {
			try {
				return startOnce(program, rtmpModule, directory, servers);
			}
			catch (IOException ex) {
				// Another process may have taken a port that was free a moment ago
				if (attempt == ATTEMPTS) {
					throw ex;
				}
			}
		}
	}

	private static Nginx startOnce(Path program, Path rtmpModule, MediaDirectory directory, List<RtmpServer> servers)
			throws IOException {
		List<Integer> ports = freePorts(servers.size() + 1);
		List<Integer> rtmpPorts = ports.subList(1, ports.size());
		NginxConfiguration configuration = new NginxConfiguration(rtmpModule, directory, servers, rtmpPorts,
				ports.get(0));
		Files.writeString(directory.root().resolve("nginx.conf"), configuration.text());
		ChildProcess process = ChildProcess.start(
				List.of(program.toString(), "-e", "nginx.log", "-p", directory.root().toString(), "-c", "nginx.conf"),
				directory, directory.log());
		Nginx nginx = new Nginx(process, rtmpPorts, ports.get(0));
		try {
			nginx.awaitStart();
			return nginx;
		}
		catch (IOException ex) {
			nginx.close();
			throw ex;
		}
	}

	// Kept open until all are found, because a released port may be found again
	private static List<Integer> freePorts(int count) throws IOException {
		List<ServerSocket> sockets = new ArrayList<>();
		try {
			while (sockets.size() < count) {
				sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
			}
			return sockets.stream().map(ServerSocket::getLocalPort).toList();
		}
		finally {
			for (ServerSocket socket : sockets) {
				socket.close();
			}
		}
	}

	private void awaitStart() throws IOException {
		long start = System.nanoTime();
		while (!this.rtmpPorts.stream().allMatch(Nginx::isListening)) {
			if (!this.process.isAlive() || System.nanoTime() - start > START_NANOS) {
				throw new IOException("nginx did not start");
			}
			try {
				Thread.sleep(10);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IOException("Interrupted while nginx started", ex);
			}
		}
	}

	private static boolean isListening(int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	String rtmpHost(int server) {
		return "127.0.0.1:" + this.rtmpPorts.get(server);
	}

	long pid() {
		return this.process.pid();
	}

	void dropPublisher(int server, StreamName stream) throws IOException {
		URI uri = URI.create("http://127.0.0.1:%d/control/drop/publisher?srv=%d&app=%s&name=%s"
			.formatted(this.controlPort, server, stream.hub(), stream.title()));
		HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
		connection.setConnectTimeout(TIMEOUT_MILLIS);
		connection.setReadTimeout(TIMEOUT_MILLIS);
		connection.setRequestProperty("Connection", "close");
		connection.getResponseCode();
		connection.disconnect();
	}

	@Override
	public void close() {
		this.process.close();
	}

}
