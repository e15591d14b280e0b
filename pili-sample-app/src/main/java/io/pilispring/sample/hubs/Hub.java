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

package io.pilispring.sample.hubs;

import java.time.Duration;
import java.util.function.Consumer;

import io.pilispring.autoconfigure.ApiVersion;
import io.pilispring.fop.Fop;

/**
 * A hub and the key that tells it apart in this application: hubs of two accounts may
 * have the same name. As a parameter of a controller it is the hub whose key is the path
 * variable {@code hub}, or the first one where the path has none.
 * <p>
 * Of two controller methods with the same path, the one whose parameter is a
 * {@link V1Hub} or a {@link V2Hub} is called for a hub of that version.
 */
public sealed interface Hub permits V1Hub, V2Hub {

	/**
	 * Return the key.
	 * @return the key
	 */
	String key();

	/**
	 * Return the name of the hub.
	 * @return the name
	 */
	String name();

	/**
	 * Return the version of the API.
	 * @return the version
	 */
	ApiVersion version();

	/**
	 * Disable a stream, which ends its push.
	 * @param id the id of the stream
	 */
	void disable(String id);

	/**
	 * Enable a stream.
	 * @param id the id of the stream
	 */
	void enable(String id);

	/**
	 * Delete a stream.
	 * @param id the id of the stream
	 * @throws WrongVersionException if the version of the hub cannot
	 */
	void delete(String id);

	/**
	 * Return the progress of a file operation.
	 * @param persistentId the id of the operation
	 * @return the file operation
	 */
	Fop fop(String persistentId);

	/**
	 * Wait until a file operation is finished.
	 * @param persistentId the id of the operation
	 * @param limit the maximum time to wait
	 * @param progress called with every response
	 * @return the file operation
	 */
	Fop awaitFop(String persistentId, Duration limit, Consumer<Fop> progress);

}
