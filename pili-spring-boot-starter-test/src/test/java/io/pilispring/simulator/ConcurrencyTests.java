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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConcurrencyTests {

	private static final int THREADS = 16;

	private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);

	private PiliSimulator simulator;

	private TestClient client;

	@BeforeEach
	void start() {
		this.simulator = PiliSimulator.start();
		this.client = new TestClient(this.simulator);
	}

	@AfterEach
	void stop() {
		this.executor.shutdownNow();
		this.simulator.close();
	}

	@Test
	void oneOfManyGetsTheTitle() throws Exception {
		List<Integer> statuses = together((
				thread) -> this.client.post("/v1/streams", "{\"hub\":\"test-hub\",\"title\":\"same-title\"}").status());
		assertThat(statuses).filteredOn((status) -> status == 200).hasSize(1);
		assertThat(statuses).filteredOn((status) -> status == 614).hasSize(THREADS - 1);
		assertThat(this.simulator.streams()).hasSize(1);
	}

	@Test
	void everyStreamLivesItsOwnLife() throws Exception {
		List<Integer> counts = together((thread) -> {
			for (int i = 0; i < 40; i++) {
				live("own-life-%d-%d".formatted(thread, i), i % 4 == 3);
			}
			return 40;
		});
		assertThat(counts).hasSize(THREADS);
		List<SimulatedStream> streams = this.simulator.streams();
		assertThat(streams).hasSize(THREADS * 30).allMatch(SimulatedStream::isLive);
		assertThat(streams).extracting(SimulatedStream::publishKey).containsOnly("changed");
		assertThat(this.client.get("/v1/streams?hub=test-hub&status=connected&limit=1000").json().get("items").size())
			.isEqualTo(THREADS * 30);
	}

	@Test
	void oneOfManyPublishes() throws Exception {
		SimulatedStream stream = this.simulator.createStream(StreamSpec.titled("my-title").withPublishSecurity("none"));
		String url = "rtmp://host/test-hub/my-title";
		List<PublishVerdict> verdicts = together((thread) -> this.simulator.publish(url).verdict());
		assertThat(verdicts).filteredOn((verdict) -> verdict == PublishVerdict.ACCEPTED).hasSize(1);
		assertThat(stream.isLive()).isTrue();
	}

	@Test
	void createdAndDeletedAtOnceLeavesNothing() throws Exception {
		together((thread) -> {
			for (int i = 0; i < 200; i++) {
				this.client.post("/v1/streams", "{\"hub\":\"test-hub\",\"title\":\"same-title\"}");
				this.client.delete("/v1/streams/z1.test-hub.same-title");
			}
			return thread;
		});
		this.client.delete("/v1/streams/z1.test-hub.same-title");
		assertThat(this.simulator.streams()).isEmpty();
	}

	private void live(String title, boolean delete) {
		assertThat(this.client.post("/v1/streams", "{\"hub\":\"test-hub\",\"title\":\"" + title + "\"}").status())
			.isEqualTo(200);
		String target = "/v1/streams/z1.test-hub." + title;
		this.simulator.stream(title).goLive();
		assertThat(this.client.post(target, "{\"publishKey\":\"changed\"}").status()).isEqualTo(200);
		assertThat(this.client.get(target + "/status").text("status")).isEqualTo("connected");
		if (delete) {
			assertThat(this.client.delete(target).status()).isEqualTo(204);
		}
	}

	private <T> List<T> together(IntFunction<T> task) throws Exception {
		CountDownLatch start = new CountDownLatch(1);
		List<Future<T>> futures = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			int thread = i;
			Callable<T> callable = () -> {
				start.await();
				return task.apply(thread);
			};
			futures.add(this.executor.submit(callable));
		}
		start.countDown();
		List<T> results = new ArrayList<>();
		for (Future<T> future : futures) {
			results.add(future.get(120, TimeUnit.SECONDS));
		}
		return results;
	}

}
