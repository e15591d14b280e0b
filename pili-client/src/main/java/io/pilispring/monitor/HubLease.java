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

import org.springframework.util.Assert;

/**
 * Who may sample a hub now.
 *
 * @param owner the instance that has the lease
 * @param token the fencing token, which is larger each time that the lease is taken
 * @param held whether the instance of the {@link MonitorStore} that returned this has it
 * @param remaining how long the lease lasts unless it is renewed
 * @since 0.1.0
 */
public record HubLease(String owner, long token, boolean held, Duration remaining) {

	/**
	 * Create a lease.
	 * @param owner the instance that has the lease
	 * @param token the fencing token, which is larger each time that the lease is taken
	 * @param held whether the instance of the {@link MonitorStore} that returned this has
	 * it
	 * @param remaining how long the lease lasts unless it is renewed
	 */
	public HubLease {
		Assert.notNull(owner, "'owner' must not be null");
		Assert.notNull(remaining, "'remaining' must not be null");
	}

}
