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

import java.util.List;
import java.util.NoSuchElementException;

/**
 * An account of the simulator, to be controlled by test code: its keys, its hubs and
 * their streams. The access key of a signed request determines its account; a stream of
 * one account does not exist for another. Safe for use by multiple threads.
 *
 * @since 0.1.0
 */
public interface SimulatedAccount {

	/**
	 * Return the access key that the account was created with.
	 * @return the access key
	 */
	String accessKey();

	/**
	 * Return the secret key that the account was created with.
	 * @return the secret key
	 */
	String secretKey();

	/**
	 * Make another pair of keys valid for the account, in addition to the current ones.
	 * @param accessKey the access key: printable ASCII without spaces or colons
	 * @param secretKey the secret key, not blank
	 * @throws IllegalArgumentException if a key is not valid, or another account has the
	 * access key
	 */
	void addKeys(String accessKey, String secretKey);

	/**
	 * Make a pair of keys invalid.
	 * @param accessKey the access key of the pair
	 */
	void removeKeys(String accessKey);

	/**
	 * Return the default hub.
	 * @return the name of the hub
	 */
	String hub();

	/**
	 * Return all hubs.
	 * @return the names of the hubs, the default one first
	 */
	List<String> hubs();

	/**
	 * Return a hub.
	 * @param name the name
	 * @return the hub
	 * @throws NoSuchElementException if there is none
	 */
	SimulatedHub hub(String name);

	/**
	 * Return the default hub, to be controlled by test code.
	 * @return the hub
	 */
	default SimulatedHub defaultHub() {
		return hub(hub());
	}

	/**
	 * Return the hosts of all streams of the account.
	 * @return the hosts
	 */
	StreamHosts hosts();

	/**
	 * Return all streams.
	 * @return the streams of all hubs in the order of their creation, hub by hub
	 */
	List<SimulatedStream> streams();

	/**
	 * Return a stream.
	 * @param idOrTitle the id, or a title, which is looked for in the default hub first
	 * @return the stream
	 * @throws NoSuchElementException if there is none
	 */
	SimulatedStream stream(String idOrTitle);

	/**
	 * Create a stream in the default hub with a generated title.
	 * @return the stream
	 */
	default SimulatedStream createStream() {
		return createStream(StreamSpec.defaults());
	}

	/**
	 * Create a stream in the default hub.
	 * @param title the title
	 * @return the stream
	 * @throws IllegalArgumentException if PILI would not take the title
	 */
	default SimulatedStream createStream(String title) {
		return createStream(StreamSpec.titled(title));
	}

	/**
	 * Create a stream.
	 * @param spec the properties of the stream
	 * @return the stream
	 * @throws IllegalArgumentException if PILI would not take the spec
	 */
	SimulatedStream createStream(StreamSpec spec);

}
