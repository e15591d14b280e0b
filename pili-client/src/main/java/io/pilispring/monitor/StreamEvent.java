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
 * A change in the state of a watched stream. Published once for every change, as an
 * application event: receive it with an {@code @EventListener}. Changes are detected by
 * comparing two rounds, so a change that is reverted between two rounds is not published.
 *
 * @since 0.1.0
 */
public sealed interface StreamEvent
		permits StreamConnectedEvent, StreamDisconnectedEvent, StreamFrozenEvent, StreamResumedEvent {

	/**
	 * Return the key of the hub, which is the name of its bean and unique in the
	 * application.
	 * @return the key
	 */
	String hubKey();

	/**
	 * Return the name of the hub at PILI, which hubs of two accounts may share.
	 * @return the name
	 */
	String hub();

	/**
	 * Return the stream as seen by the round that detected the change. If it is no longer
	 * watched, return the stream as it was last seen.
	 * @return the stream
	 */
	StreamSample stream();

}
