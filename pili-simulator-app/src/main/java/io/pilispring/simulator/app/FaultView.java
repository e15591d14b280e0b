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

package io.pilispring.simulator.app;

import java.time.Duration;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.pilispring.simulator.SimulatedFault;

/**
 * A fault, as JSON.
 *
 * @param method the HTTP method of the requests that have it, or {@code null} for all
 * @param path the path of the requests that have it, or {@code null} for all
 * @param status the status of the response, or {@code null}
 * @param retryAfterSeconds how long the response asks to wait, or {@code null}
 * @param reset whether to reset the connection, or {@code null}
 * @param delayMillis how long to delay the response, or {@code null}
 * @param times how many requests have the fault, or {@code null} for all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FaultView(@Nullable String method, @Nullable String path, @Nullable Integer status,
		@Nullable Integer retryAfterSeconds, @Nullable Boolean reset, @Nullable Integer delayMillis,
		@Nullable Integer times) {

	static FaultView of(SimulatedFault fault) {
		return new FaultView(fault.method(), fault.path(), fault.status(),
				(fault.retryAfter() != null) ? (int) fault.retryAfter().toSeconds() : null,
				(fault.reset()) ? true : null, (fault.delay().isZero()) ? null : (int) fault.delay().toMillis(),
				fault.times());
	}

	SimulatedFault toFault() {
		return new SimulatedFault(this.method, (this.path != null) ? this.path : "/**", this.status,
				(this.retryAfterSeconds != null) ? Duration.ofSeconds(this.retryAfterSeconds) : null,
				Boolean.TRUE.equals(this.reset),
				(this.delayMillis != null) ? Duration.ofMillis(this.delayMillis) : Duration.ZERO, this.times);
	}

}
