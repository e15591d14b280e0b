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

package io.pilispring.v2;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A period of time in which somebody pushed to a stream.
 *
 * @param start when the push started, in whole seconds
 * @param end when the push ended, in whole seconds
 * @param clientIp the address of the publisher, or {@code null} if PILI does not report
 * it
 * @param serverIp the address of the server, or {@code null} if PILI does not report it
 * @since 0.1.0
 */
public record Activity(Instant start, Instant end, @Nullable String clientIp, @Nullable String serverIp) {

}
