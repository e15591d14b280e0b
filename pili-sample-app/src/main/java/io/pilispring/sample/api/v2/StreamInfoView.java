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

import io.pilispring.sample.hubs.V2Hub;
import io.pilispring.v2.StreamInfo;

/**
 * The settings of a stream as the API shows them: without the publish key.
 *
 * @param hub the key of the hub
 * @param info the settings
 */
record StreamInfoView(String hub, @JsonUnwrapped StreamInfo info) {

	static StreamInfoView of(V2Hub hub, String key) {
		return new StreamInfoView(hub.key(), hub.client().stream(key).info());
	}

}
