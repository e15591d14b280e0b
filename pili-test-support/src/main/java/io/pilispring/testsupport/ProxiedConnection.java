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

package io.pilispring.testsupport;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import io.pilispring.testsupport.Fault.Direction;
import io.pilispring.testsupport.Fault.Kind;

/**
 * A connection of a client to a server, and what goes wrong with it.
 */
final class ProxiedConnection {

	private static final byte[] GARBAGE = "\u0000\u0001 no HTTP at all \r\n\r\n".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] UNAVAILABLE = ("HTTP/1.1 503 Unavailable\r\nRetry-After: 0\r\nContent-Length: 0\r\n"
			+ "Connection: close\r\n\r\n")
		.getBytes(StandardCharsets.US_ASCII);

	private final Socket client;

	private final Socket server;

	private final FaultProxy proxy;

	private @Nullable Fault expected;

	private long passed;

	private Direction last = Direction.RESPONSE;

	private boolean stalled;

	ProxiedConnection(Socket client, Socket server, FaultProxy proxy) {
		this.client = client;
		this.server = server;
		this.proxy = proxy;
	}

	void open() {
		start(() -> pump(this.client, this.server, Direction.REQUEST));
		start(() -> pump(this.server, this.client, Direction.RESPONSE));
	}

	static void start(Runnable task) {
		Thread thread = new Thread(task, "fault-proxy");
		thread.setDaemon(true);
		thread.start();
	}

	synchronized void expect(@Nullable Fault fault) {
		this.expected = fault;
		this.passed = 0;
	}

	private void pump(Socket from, Socket to, Direction direction) {
		byte[] buffer = new byte[8192];
		try {
			for (int read = from.getInputStream().read(buffer); read >= 0; read = from.getInputStream().read(buffer)) {
				if (!pass(buffer, read, to, direction)) {
					return;
				}
			}
			close();
		}
		catch (IOException ex) {
			close();
		}
	}

	private synchronized boolean pass(byte[] bytes, int length, Socket to, Direction direction) throws IOException {
		if (this.stalled) {
			return true;
		}
		if (direction == Direction.REQUEST && this.last == Direction.RESPONSE) {
			expect(this.proxy.takeFault());
		}
		this.last = direction;
		Fault fault = this.expected;
		if (fault == null || fault.direction() != direction) {
			to.getOutputStream().write(bytes, 0, length);
			return true;
		}
		int allowed = (int) Math.min(length, fault.afterBytes() - this.passed);
		to.getOutputStream().write(bytes, 0, allowed);
		this.passed += allowed;
		if (allowed == length && fault.afterBytes() > this.passed) {
			return true;
		}
		happen(fault);
		return this.stalled;
	}

	private void happen(Fault fault) throws IOException {
		this.proxy.happened(fault);
		if (fault.kind() == Kind.STALL) {
			this.stalled = true;
			return;
		}
		if (fault.kind() == Kind.RESET) {
			this.client.setSoLinger(true, 0);
		}
		else if (fault.kind() == Kind.GARBAGE) {
			this.client.getOutputStream().write(GARBAGE);
		}
		else if (fault.kind() == Kind.UNAVAILABLE) {
			this.client.getOutputStream().write(UNAVAILABLE);
		}
		close();
	}

	void close() {
		this.proxy.closed(this);
		try (this.client; this.server) {
			// To close them is all there is to do
		}
		catch (IOException ex) {
			// They are closed
		}
	}

}
