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
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import io.pilispring.testsupport.Fault.Direction;
import io.pilispring.testsupport.Fault.Kind;

/**
 * Stands between a client and a server on the loopback address and lets things go wrong:
 * once where a test says so, or at random.
 */
public final class FaultProxy implements AutoCloseable {

	private static final int LONGEST_PREFIX = 700;

	private final ServerSocket listener;

	private final int target;

	private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();

	private final AtomicReference<@Nullable Fault> next = new AtomicReference<>();

	private final Map<Kind, AtomicLong> injected = new EnumMap<>(Kind.class);

	private volatile double share;

	private volatile Random random = new Random();

	private FaultProxy(int target) {
		this.target = target;
		for (Kind kind : Kind.values()) {
			this.injected.put(kind, new AtomicLong());
		}
		try {
			this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		ProxiedConnection.start(this::accept);
	}

	/**
	 * Start a proxy.
	 * @param port the port of the server on the loopback address
	 * @return the proxy
	 */
	public static FaultProxy before(int port) {
		return new FaultProxy(port);
	}

	/**
	 * Return the address to give to the client.
	 * @return scheme, host and port
	 */
	public String address() {
		return "http://127.0.0.1:" + this.listener.getLocalPort();
	}

	/**
	 * Let a fault happen in the next exchange.
	 * @param fault the fault
	 */
	public void next(Fault fault) {
		this.next.set(fault);
	}

	/**
	 * Forget the faults that have not happened yet.
	 */
	public void calmDown() {
		this.share = 0;
		this.next.set(null);
		this.connections.forEach((connection) -> connection.expect(null));
	}

	/**
	 * Let faults of all kinds happen at random.
	 * @param share the share of the exchanges that something goes wrong with, from 0 to 1
	 * @param seed where the random numbers start
	 */
	public void atRandom(double share, long seed) {
		this.random = new Random(seed);
		this.share = share;
	}

	/**
	 * Close all connections, as a server does that is restarted.
	 */
	public void dropConnections() {
		this.connections.forEach(ProxiedConnection::close);
	}

	/**
	 * Return the number of open connections.
	 * @return the number of connections
	 */
	public int openConnections() {
		return this.connections.size();
	}

	/**
	 * Return how many faults have happened.
	 * @return the number of each kind
	 */
	public Map<Kind, Long> injected() {
		Map<Kind, Long> numbers = new EnumMap<>(Kind.class);
		this.injected.forEach((kind, number) -> numbers.put(kind, number.get()));
		return numbers;
	}

	/**
	 * Return how many faults have happened in all.
	 * @return the number of faults
	 */
	public long injectedInAll() {
		return this.injected.values().stream().mapToLong(AtomicLong::get).sum();
	}

	private void accept() {
		while (!this.listener.isClosed()) {
			try {
				Socket client = this.listener.accept();
				ProxiedConnection connection = new ProxiedConnection(client, connect(client), this);
				this.connections.add(connection);
				connection.open();
			}
			catch (IOException ex) {
				// Closed, or the server is not there
			}
		}
	}

	private Socket connect(Socket client) throws IOException {
		try {
			Socket server = new Socket(InetAddress.getLoopbackAddress(), this.target);
			server.setTcpNoDelay(true);
			client.setTcpNoDelay(true);
			return server;
		}
		catch (IOException ex) {
			client.close();
			throw ex;
		}
	}

	// Asked at the beginning of an exchange
	@Nullable Fault takeFault() {
		Fault fault = this.next.getAndSet(null);
		if (fault != null || this.share == 0) {
			return fault;
		}
		Random numbers = this.random;
		if (numbers.nextDouble() >= this.share) {
			return null;
		}
		Direction direction = (numbers.nextBoolean()) ? Direction.REQUEST : Direction.RESPONSE;
		Kind kind = Kind.values()[numbers.nextInt(Kind.values().length)];
		// Amid a body of known length garbage would be part of the answer
		boolean answers = kind == Kind.UNAVAILABLE || kind == Kind.GARBAGE;
		return new Fault(direction, (answers) ? 0 : numbers.nextInt(LONGEST_PREFIX), kind);
	}

	void happened(Fault fault) {
		AtomicLong number = this.injected.get(fault.kind());
		if (number != null) {
			number.incrementAndGet();
		}
	}

	void closed(ProxiedConnection connection) {
		this.connections.remove(connection);
	}

	@Override
	public void close() throws IOException {
		this.listener.close();
		dropConnections();
	}

}
