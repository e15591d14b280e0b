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

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

import io.pilispring.PiliException;
import io.pilispring.autoconfigure.ApiVersion;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.testsupport.Fault;
import io.pilispring.testsupport.Fault.Direction;
import io.pilispring.testsupport.Fault.Kind;
import io.pilispring.testsupport.FaultProxy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Cuts connections after every byte of an exchange, or after every so many, and counts
 * the effects at the server: never a second one, and none lost of what may be repeated.
 */
abstract class AbstractFaultAtEveryByteTests {

	private static final Instant START = Instant.ofEpochSecond(1_700_000_000);

	private static final Instant END = START.plusSeconds(60);

	@Parameter(0)
	String library;

	@Parameter(1)
	int step;

	@Parameter(2)
	ApiVersion version;

	private StreamOperations operations;

	private PiliSimulator simulator;

	private FaultProxy proxy;

	private HubApplication application;

	private int cuts;

	private final Map<String, Boolean> succeeded = new LinkedHashMap<>();

	@BeforeEach
	void start() {
		this.simulator = PiliSimulator.builder().fopDuration(Duration.ZERO).start();
		this.proxy = FaultProxy.before(URI.create(this.simulator.apiHost()).getPort());
		this.application = HubApplication.start(this.simulator, this.proxy.address(),
				"spring.http.clients.imperative.factory=" + this.library, "pili.retry.initial-interval=1ms",
				"pili.retry.jitter=0", "pili.read-timeout=5s", "pili.api-version=" + this.version);
		this.operations = StreamOperations.of(this.version, this.application, this.simulator);
	}

	@AfterEach
	void stop() throws IOException {
		this.application.close();
		this.proxy.close();
		this.simulator.close();
	}

	@Test
	void createMakesOneStreamAtMost() {
		cutEverywhere(() -> attempt(this.operations::create));
		assertOneEffectAtMost("createStream", this.operations.created());
	}

	@Test
	void saveAsMakesOneFileAtMost() {
		this.operations.record(START, END);
		cutEverywhere(() -> attempt(this.operations::saveAs));
		assertOneEffectAtMost("saveAs", madeFiles());
	}

	@Test
	void snapshotMakesOneFileAtMost() {
		this.operations.record(START, END);
		cutEverywhere(() -> attempt(this.operations::snapshot));
		assertOneEffectAtMost("snapshot", madeFiles());
	}

	@Test
	void whatMayBeRepeatedAlwaysSucceeds() {
		this.operations.record(START, END);
		this.operations.repeatable().forEach(this::cutEverywhere);
		report("reads and updates");
	}

	@Test
	void deleteAlwaysSucceeds() {
		cutEverywhere(this.operations::prepareDelete, Runnable::run);
		report("delete");
	}

	private Stream<String> madeFiles() {
		return this.simulator.fops()
			.stream()
			.map((fop) -> this.operations.fop(fop.id()).items().get(0).key().replaceAll(".*/", ""));
	}

	private void cutEverywhere(Runnable call) {
		cutEverywhere(() -> call, Runnable::run);
	}

	private <T> void cutEverywhere(Supplier<T> prepare, Consumer<T> call) {
		for (Direction direction : Direction.values()) {
			long injected = -1;
			for (int bytes = 0; injected < this.proxy.injectedInAll(); bytes += this.step) {
				injected = this.proxy.injectedInAll();
				T prepared = prepare.get();
				this.proxy.next(new Fault(direction, bytes, (bytes / this.step % 2 == 0) ? Kind.CLOSE : Kind.RESET));
				call.accept(prepared);
				this.proxy.calmDown();
				this.cuts++;
			}
		}
	}

	private void attempt(Consumer<String> call) {
		String name = "name-" + this.succeeded.size();
		try {
			call.accept(name);
			this.succeeded.put(name, true);
		}
		catch (PiliException ex) {
			this.succeeded.put(name, false);
		}
	}

	private void assertOneEffectAtMost(String call, Stream<String> effects) {
		Map<String, Long> numbers = effects.collect(Collectors.groupingBy((name) -> name, Collectors.counting()));
		this.succeeded.forEach((name, success) -> assertThat(numbers.getOrDefault(name, 0L)).as(name)
			.isBetween((success) ? 1L : 0L, 1L));
		assertThat(this.succeeded).containsKeys(numbers.keySet().toArray(String[]::new));
		report(call + ", " + numbers.size() + " effects");
	}

	private void report(String call) {
		assertThat(this.cuts).isGreaterThan(300 / this.step);
		Figures.add("fault at every byte",
				this.library + ", " + this.version + ": " + this.cuts + " cuts in " + call + ", 0 second ones");
	}

}
