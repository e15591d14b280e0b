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

package io.pilispring.testsupport;

/**
 * Something that goes wrong between a client and a server.
 *
 * @param direction on which way
 * @param afterBytes how many bytes of that way get through before
 * @param kind what happens then
 */
public record Fault(Direction direction, long afterBytes, Kind kind) {

	/**
	 * The way of the bytes.
	 */
	public enum Direction {

		/**
		 * From the client to the server.
		 */
		REQUEST,

		/**
		 * From the server to the client.
		 */
		RESPONSE

	}

	/**
	 * What happens.
	 */
	public enum Kind {

		/**
		 * The connection is closed in order.
		 */
		CLOSE,

		/**
		 * The connection is reset.
		 */
		RESET,

		/**
		 * Nothing gets through any more.
		 */
		STALL,

		/**
		 * The client gets bytes that are no HTTP, then the connection is closed.
		 */
		GARBAGE,

		/**
		 * The client gets a 503 that asks it to come back at once, then the connection is
		 * closed.
		 */
		UNAVAILABLE

	}

}
