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

package io.pilispring.v1;

import java.util.List;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.pili.Stream;
import com.qiniu.Credentials;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import io.pilispring.benchmarks.Wire;
import io.pilispring.internal.WireJson;
import io.pilispring.internal.WireLists;

/**
 * Reads a stream and a page of a hundred.
 */
@State(Scope.Benchmark)
public class JsonBenchmark {

	private final Credentials credentials = new Credentials(Wire.ACCESS_KEY, Wire.SECRET_KEY);

	private final String stream = Wire.stream(Wire.TITLE);

	private final String page = Wire.page(0, 100, "100");

	@Benchmark
	public Object streamFloor() {
		return Wire.MAPPER.readValue(this.stream, Wire.BareStream.class);
	}

	@Benchmark
	public Object streamOurs() {
		return new DefaultPiliStream(null, WireJson.read(this.stream, StreamDocument.class), this.stream);
	}

	@Benchmark
	@SuppressWarnings("deprecation")
	public Object streamPili() {
		return new Stream(new JsonParser().parse(this.stream).getAsJsonObject(), this.credentials);
	}

	@Benchmark
	public Object pageFloor() {
		return Wire.MAPPER.readValue(this.page, Wire.BarePage.class);
	}

	@Benchmark
	public Object pageOurs() {
		List<StreamDocument> items = WireLists.present(WireJson.read(this.page, StreamsApi.Page.class).items());
		return items.stream().map((item) -> new DefaultPiliStream(null, item, this.page)).toList();
	}

	@Benchmark
	@SuppressWarnings("deprecation")
	public Object pagePili() {
		JsonObject json = new JsonParser().parse(this.page).getAsJsonObject();
		return new com.pili.Stream.StreamList(json, this.credentials);
	}

}
