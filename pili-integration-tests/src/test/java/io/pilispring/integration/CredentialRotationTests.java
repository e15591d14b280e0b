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

package io.pilispring.integration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import io.pilispring.PiliCredentialsException;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.v1.PiliHub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Keys that change while calls are made, the old pair being valid for a while.
 */
class CredentialRotationTests {

	private static final int THREADS = 8;

	private static final int ROTATIONS = 20;

	private final AtomicReference<PiliCredentials> credentials = new AtomicReference<>();

	private final AtomicLongArray calls = new AtomicLongArray(THREADS);

	@Test
	void noCallFails() throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(THREADS);
		try (PiliSimulator simulator = PiliSimulator.start()) {
			this.credentials.set(PiliCredentials.of(simulator.accessKey(), simulator.secretKey()));
			try (HubApplication application = HubApplication.start(simulator, this.credentials::get)) {
				AtomicBoolean over = new AtomicBoolean();
				List<Future<?>> callers = new ArrayList<>();
				for (int i = 0; i < THREADS; i++) {
					int thread = i;
					callers.add(executor.submit(() -> callUntil(over, thread, application.hub())));
				}
				for (int rotation = 0; rotation < ROTATIONS; rotation++) {
					rotate(simulator, rotation);
				}
				over.set(true);
				for (Future<?> caller : callers) {
					caller.get();
				}
				Figures.add("rotation",
						"%d rotations, %d calls, 0 failed".formatted(ROTATIONS, Arrays.stream(calls()).sum()));
			}
		}
		finally {
			executor.shutdownNow();
		}
	}

	private void rotate(PiliSimulator simulator, int rotation) {
		String old = this.credentials.get().accessKey();
		simulator.addKeys("ak-" + rotation, "sk-" + rotation);
		this.credentials.set(PiliCredentials.of("ak-" + rotation, "sk-" + rotation));
		// Every thread has ended a call since, so none is under way with the old keys
		long[] before = calls();
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> IntStream.range(0, THREADS).allMatch((thread) -> this.calls.get(thread) > before[thread]));
		simulator.removeKeys(old);
	}

	private long[] calls() {
		return IntStream.range(0, THREADS).mapToLong(this.calls::get).toArray();
	}

	private void callUntil(AtomicBoolean over, int thread, PiliHub hub) {
		while (!over.get()) {
			assertThat(hub.listStreams((query) -> query.pageSize(1)).items()).isEmpty();
			this.calls.incrementAndGet(thread);
		}
	}

	@Test
	void keysThatAreNoLongerValidAreRefused() {
		try (PiliSimulator simulator = PiliSimulator.start()) {
			this.credentials.set(PiliCredentials.of(simulator.accessKey(), simulator.secretKey()));
			try (HubApplication application = HubApplication.start(simulator, this.credentials::get)) {
				application.hub().listStreams();
				simulator.removeKeys(simulator.accessKey());
				assertThatExceptionOfType(PiliCredentialsException.class)
					.isThrownBy(() -> application.hub().listStreams());
				simulator.addKeys("new-ak", "new-sk");
				this.credentials.set(PiliCredentials.of("new-ak", "new-sk"));
				application.hub().listStreams();
			}
		}
	}

}
