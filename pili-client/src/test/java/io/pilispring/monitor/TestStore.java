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
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

/**
 * A store in the hands of a test. It has no clock: a lease is held by whom the test says.
 */
class TestStore implements MonitorStore {

	static final Duration LEASE = Duration.ofSeconds(30);

	static final String INSTANCE = "this";

	final Map<String, HubLease> leases = new LinkedHashMap<>();

	final Map<String, HubRecord> records = new ConcurrentHashMap<>();

	// What was asked of it
	final List<String> calls = new CopyOnWriteArrayList<>();

	volatile @Nullable Throwable failure;

	volatile Runnable beforeReplace = () -> {
	};

	volatile boolean replaceable = true;

	static HubLease held(Duration remaining) {
		return new HubLease(INSTANCE, 1, true, remaining);
	}

	static HubLease ofAnother(Duration remaining) {
		return new HubLease("another", 1, false, remaining);
	}

	TestStore with(String hub, HubLease lease) {
		this.leases.put(hub, lease);
		return this;
	}

	@Override
	public String instance() {
		return INSTANCE;
	}

	@Override
	public Duration leaseDuration() {
		return LEASE;
	}

	@Override
	public Map<String, HubLease> renewLeases(Collection<String> hubs) {
		call("renew");
		Map<String, HubLease> leases = new LinkedHashMap<>(this.leases);
		leases.keySet().retainAll(hubs);
		return leases;
	}

	@Override
	public void releaseLeases() {
		call("release");
	}

	@Override
	public @Nullable HubRecord read(String hub, long version) {
		call("read " + version);
		HubRecord record = this.records.get(hub);
		return (record != null && record.version() != version) ? record : null;
	}

	@Override
	public boolean replace(String hub, @Nullable HubLease lease, HubRecord record, List<Runnable> publications) {
		call("replace " + record.version());
		this.beforeReplace.run();
		HubRecord before = this.records.get(hub);
		if (!this.replaceable || record.version() != ((before != null) ? before.version() + 1 : 1)) {
			return false;
		}
		this.records.put(hub, record);
		new ArrayList<>(publications).forEach(Runnable::run);
		return true;
	}

	private void call(String call) {
		this.calls.add(call);
		Throwable failure = this.failure;
		if (failure instanceof Error error) {
			throw error;
		}
		if (failure instanceof RuntimeException exception) {
			throw exception;
		}
	}

}
