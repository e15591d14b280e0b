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

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The faults that requests have, in the order in which they were added.
 */
final class Faults {

	private final List<SimulatedFault> faults = new ArrayList<>();

	synchronized void add(SimulatedFault fault) {
		this.faults.add(fault);
	}

	synchronized List<SimulatedFault> all() {
		return List.copyOf(this.faults);
	}

	synchronized void clear() {
		this.faults.clear();
	}

	/**
	 * Use up the first fault that concerns a request.
	 * @param method the method of the request
	 * @param path the path of the request
	 * @return the fault, or {@code null} if the request has none
	 */
	synchronized @Nullable SimulatedFault take(String method, String path) {
		for (int i = 0; i < this.faults.size(); i++) {
			SimulatedFault fault = this.faults.get(i);
			if (fault.concerns(method, path)) {
				useUp(i, fault);
				return fault;
			}
		}
		return null;
	}

	private void useUp(int index, SimulatedFault fault) {
		Integer times = fault.times();
		if (times != null && times == 1) {
			this.faults.remove(index);
		}
		else if (times != null) {
			this.faults.set(index, fault.withTimes(times - 1));
		}
	}

}
