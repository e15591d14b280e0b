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

package io.pilispring.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.pilispring.transport.BackgroundCalls;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A hub in the hands of a test.
 */
class TestHub implements MonitoredHub {

	static final String HUB = "my-hub";

	final Map<String, StreamMeasurement> streams = new ConcurrentHashMap<>();

	final List<Integer> batchSizes = new CopyOnWriteArrayList<>();

	final AtomicInteger probes = new AtomicInteger();

	final AtomicInteger searches = new AtomicInteger();

	final AtomicInteger underWay = new AtomicInteger();

	final AtomicInteger mostUnderWay = new AtomicInteger();

	final AtomicInteger requests = new AtomicInteger();

	volatile RuntimeException failure;

	volatile Error error;

	volatile int pages = 1;

	volatile Runnable duringPage = () -> {
	};

	volatile Runnable duringMeasure = () -> {
	};

	static String id(String title) {
		return "z1." + HUB + "." + title;
	}

	static StreamMeasurement live(double bytesPerSecond) {
		return StreamMeasurement.live()
			.address("1.2.3.4:5")
			.since(Instant.EPOCH)
			.bytesPerSecond(bytesPerSecond)
			.framesPerSecond(40.0, 25.0, 0.0)
			.build();
	}

	static MonitorSettings settings(String... streams) {
		return MonitorSettings.builder().streams(List.of(streams)).build();
	}

	static MonitorSettings connectedSettings(int maxConnected) {
		return MonitorSettings.builder().connected(true).maxConnected(maxConnected).build();
	}

	TestHub with(String title, StreamMeasurement measurement) {
		this.streams.put(id(title), measurement);
		return this;
	}

	@Override
	public String name() {
		return HUB;
	}

	@Override
	public String apiHost() {
		return "pili.example.com";
	}

	@Override
	public boolean mayHave(String idOrTitle) {
		return !idOrTitle.contains(".") || idOrTitle.startsWith("z1." + HUB + ".");
	}

	@Override
	public String title(String id) {
		return id.substring(id.lastIndexOf('.') + 1);
	}

	@Override
	public int batchSize() {
		return 100;
	}

	@Override
	public void probe() {
		request();
		this.probes.incrementAndGet();
		failIfAsked();
	}

	@Override
	public String findId(String idOrTitle) {
		request();
		this.searches.incrementAndGet();
		failIfAsked();
		if (idOrTitle.contains(".")) {
			return idOrTitle;
		}
		return (this.streams.containsKey(id(idOrTitle))) ? id(idOrTitle) : null;
	}

	@Override
	public List<String> connectedIds(int limit) {
		for (int page = 0; page < this.pages; page++) {
			request();
			this.duringPage.run();
		}
		failIfAsked();
		return this.streams.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().connected())
			.map(Map.Entry::getKey)
			.sorted()
			.limit(limit)
			.toList();
	}

	@Override
	public Map<String, StreamMeasurement> measure(Collection<String> ids) {
		this.mostUnderWay.accumulateAndGet(this.underWay.incrementAndGet(), Math::max);
		try {
			request();
			this.batchSizes.add(ids.size());
			this.duringMeasure.run();
			failIfAsked();
			Map<String, StreamMeasurement> measurements = new LinkedHashMap<>();
			for (String id : new ArrayList<>(ids)) {
				StreamMeasurement measurement = this.streams.get(id);
				if (measurement != null) {
					measurements.put(id, measurement);
				}
			}
			return measurements;
		}
		finally {
			this.underWay.decrementAndGet();
		}
	}

	// As the transport does
	private void request() {
		Runnable beforeRequest = BackgroundCalls.beforeRequest();
		assertThat(beforeRequest).as("made as a background call").isNotNull();
		beforeRequest.run();
		this.requests.incrementAndGet();
	}

	private void failIfAsked() {
		if (this.error != null) {
			throw this.error;
		}
		if (this.failure != null) {
			throw this.failure;
		}
	}

}
