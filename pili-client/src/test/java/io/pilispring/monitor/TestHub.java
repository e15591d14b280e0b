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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

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

	volatile RuntimeException failure;

	volatile Runnable duringMeasure = () -> {
	};

	static String id(String title) {
		return "z1." + HUB + "." + title;
	}

	static StreamMeasurement live(double bytesPerSecond) {
		return new StreamMeasurement(true, "1.2.3.4:5", Instant.EPOCH, bytesPerSecond, 40, 25, 0);
	}

	static MonitorSettings settings(String... streams) {
		return new MonitorSettings(List.of(streams), false, 100, Duration.ofSeconds(30), Duration.ofSeconds(10),
				Duration.ofSeconds(90), 1, 1, 4, 100_000);
	}

	static MonitorSettings connectedSettings(int maxConnected) {
		return new MonitorSettings(List.of(), true, maxConnected, Duration.ofSeconds(30), Duration.ofSeconds(10),
				Duration.ofSeconds(90), 1, 1, 4, 100_000);
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
	public void probe() {
		this.probes.incrementAndGet();
		failIfAsked();
	}

	@Override
	public String findId(String idOrTitle) {
		this.searches.incrementAndGet();
		failIfAsked();
		if (idOrTitle.contains(".")) {
			return idOrTitle;
		}
		return (this.streams.containsKey(id(idOrTitle))) ? id(idOrTitle) : null;
	}

	@Override
	public List<String> connectedIds(int limit) {
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
	public Map<String, StreamMeasurement> measure(Collection<String> ids, Runnable beforeCall) {
		this.mostUnderWay.accumulateAndGet(this.underWay.incrementAndGet(), Math::max);
		try {
			beforeCall.run();
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

	private void failIfAsked() {
		if (this.failure != null) {
			throw this.failure;
		}
	}

}
