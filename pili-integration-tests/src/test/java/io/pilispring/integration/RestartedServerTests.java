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

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.pilispring.simulator.PiliSimulator;
import io.pilispring.testsupport.FaultProxy;
import io.pilispring.v1.PiliHub;
import io.pilispring.v1.PiliStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kept connections that the server closes between two calls.
 */
class RestartedServerTests {

	private static final int THREADS = 16;

	private static final int RESTARTS = 20;

	@ParameterizedTest
	@ValueSource(strings = { "http-components", "jetty", "reactor", "jdk", "simple" })
	void whatMayBeRepeatedDoesNotFail(String library) throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(THREADS);
		try (PiliSimulator simulator = PiliSimulator.start();
				FaultProxy proxy = FaultProxy.before(URI.create(simulator.apiHost()).getPort());
				HubApplication application = HubApplication.start(simulator, proxy.address(),
						"spring.http.clients.imperative.factory=" + library)) {
			PiliHub hub = application.hub();
			PiliStream stream = hub.createStream();
			int calls = 0;
			for (int restart = 0; restart < RESTARTS; restart++) {
				calls += callOnEveryThread(executor, hub, stream);
				proxy.dropConnections();
			}
			Figures.add("restarted server", "%s: %d restarts, %d calls, 0 failed".formatted(library, RESTARTS, calls));
		}
		finally {
			executor.shutdownNow();
		}
	}

	// So that as many connections are kept as there are threads
	private int callOnEveryThread(ExecutorService executor, PiliHub hub, PiliStream stream) throws Exception {
		List<Future<?>> calls = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			calls.add(executor.submit(() -> assertThat(hub.getStream(stream.id()).id()).isEqualTo(stream.id())));
			calls.add(executor.submit(() -> assertThat(hub.statuses(List.of(stream.id()))).hasSize(1)));
			calls.add(executor.submit(() -> assertThat(stream.update((spec) -> spec.publishKey("a-key")).publishKey())
				.isEqualTo("a-key")));
		}
		for (Future<?> call : calls) {
			call.get();
		}
		return calls.size();
	}

}
