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

package io.pilispring.autoconfigure.monitor;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.pilispring.monitor.MonitoredHub;

/**
 * The hubs of one version of the API to monitor.
 *
 * @param byKey the hubs by their keys, which are the names of their beans
 * @param primary the key of the hub to which titles in {@code pili.monitor.streams}
 * belong, or {@code null} if none is primary
 * @since 0.1.0
 */
public record MonitoredHubs(Map<String, MonitoredHub> byKey, @Nullable String primary) {

}
