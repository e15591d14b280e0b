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

package io.pilispring.transport;

import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

/**
 * The pauses between the attempts of a call.
 *
 * @param backOff the pauses
 * @param isNone whether there is no retry after a pause
 */
record RetryPauses(BackOff backOff, boolean isNone) {

	/**
	 * A pause that means to retry immediately or not at all.
	 */
	static final long ONLY_AT_ONCE = Long.MAX_VALUE;

	/**
	 * For calls that are only retried immediately.
	 */
	static final RetryPauses NONE = of(() -> () -> ONLY_AT_ONCE);

	static RetryPauses of(BackOff backOff) {
		long first = backOff.start().nextBackOff();
		return new RetryPauses(backOff, first == BackOffExecution.STOP || first == ONLY_AT_ONCE);
	}

}
