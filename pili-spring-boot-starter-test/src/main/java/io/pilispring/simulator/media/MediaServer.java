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
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.PiliSimulatorBuilder;
import io.pilispring.simulator.SimulatedStream;
import io.pilispring.simulator.StreamHosts;

/**
 * A simulator with real media: publish URLs are published to, play URLs play, and what is
 * measured, recorded, saved and photographed is the stream itself. It listens on the
 * loopback address, and runs nginx with its RTMP module and ffmpeg, which must be
 * installed. The addresses of publishers have their ports where nginx was built with
 * debugging, as that of Debian is. What an earlier server left behind because its process
 * was killed is ended and deleted.
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

	private final Archive archive;

	private final LivePushes pushes;

	private final Thread shutdownHook = new Thread(this::release, "pili-media-shutdown");

	private @Nullable HttpServer http;

	private @Nullable Nginx nginx;

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
		this.archive = new Archive(directory);
		this.pushes = new LivePushes(directory, this.archive, this.executor);
	}

	/**
	 * Return which of the programs are missing that real media needs.
	 * @return the names of the programs, none if everything is there
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
			MediaServer server = create(programs, MediaDirectory.create(builder.hubNames()));
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
		// Nobody but nginx knows this path
		String callback = "/callbacks/" + UUID.randomUUID();
		HttpServer http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		this.http = http;
		http.setExecutor(this.executor);
		http.createContext("/", Exchanges.closing(new MediaHandler(this.directory, this.archive, this.pushes)));
		http.createContext(callback, Exchanges.closing(new PublishCallbacks(() -> this.simulator, this.pushes)));
		http.start();
		String httpHost = "127.0.0.1:" + http.getAddress().getPort();
		Nginx nginx = Nginx.start(Objects.requireNonNull(this.programs.nginx()),
				Objects.requireNonNull(this.programs.rtmpModule()), this.directory, builder.hubNames(),
				"http://" + httpHost + callback);
		this.nginx = nginx;
		this.simulator = builder.hosts(StreamHosts.of(nginx.rtmpHost(), httpHost))
			.fileMaker(new MediaFiles(Objects.requireNonNull(this.programs.ffmpeg()), this.directory, this.archive,
					this.pushes))
			.pushListener(this::drop)
			.start();
		this.cleaner.scheduleWithFixedDelay(this::cleanUp, CLEAN_UP_SECONDS, CLEAN_UP_SECONDS, TimeUnit.SECONDS);
	}

	/**
	 * Return the simulator. It is closed with this server.
	 * @return the simulator
	 */
	public PiliSimulator simulator() {
		return Objects.requireNonNull(this.simulator);
	}

	/**
	 * Publish a test picture, which ends with this server at the latest.
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

	// Called with the stream locked, hence in another thread
	private void drop(SimulatedStream stream) {
		StreamName name = new StreamName(stream.hub(), stream.title());
		LivePush push = this.pushes.find(name);
		if (push != null && !push.isOver() && !this.closed.get()) {
			this.executor.execute(() -> drop(name));
		}
	}

	private void drop(StreamName name) {
		Nginx nginx = this.nginx;
		try {
			if (nginx != null) {
				nginx.dropPublisher(name);
			}
		}
		catch (IOException ex) {
			// nginx is gone, and the push with it
		}
	}

	private void cleanUp() {
		try {
			this.pushes.cleanUpConnections();
		}
		catch (IOException ex) {
			// Looked at again next time
		}
		this.pictures.removeIf((picture) -> !picture.isRunning());
		this.archive.cleanUp(
				(name) -> simulator().streams()
					.stream()
					.anyMatch((stream) -> stream.hub().equals(name.hub()) && stream.title().equals(name.title())),
				MAX_BYTES);
		for (LivePush push : this.pushes.all()) {
			if (push.recordedBytes() > MAX_BYTES || !push.stream().isLive()) {
				drop(push.name());
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
	 * End the programs, close the simulator and delete all that was recorded and made.
	 */
	@Override
	public void close() {
		release();
		try {
			Runtime.getRuntime().removeShutdownHook(this.shutdownHook);
		}
		catch (IllegalStateException ex) {
			// The hook is what runs
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
		if (this.nginx != null) {
			this.nginx.close();
		}
		if (this.http != null) {
			this.http.stop(0);
		}
		this.pushes.all().forEach(LivePush::end);
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
