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
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.PiliSimulatorBuilder;
import io.pilispring.simulator.SimulatedStream;
import io.pilispring.simulator.StreamHosts;

/**
 * A simulator with real media: publish URLs and play URLs work, and the measurements,
 * recordings, files and snapshots are those of the real stream. It listens on the
 * loopback address, and runs nginx with its RTMP module and ffmpeg, which must be
 * installed. Each account of the simulator has its own ports to publish to and to play
 * from. The addresses of publishers include the port if nginx was built with debugging,
 * as on Debian. Programs and files left behind by an earlier server whose process was
 * killed are ended and deleted.
 *
 * @since 0.1.0
 */
public final class MediaServer implements AutoCloseable {

	private static final long CLEAN_UP_SECONDS = 5;

	private static final long MAX_BYTES = 1L << 30;

	private final AtomicBoolean closed = new AtomicBoolean();

	private final List<TestPicture> pictures = new CopyOnWriteArrayList<>();

	private final MediaPrograms programs;

	private final MediaDirectory directory;

	private final Ownership ownership;

	private final ExecutorService executor;

	private final ScheduledExecutorService cleaner;

	private final ConnectionLog connections;

	// By access key
	private final Map<String, MediaAccount> accounts = new ConcurrentHashMap<>();

	private final Thread shutdownHook = new Thread(this::release, "pili-media-shutdown");

	private volatile @Nullable Nginx nginx;

	private volatile @Nullable PiliSimulator simulator;

	private MediaServer(MediaPrograms programs, MediaDirectory directory, Ownership ownership) {
		this.programs = programs;
		this.directory = directory;
		this.ownership = ownership;
		ThreadFactory threads = (task) -> {
			Thread thread = new Thread(task, "pili-media");
			thread.setDaemon(true);
			return thread;
		};
		this.executor = Executors.newCachedThreadPool(threads);
		this.cleaner = new ScheduledThreadPoolExecutor(1, threads);
		this.connections = new ConnectionLog(directory.connectionLog());
	}

	/**
	 * Return which of the required programs are missing.
	 * @return the names of the programs, or an empty list if all are available
	 */
	public static List<String> missingPrograms() {
		return MediaPrograms.find().missing();
	}

	/**
	 * Start a simulator with one hub and real media.
	 * @return the server, to be closed by the caller
	 * @throws MissingProgramsException if programs are missing
	 */
	public static MediaServer start() {
		return start(PiliSimulator.builder());
	}

	/**
	 * Start a simulator with real media.
	 * @param builder builds the simulator; its hosts, file maker and push listener are
	 * replaced
	 * @return the server, to be closed by the caller
	 * @throws MissingProgramsException if programs are missing
	 */
	public static MediaServer start(PiliSimulatorBuilder builder) {
		MediaPrograms programs = MediaPrograms.find();
		if (!programs.missing().isEmpty()) {
			throw new MissingProgramsException(programs.missing());
		}
		try {
			MediaServer server = create(programs, MediaDirectory.create());
			Runtime.getRuntime().addShutdownHook(server.shutdownHook);
			try {
				server.run(builder);
				return server;
			}
			catch (IOException | RuntimeException ex) {
				server.close();
				throw ex;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static MediaServer create(MediaPrograms programs, MediaDirectory directory) throws IOException {
		try {
			MediaServer server = new MediaServer(programs, directory, Ownership.take(directory));
			new Leftovers(directory).cleanUp();
			return server;
		}
		catch (IOException ex) {
			directory.delete();
			throw ex;
		}
	}

	private void run(PiliSimulatorBuilder builder) throws IOException {
		Map<String, List<String>> hubs = builder.hubsByAccessKey();
		List<String> accessKeys = List.copyOf(hubs.keySet());
		List<RtmpServer> servers = new ArrayList<>();
		for (String accessKey : accessKeys) {
			MediaAccount account = MediaAccount.start(accessKey, Objects.requireNonNull(hubs.get(accessKey)),
					this.directory, servers.size() + 1, Objects.requireNonNull(this.programs.ffmpeg()),
					this.connections, this.executor, () -> this.simulator);
			this.accounts.put(accessKey, account);
			servers.add(account.rtmp());
		}
		Nginx nginx = Nginx.start(Objects.requireNonNull(this.programs.nginx()),
				Objects.requireNonNull(this.programs.rtmpModule()), this.directory, servers);
		this.nginx = nginx;
		this.simulator = builder
			.hosts((accessKey) -> StreamHosts.of(nginx.rtmpHost(accessKeys.indexOf(accessKey)),
					account(accessKey).httpHost()))
			.fileMaker((order) -> account(order.stream()).files().make(order))
			.pushListener((stream) -> drop(accessKeys, stream))
			.start();
		this.cleaner.scheduleWithFixedDelay(() -> cleanUp(accessKeys), CLEAN_UP_SECONDS, CLEAN_UP_SECONDS,
				TimeUnit.SECONDS);
	}

	private MediaAccount account(SimulatedStream stream) {
		return account(stream.account().accessKey());
	}

	private MediaAccount account(String accessKey) {
		return Objects.requireNonNull(this.accounts.get(accessKey));
	}

	/**
	 * Return the simulator. It is closed with this server.
	 * @return the simulator
	 */
	public PiliSimulator simulator() {
		return Objects.requireNonNull(this.simulator);
	}

	/**
	 * Publish a test picture. It ends at the latest when this server is closed.
	 * @param url the RTMP URL
	 * @return the publisher
	 */
	public TestPicture publishTestPicture(String url) {
		try {
			TestPicture picture = TestPicture.start(Objects.requireNonNull(this.programs.ffmpeg()), this.directory,
					url);
			this.pictures.add(picture);
			return picture;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	// Runs in another thread, because the caller holds the lock of the stream
	private void drop(List<String> accessKeys, SimulatedStream stream) {
		StreamName name = new StreamName(stream.hub(), stream.title());
		LivePush push = account(stream).pushes().find(name);
		if (push != null && !push.isOver() && !this.closed.get()) {
			int server = accessKeys.indexOf(stream.account().accessKey());
			this.executor.execute(() -> drop(server, name));
		}
	}

	private void drop(int server, StreamName name) {
		Nginx nginx = this.nginx;
		try {
			if (nginx != null) {
				nginx.dropPublisher(server, name);
			}
		}
		catch (IOException ex) {
			// nginx has ended, and the push with it
		}
	}

	private void cleanUp(List<String> accessKeys) {
		try {
			this.connections.cleanUp();
		}
		catch (IOException ex) {
			// Retried next time
		}
		this.pictures.removeIf((picture) -> !picture.isRunning());
		for (int server = 0; server < accessKeys.size(); server++) {
			cleanUp(server, accessKeys.get(server));
		}
	}

	private void cleanUp(int server, String accessKey) {
		MediaAccount account = account(accessKey);
		Set<StreamName> streams = simulator().account(accessKey)
			.streams()
			.stream()
			.map((stream) -> new StreamName(stream.hub(), stream.title()))
			.collect(Collectors.toSet());
		account.archive().cleanUp(streams::contains, MAX_BYTES);
		for (LivePush push : account.pushes().all()) {
			if (push.recordedBytes() > MAX_BYTES || !push.stream().isLive()) {
				drop(server, push.name());
			}
		}
	}

	long nginxPid() {
		return Objects.requireNonNull(this.nginx).pid();
	}

	MediaDirectory directory() {
		return this.directory;
	}

	/**
	 * End the programs, close the simulator and delete all recordings and files.
	 */
	@Override
	public void close() {
		release();
		try {
			Runtime.getRuntime().removeShutdownHook(this.shutdownHook);
		}
		catch (IllegalStateException ex) {
			// The shutdown hook itself is running
		}
	}

	private void release() {
		if (!this.closed.compareAndSet(false, true)) {
			return;
		}
		this.cleaner.shutdownNow();
		this.pictures.forEach(TestPicture::close);
		PiliSimulator simulator = this.simulator;
		if (simulator != null) {
			simulator.close();
		}
		Nginx nginx = this.nginx;
		if (nginx != null) {
			nginx.close();
		}
		this.accounts.values().forEach(MediaAccount::close);
		this.executor.shutdownNow();
		try {
			this.executor.awaitTermination(5, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.directory.delete();
		this.ownership.close();
	}

}
