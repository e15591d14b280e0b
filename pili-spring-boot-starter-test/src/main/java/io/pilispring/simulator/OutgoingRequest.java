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
import java.util.Map;

/**
 * A request that the simulator sends to a server of the user.
 *
 * @param method the HTTP method
 * @param url the URL
 * @param headers the headers
 * @param body the body, empty for none
 * @param timeout the time to wait for a connection, and for a response
 */
record OutgoingRequest(String method, String url, Map<String, String> headers, byte[] body, Duration timeout) {

}
