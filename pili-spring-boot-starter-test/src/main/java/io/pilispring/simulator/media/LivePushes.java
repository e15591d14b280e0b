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

package io.pilispring.simulator.media;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.PublishDecision;
import io.pilispring.simulator.Push;
import io.pilispring.simulator.SimulatedStream;

// The current pushes of an account, as decided by the simulator
final class LivePushes {

	private final Map<StreamName, LivePush> byName = new ConcurrentHashMap<>();

	private final AtomicLong numbers = new AtomicLong();

	private final String accessKey;

	private final AccountDirectory directory;

	private final Archive archive;

	private final ConnectionLog connections;

	private final Executor executor;

	LivePushes(String accessKey, AccountDirectory directory, Archive archive, ConnectionLog connections,
			Executor executor) {
		this.accessKey = accessKey;
		this.directory = directory;
		this.archive = archive;
		this.connections = connections;
		this.executor = executor;
	}

	@Nullable LivePush find(StreamName name) {
		return this.byName.get(name);
	}

	Collection<LivePush> all() {
		return List.copyOf(this.byName.values());
	}

	boolean isLive(StreamName name) {
		LivePush push = find(name);
		return push != null && !push.isOver();
	}

	boolean begin(PublishCall call, PiliSimulator simulator) {
		String address = this.connections.address(call);
		String url = call.url(simulator.account(this.accessKey).hosts().publishRtmp());
		LivePush[] begun = new LivePush[1];
		// One that is being ended still counts: its files have the same names
		this.byName.computeIfAbsent(call.stream(), (name) -> {
			PublishDecision decision = simulator.publish(url, new Push(address, 0, 0, 0, 0));
			SimulatedStream stream = decision.stream();
			if (!decision.accepted() || stream == null) {
				return null;
			}
			begun[0] = new LivePush(this.numbers.incrementAndGet(), call, address, stream, this.directory,
					this.archive);
			return begun[0];
		});
		if (begun[0] == null) {
			return false;
		}
		this.executor.execute(begun[0]);
		return true;
	}

	// nginx also reports the end of pushes that it did not accept
	void end(PublishCall call) throws IOException {
		LivePush push = find(call.stream());
		if (push != null && push.isOf(call.clientId())) {
			push.end();
			push.cleanUp(this.directory);
			push.stream().goOffline();
			this.byName.remove(call.stream(), push);
		}
	}

}
