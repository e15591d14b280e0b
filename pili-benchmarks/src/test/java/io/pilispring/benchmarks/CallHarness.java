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

package io.pilispring.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

import io.pilispring.v1.PiliHub;

/**
 * Measures whole calls of all clients in turns, in one process.
 */
public final class CallHarness {

	static final List<String> FACTORIES = List.of("http-components", "simple", "jdk");

	private final String host;

	private final boolean isShort;

	private final Map<String, Caller> callers;

	private final Results results = new Results();

	private CallHarness(String host, boolean isShort) {
		this.host = host;
		this.isShort = isShort;
		this.callers = Callers.all(host);
	}

	public static void main(String[] args) throws Exception {
		CallHarness harness = new CallHarness(args[0], Boolean.parseBoolean(args[2]));
		harness.control("");
		harness.calls();
		harness.liveCalls();
		harness.allocations();
		harness.factories();
		harness.manyStreams();
		harness.slowServer();
		harness.idle();
		harness.closedConnections();
		harness.control("");
		harness.results.writeTo(Path.of(args[1]));
		System.exit(0);
	}

	private int control(String settings) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + this.host + "/control?" + settings))
			.build();
		return Integer.parseInt(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
	}

	private void calls() throws Exception {
		for (int threads : new int[] { 8, 1, 64 }) {
			int rounds = (this.isShort) ? 1 : 5;
			// The compiler works for as long, on the same cores
			int warmUps = (this.isShort || threads != 8) ? 1 : 3;
			for (int round = -warmUps; round < rounds; round++) {
				for (Map.Entry<String, Caller> caller : this.callers.entrySet()) {
					long millis = millis((round < 0) ? ((threads == 8) ? 2000 : 300) : 300);
					Load.Result get = Load.run(threads, millis, caller.getValue()::get);
					Load.Result create = Load.run(threads, millis, caller.getValue()::create);
					if (round >= 0) {
						this.results.add("get/" + threads + "/" + caller.getKey(), get);
						this.results.add("create/" + threads + "/" + caller.getKey(), create);
					}
				}
			}
		}
	}

	private void liveCalls() throws Exception {
		Map<String, Callable<?>> calls = LiveCalls.all(this.host);
		int rounds = (this.isShort) ? 1 : 5;
		for (int round = -((this.isShort) ? 1 : 3); round < rounds; round++) {
			for (Map.Entry<String, Callable<?>> call : calls.entrySet()) {
				Load.Result result = Load.run(8, millis((round < 0) ? 2000 : 300), call.getValue()::call);
				if (round >= 0) {
					this.results.add(call.getKey(), result);
				}
			}
		}
	}

	// What an application chooses with spring.http.clients.imperative.factory
	private void factories() throws Exception {
		for (String factory : FACTORIES) {
			PiliHub hub = Callers.hub(this.host, "management.observations.enable.all=false",
					"spring.http.clients.imperative.factory=" + factory);
			for (int round = -1; round < ((this.isShort) ? 0 : 3); round++) {
				for (int threads : new int[] { 8, 64 }) {
					Load.Result result = Load.run(threads, millis((round < 0) ? 1500 : 500),
							() -> hub.getStream(Wire.id(Wire.TITLE)));
					if (round >= 0 || this.isShort) {
						this.results.add("factory/" + threads + "/" + factory, result);
					}
				}
			}
		}
	}

	private void allocations() throws Exception {
		AllocationProfile.measure("get", this.callers.get("ours")::get, millis(3000), this.results);
		AllocationProfile.measure("create", this.callers.get("ours")::create, millis(3000), this.results);
	}

	private void manyStreams() throws Exception {
		PiliHub hub = Callers.hub(this.host);
		control("");
		for (int limit : new int[] { 1000, 10_000 }) {
			long[] max = { 0 };
			long before = usedMemory();
			int[] seen = { 0 };
			hub.streams().limit(limit).forEach((stream) -> {
				if (++seen[0] % 1000 == 0) {
					max[0] = Math.max(max[0], usedMemory() - before);
				}
			});
			this.results.add("streams/" + limit + "/memory", max[0] / 1024.0);
			this.results.add("streams/" + limit + "/calls", control(""));
		}
		List<String> ids = IntStream.range(0, 10_000).mapToObj((i) -> Wire.id("camera-%06d".formatted(i))).toList();
		this.results.add("statuses/answers", hub.statuses(ids).values().stream().filter((s) -> s.connected()).count());
		this.results.add("statuses/calls", control(""));
	}

	static long usedMemory() {
		LongSupplier used = () -> Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
		for (int i = 0; i < 3; i++) {
			System.gc();
		}
		return used.getAsLong();
	}

	private void slowServer() throws Exception {
		control("delay=20");
		for (int round = -1; round < ((this.isShort) ? 0 : 2); round++) {
			for (Map.Entry<String, Caller> caller : this.callers.entrySet()) {
				Load.Result result = Load.run(64, millis(1000), caller.getValue()::get);
				if (round >= 0 || this.isShort) {
					this.results.add("slow/64/" + caller.getKey(), result);
				}
			}
		}
		control("");
	}

	private void idle() throws Exception {
		for (int round = 0; round < ((this.isShort) ? 1 : 10); round++) {
			Thread.sleep(millis(2500));
			// Wakes the machine and the server, which would else be the first caller's
			// cost
			control("");
			boolean isGet = round % 2 == 0;
			for (Map.Entry<String, Caller> caller : rotated(round / 2)) {
				long start = System.nanoTime();
				call(caller.getValue(), isGet);
				this.results.add("idle/" + ((isGet) ? "get/" : "create/") + caller.getKey(),
						(System.nanoTime() - start) / 1e3);
			}
		}
	}

	private List<Map.Entry<String, Caller>> rotated(int distance) {
		List<Map.Entry<String, Caller>> entries = new ArrayList<>(this.callers.entrySet());
		java.util.Collections.rotate(entries, distance);
		return entries;
	}

	private static void call(Caller caller, boolean isGet) throws Exception {
		if (isGet) {
			caller.get();
		}
		else {
			caller.create();
		}
	}

	// The server closes after a second and does not say so before
	private void closedConnections() throws Exception {
		for (int round = 0; round < ((this.isShort) ? 1 : 2); round++) {
			for (boolean isGet : new boolean[] { true, false }) {
				control("idle=" + millis(1000));
				for (Map.Entry<String, Caller> caller : this.callers.entrySet()) {
					tryCall(caller.getValue(), isGet);
					tryCall(caller.getValue(), isGet);
				}
				Thread.sleep(millis(3500));
				for (Map.Entry<String, Caller> caller : this.callers.entrySet()) {
					if (!caller.getKey().equals("socket")) {
						this.results.add("closed/" + ((isGet) ? "get/" : "create/") + caller.getKey(),
								(tryCall(caller.getValue(), isGet)) ? 0 : 100);
					}
				}
			}
		}
	}

	private static boolean tryCall(Caller caller, boolean isGet) {
		try {
			call(caller, isGet);
			return true;
		}
		catch (Exception ex) {
			return false;
		}
	}

	private long millis(long millis) {
		return (this.isShort) ? 20 : millis;
	}

}
