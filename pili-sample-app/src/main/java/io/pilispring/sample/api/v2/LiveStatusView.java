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

package io.pilispring.sample.api.v2;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

import io.pilispring.v2.LiveStatus;

/**
 * Whether a stream is live, and its status if it is.
 *
 * @param live whether it is live
 * @param status the status, or {@code null} if it is not live
 */
record LiveStatusView(boolean live, @JsonUnwrapped @Nullable LiveStatus status) {

	static LiveStatusView of(@Nullable LiveStatus status) {
		return new LiveStatusView(status != null, status);
	}

}
