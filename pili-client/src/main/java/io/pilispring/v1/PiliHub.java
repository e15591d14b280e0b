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

package io.pilispring.v1;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.pilispring.PiliAlreadyExistsException;
import io.pilispring.PiliException;
import io.pilispring.PiliNotFoundException;
import io.pilispring.fop.Fop;
import io.pilispring.fop.FopTimeoutException;
import io.pilispring.transport.PiliTransport;
import io.pilispring.url.NonceSource;

/**
 * A hub and its streams. Safe for use by multiple threads.
 * <p>
 * Every call throws a {@link PiliException} if PILI cannot be reached or responds with an
 * error, and an {@link IllegalArgumentException}, before anything is sent, if an argument
 * is not valid.
 *
 * @since 0.1.0
 */
public interface PiliHub {

	/**
	 * Create a client of a hub.
	 * @param name the name of the hub
	 * @param transport the transport
	 * @return the client
	 * @throws IllegalArgumentException if the name is not valid
	 */
	static PiliHub create(String name, PiliTransport transport) {
		return create(name, transport, NonceSource.shared());
	}

	/**
	 * Create a client of a hub.
	 * @param name the name of the hub
	 * @param transport the transport
	 * @param nonceSource creates the nonces of publish URLs
	 * @return the client
	 * @throws IllegalArgumentException if the name is not valid
	 */
	static PiliHub create(String name, PiliTransport transport, NonceSource nonceSource) {
		return new DefaultPiliHub(name, transport, nonceSource);
	}

	/**
	 * Return the name of the hub.
	 * @return the name
	 */
	String name();

	/**
	 * Return the host of the API.
	 * @return the host, with the port unless it is the default port of the scheme
	 */
	String apiHost();

	/**
	 * Create a stream, with everything chosen by PILI: {@code POST /streams}.
	 * @return the stream
	 */
	PiliStream createStream();

	/**
	 * Create a stream: {@code POST /streams}.
	 * @param spec sets the properties of the stream
	 * @return the stream
	 * @throws PiliAlreadyExistsException if there is already a stream with that title
	 */
	PiliStream createStream(Consumer<CreateStreamSpec> spec);

	/**
	 * Return a handle for the stream with the given id. Does not call PILI.
	 * @param id the id of the stream
	 * @return the handle, whether or not there is such a stream
	 */
	StreamHandle stream(String id);

	/**
	 * Get a stream: {@code GET /streams/{id}}.
	 * @param id the id of the stream
	 * @return the stream
	 * @throws PiliNotFoundException if there is no such stream
	 */
	PiliStream getStream(String id);

	/**
	 * List the first page of streams: {@code GET /streams}.
	 * @return the page
	 */
	StreamPage listStreams();

	/**
	 * List a page of streams: {@code GET /streams}.
	 * @param spec sets which streams to list
	 * @return the page
	 */
	StreamPage listStreams(Consumer<ListStreamsSpec> spec);

	/**
	 * Return a lazily paged stream of all streams. Each page is requested when it is
	 * needed: {@code GET /streams}.
	 * @return the streams
	 */
	Stream<PiliStream> streams();

	/**
	 * Return a lazily paged stream of streams. Each page is requested when it is needed:
	 * {@code GET /streams}.
	 * @param spec sets which streams to list, and the size of a page
	 * @return all matching streams; use {@link Stream#limit(long)} to get fewer
	 */
	Stream<PiliStream> streams(Consumer<ListStreamsSpec> spec);

	/**
	 * Get the status of many streams, up to a hundred per call: {@code POST /statuses}.
	 * If the server does not support that call, each stream is requested individually:
	 * {@code GET /streams/{id}/status}.
	 * @param ids the ids of the streams
	 * @return the status of each stream, in the order of the ids; streams that the
	 * response omits are disconnected
	 */
	Map<String, StreamStatus> statuses(Collection<String> ids);

	/**
	 * Return the progress of a file operation: {@code GET /status/get/prefop}.
	 * @param persistentId the id that save as or snapshot returned
	 * @return the file operation
	 * @throws PiliNotFoundException if the operation does not exist, does not exist yet,
	 * or no longer exists
	 */
	Fop fop(String persistentId);

	/**
	 * Wait until a file operation is finished, successfully or not.
	 * @param persistentId the id that save as or snapshot returned
	 * @param limit the maximum time to wait
	 * @return the file operation, whose code is final
	 * @throws FopTimeoutException if it is not finished within the limit
	 */
	Fop awaitFop(String persistentId, Duration limit);

	/**
	 * Wait until a file operation is finished, successfully or not, and report its
	 * progress.
	 * @param persistentId the id that save as or snapshot returned
	 * @param limit the maximum time to wait
	 * @param progress called with every response, in the calling thread
	 * @return the file operation, whose code is final
	 * @throws FopTimeoutException if it is not finished within the limit
	 */
	Fop awaitFop(String persistentId, Duration limit, Consumer<Fop> progress);

}
