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

/**
 * Something happened to a watched stream. Published once for every change, as an event of
 * the application: receive it with an {@code @EventListener}. It tells what rounds saw,
 * so what comes and goes between two rounds is not told.
 *
 * @since 0.1.0
 */
public sealed interface StreamEvent
		permits StreamConnectedEvent, StreamDisconnectedEvent, StreamFrozenEvent, StreamResumedEvent {

	/**
	 * Return the name of the hub.
	 * @return the hub
	 */
	String hub();

	/**
	 * Return the stream as it was seen.
	 * @return the stream
	 */
	StreamSample stream();

}
