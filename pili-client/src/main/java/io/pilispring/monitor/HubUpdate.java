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

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a round or a report changes in what is known of a hub.
 *
 * @param snapshot the new snapshot
 * @param events the events to publish
 * @param reported the states of streams that were reported, by their ids
 * @param dropped the ids of streams that are no longer watched
 */
record HubUpdate(HubSnapshot snapshot, List<StreamEvent> events, Map<String, StreamState> reported,
		Set<String> dropped) {

}
