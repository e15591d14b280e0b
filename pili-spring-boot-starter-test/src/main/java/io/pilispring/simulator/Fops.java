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

package io.pilispring.simulator;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

import org.jspecify.annotations.Nullable;

/**
 * All file operations, oldest first.
 */
final class Fops {

	private final ConcurrentNavigableMap<String, FopState> byId = new ConcurrentSkipListMap<>();

	private final Ids ids;

	private final Duration duration;

	private final InstantSource clock;

	private final FopNotifier notifier;

	Fops(SimulatorSettings settings, FopNotifier notifier) {
		this.ids = new Ids(settings.zone());
		this.duration = settings.fopDuration();
		this.clock = settings.clock();
		this.notifier = notifier;
	}

	FopState start(FopOrder order, boolean byWork) {
		FopState fop = new FopState(this.ids.persistentId(this.clock.instant()), order, this.duration, this.clock);
		if (byWork) {
			fop.byWork();
		}
		this.byId.put(fop.id(), fop);
		this.notifier.watch(fop);
		return fop;
	}

	@Nullable FopState find(String id) {
		return this.byId.get(id);
	}

	List<SimulatedFop> all() {
		return List.copyOf(this.byId.values());
	}

	void clear() {
		this.notifier.cancel();
		this.byId.clear();
	}

}
