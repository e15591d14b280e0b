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

package io.pilispring.v2;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.google.gson.Gson;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import io.pilispring.benchmarks.Wire;
import io.pilispring.internal.WireJson;
import io.pilispring.internal.WireLists;

/**
 * Reads the live statuses of a hundred streams.
 */
@State(Scope.Benchmark)
public class LiveJsonBenchmark {

	private final Gson gson = new Gson();

	private final String batch = IntStream.range(0, 100)
		.mapToObj((i) -> Wire.liveStatus("camera-%06d".formatted(i)))
		.collect(Collectors.joining(",", "{\"items\":[", "]}"));

	@Benchmark
	public Object batchFloor() {
		return Wire.MAPPER.readValue(this.batch, BareBatch.class);
	}

	@Benchmark
	public Object batchOurs() {
		return WireLists.present(WireJson.read(this.batch, HubApi.Live.class).items())
			.stream()
			.map(LiveDocument::toStatus)
			.flatMap(Optional::stream)
			.toList();
	}

	@Benchmark
	public Object batchPili() {
		return this.gson.fromJson(this.batch, BareBatch.class);
	}

	/**
	 * The least that holds a batch.
	 */
	static class BareBatch {

		public List<BareStatus> items = List.of();

	}

	static class BareStatus {

		public String key = "";

		public long startAt;

		public String clientIP = "";

		public String serverIP = "";

		public long bps;

		public BareFrames fps = new BareFrames();

	}

	static class BareFrames {

		public int audio;

		public int video;

		public int data;

	}

}
