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

package io.pilispring.simulator;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FileMaker} and {@link PushListener}.
 */
class FileMakerTests {

	private static final String SNAPSHOT = "{\"name\":\"a.jpg\",\"format\":\"jpg\"}";

	@Test
	void fileOperationFollowsTheMaker() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		try (PiliSimulator simulator = PiliSimulator.builder().fileMaker((order) -> {
			assertThat(order.kind()).isEqualTo(FileOrder.Kind.SNAPSHOT);
			assertThat(order.path()).isEqualTo("snapshots/z1.test-hub.title/a.jpg");
			begun.countDown();
			goOn.await();
		}).start()) {
			SimulatedFop fop = order(simulator);
			assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
			assertThat(fop.code()).isEqualTo(FopCode.PROCESSING);
			goOn.countDown();
			awaitEnd(fop);
			assertThat(fop.code()).isEqualTo(FopCode.DONE);
		}
	}

	@Test
	void fileOperationFailsWithTheMaker() throws Exception {
		try (PiliSimulator simulator = PiliSimulator.builder().fileMaker((order) -> {
			throw new IOException("disk full");
		}).start()) {
			SimulatedFop fop = order(simulator);
			awaitEnd(fop);
			assertThat(fop.code()).isEqualTo(FopCode.FAILED);
			String json = new TestClient(simulator).unsigned("GET", "/status/get/prefop?id=" + fop.id()).body();
			assertThat(json).contains("disk full");
		}
	}

	@Test
	void whatTestCodeFinishesStaysFinished() throws Exception {
		CountDownLatch goOn = new CountDownLatch(1);
		try (PiliSimulator simulator = PiliSimulator.builder().fileMaker((order) -> goOn.await()).start()) {
			SimulatedFop fop = order(simulator);
			fop.fail("by hand");
			goOn.countDown();
			assertThat(fop.code()).isEqualTo(FopCode.FAILED);
		}
	}

	@Test
	void fileOperationFailsWhenTheSimulatorIsClosed() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		PiliSimulator simulator = PiliSimulator.builder().fileMaker((order) -> {
			begun.countDown();
			new CountDownLatch(1).await();
		}).start();
		SimulatedFop fop;
		try (simulator) {
			fop = order(simulator);
			assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
		}
		assertThat(((FopState) fop).outcome()).isEqualTo(new FopOutcome(FopCode.FAILED, "interrupted"));
	}

	@Test
	void fileOperationFailsWhenItComesTooLate() throws Exception {
		Files files = new Files((order) -> {
		});
		files.close();
		FopState fop = new FopState("id", new FopOrder("", "", "", "", null, null), Duration.ZERO,
				InstantSource.system());
		fop.byWork();
		try (PiliSimulator simulator = PiliSimulator.start()) {
			files.make(new FileOrder(simulator.createStream(), FileOrder.Kind.SNAPSHOT, "a", null, null, null), fop);
		}
		assertThat(fop.outcome()).isEqualTo(new FopOutcome(FopCode.FAILED, "closed"));
	}

	@Test
	void threadsDoNotKeepAnApplicationRunning() throws Exception {
		CountDownLatch goOn = new CountDownLatch(1);
		try (PiliSimulator simulator = PiliSimulator.builder().fileMaker((order) -> goOn.await()).start()) {
			PushCallback callback = PushCallback.of(PushCallback.Format.GET, simulator.apiHost() + "/callback");
			SimulatedHub hub = simulator.defaultHub();
			hub.setDomain(hub.domain("publish.pili.test").withCallbacks(callback, callback));
			SimulatedStream stream = simulator.createStream("title");
			stream.goLive();
			new TestClient(simulator).post("/v1/streams/" + stream.id() + "/snapshot",
					"{\"name\":\"a\",\"format\":\"jpg\",\"notifyUrl\":\"" + simulator.apiHost() + "/notify\"}");
			assertThat(Thread.getAllStackTraces().keySet())
				.filteredOn((thread) -> thread.getName().startsWith("pili-simulator-"))
				.allMatch(Thread::isDaemon)
				.extracting(Thread::getName)
				.contains("pili-simulator-push", "pili-simulator-fop", "pili-simulator-file");
			goOn.countDown();
		}
	}

	@Test
	void everythingEndsThoughTheClosingThreadIsInterrupted() throws Exception {
		Set<Thread> before = Thread.getAllStackTraces().keySet();
		CountDownLatch begun = new CountDownLatch(1);
		PiliSimulator simulator = PiliSimulator.builder().fileMaker((order) -> {
			begun.countDown();
			new CountDownLatch(1).await();
		}).start();
		Set<Thread> own;
		try (simulator) {
			PushCallback callback = PushCallback.of(PushCallback.Format.GET, simulator.apiHost() + "/callback");
			SimulatedHub hub = simulator.defaultHub();
			hub.setDomain(hub.domain("publish.pili.test").withCallbacks(callback, callback));
			SimulatedStream stream = hub.goLive("title");
			new TestClient(simulator).post("/v1/streams/" + stream.id() + "/snapshot",
					"{\"name\":\"a\",\"format\":\"jpg\",\"notifyUrl\":\"" + simulator.apiHost() + "/notify\"}");
			assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
			own = new HashSet<>(Thread.getAllStackTraces().keySet());
			own.removeAll(before);
			own.removeIf((thread) -> !thread.getName().startsWith("pili-simulator-"));
			assertThat(own).extracting(Thread::getName)
				.contains("pili-simulator-push", "pili-simulator-fop", "pili-simulator-file");
			Thread.currentThread().interrupt();
		}
		assertThat(Thread.interrupted()).isTrue();
		for (Thread thread : own) {
			thread.join(30_000);
		}
		assertThat(own).noneMatch(Thread::isAlive);
		assertThat(simulator.wireMock().isRunning()).isFalse();
	}

	@Test
	void endOfAPushIsTold() {
		List<String> ended = Collections.synchronizedList(new ArrayList<>());
		try (PiliSimulator simulator = PiliSimulator.builder()
			.pushListener((stream) -> ended.add(stream.title()))
			.start()) {
			for (String title : List.of("disabled", "deleted", "offline")) {
				simulator.createStream(title).goLive();
			}
			TestClient client = new TestClient(simulator);
			client.post("/v1/streams/z1.test-hub.disabled", "{\"disabled\":true}");
			client.delete("/v1/streams/z1.test-hub.deleted");
			simulator.stream("offline").goOffline();
			simulator.stream("offline").goOffline();
			assertThat(ended).containsExactly("disabled", "deleted", "offline");
		}
	}

	private static SimulatedFop order(PiliSimulator simulator) {
		SimulatedStream stream = simulator.createStream("title");
		stream.goLive();
		TestClient.Answer answer = new TestClient(simulator).post("/v1/streams/" + stream.id() + "/snapshot", SNAPSHOT);
		return simulator.fop(answer.text("persistentId"));
	}

	private static void awaitEnd(SimulatedFop fop) throws InterruptedException {
		long start = System.nanoTime();
		while (!fop.code().isFinal()) {
			assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(30));
			Thread.sleep(5);
		}
	}

}
