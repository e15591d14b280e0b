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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A database server of a test, with its own data, on a free port of the local machine. It
 * needs the programs of the server to be installed, but not a running one.
 */
public final class DatabaseServer implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final String url;

	private final String user;

	private final int port;

	private final Path directory;

	private final List<String> command;

	private @Nullable Process process;

	private DatabaseServer(String url, String user, int port, Path directory, List<String> command) {
		this.url = url;
		this.user = user;
		this.port = port;
		this.directory = directory;
		this.command = command;
	}

	/**
	 * Start PostgreSQL.
	 * @return the server
	 */
	public static DatabaseServer postgresql() {
		int port = freePort();
		Path directory = createDirectory("postgres");
		Path data = directory.resolve("data");
		run(directory, as("postgres", Programs.path("initdb"), "-D", data.toString(), "-U", "pili", "-A", "trust",
				"--no-sync", "--no-instructions", "-E", "UTF8"));
		return start(new DatabaseServer("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "pili", port, directory,
				as("postgres", Programs.path("postgres"), "-D", data.toString(), "-h", "127.0.0.1", "-p",
						Integer.toString(port), "-k", "", "-c", "fsync=off")));
	}

	/**
	 * Start MariaDB.
	 * @return the server
	 */
	public static DatabaseServer mariadb() {
		int port = freePort();
		Path directory = createDirectory("mysql");
		Path data = directory.resolve("data");
		Path init = directory.resolve("init.sql");
		try {
			Files.writeString(init, "CREATE DATABASE IF NOT EXISTS pili;\nCREATE USER IF NOT EXISTS 'pili'@'%';\n"
					+ "GRANT ALL ON *.* TO 'pili'@'%';\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		run(directory, as("mysql", Programs.path("mariadb-install-db"), "--no-defaults", "--datadir=" + data,
				"--auth-root-authentication-method=normal", "--skip-test-db"));
		return start(new DatabaseServer("jdbc:mariadb://127.0.0.1:" + port + "/pili", "pili", port, directory,
				as("mysql", Programs.path("mariadbd"), "--no-defaults", "--datadir=" + data, "--port=" + port,
						"--bind-address=127.0.0.1", "--socket=" + directory.resolve("socket"),
						"--pid-file=" + directory.resolve("pid"), "--init-file=" + init, "--skip-name-resolve",
						"--innodb-flush-log-at-trx-commit=2")));
	}

	// The servers refuse to run as root
	private static List<String> as(String user, String... command) {
		List<String> full = new ArrayList<>();
		if ("root".equals(System.getProperty("user.name"))) {
			full.addAll(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"));
		}
		full.addAll(List.of(command));
		return full;
	}

	private static Path createDirectory(String user) {
		try {
			Path directory = Files.createTempDirectory("pili-database");
			if ("root".equals(System.getProperty("user.name"))) {
				run(directory, List.of("chown", user + ":" + user, directory.toString()));
			}
			return directory;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void run(Path directory, List<String> command) {
		try {
			Path output = Files.createTempFile("pili-database", ".log");
			Process process = new ProcessBuilder(command).directory(directory.toFile())
				.redirectErrorStream(true)
				.redirectOutput(output.toFile())
				.start();
			boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
			String said = Files.readString(output);
			Files.delete(output);
			if (!ended || process.exitValue() != 0) {
				process.destroyForcibly();
				throw new IllegalStateException(command + " failed: " + said);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static DatabaseServer start(DatabaseServer server) {
		try {
			server.start();
			return server;
		}
		catch (RuntimeException ex) {
			server.close();
			throw ex;
		}
	}

	/**
	 * Start the server again after it was stopped.
	 */
	public void start() {
		try {
			Process process = new ProcessBuilder(this.command).directory(this.directory.toFile())
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			this.process = process;
			Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
			awaitConnection(process);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void awaitConnection(Process process) {
		long end = System.nanoTime() + LIMIT.toNanos();
		while (System.nanoTime() < end && process.isAlive()) {
			try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
				if (socket.isConnected()) {
					return;
				}
			}
			catch (IOException ex) {
				sleep();
			}
		}
		throw new IllegalStateException("The server did not start: " + this.command);
	}

	private static void sleep() {
		try {
			Thread.sleep(50);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Stop the server, without waiting for its clients.
	 */
	public void stop() {
		Process process = this.process;
		if (process == null) {
			return;
		}
		// PostgreSQL waits for its clients after SIGTERM
		String signal = (this.url.contains("postgresql")) ? "INT" : "TERM";
		try {
			new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
			if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
				process.destroyForcibly().waitFor();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			process.destroyForcibly();
		}
	}

	/**
	 * Return the JDBC URL of a database.
	 * @return the URL
	 */
	public String url() {
		return this.url;
	}

	/**
	 * Return the name of a user that needs no password.
	 * @return the name
	 */
	public String user() {
		return this.user;
	}

	@Override
	public void close() {
		stop();
		try (Stream<Path> files = Files.walk(this.directory)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
