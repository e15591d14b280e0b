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
 * A hub and its streams. Safe for use by many threads.
 * <p>
 * Every call throws a {@link PiliException} if PILI is not reached or refuses, and an
 * {@link IllegalArgumentException}, before anything is sent, if an argument cannot be
 * right.
 *
 * @since 0.1.0
 */
public interface PiliHub {

	/**
	 * Create a client of a hub.
	 * @param name the name of the hub
	 * @param transport the transport
	 * @return the client
	 * @throws IllegalArgumentException if the name cannot be one
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
	 * @return host and, where it is not the scheme's own, port
	 */
	String apiHost();

	/**
	 * Create a stream with all that PILI chooses by itself: {@code POST /streams}.
	 * @return the stream
	 */
	PiliStream createStream();

	/**
	 * Create a stream: {@code POST /streams}.
	 * @param spec sets what the stream is to have
	 * @return the stream
	 * @throws PiliAlreadyExistsException if there is a stream of that title
	 */
	PiliStream createStream(Consumer<CreateStreamSpec> spec);

	/**
	 * Return a handle of a stream whose id is known. Makes no call.
	 * @param id the id of the stream
	 * @return the handle, whether there is such a stream or not
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
	 * @return the streams, all of them: use {@link Stream#limit(long)} to have fewer
	 */
	Stream<PiliStream> streams(Consumer<ListStreamsSpec> spec);

	/**
	 * Read the status of many streams, a hundred a call: {@code POST /statuses}. Where
	 * the server lacks that call, each stream is read on its own: {@code GET
	 * /streams/{id}/status}.
	 * @param ids the ids of the streams
	 * @return the status of each stream, in the order of the ids; streams that PILI
	 * leaves out are disconnected
	 */
	Map<String, StreamStatus> statuses(Collection<String> ids);

	/**
	 * Return the progress of a file operation: {@code GET /status/get/prefop}.
	 * @param persistentId the id that save as or snapshot returned
	 * @return the file operation
	 * @throws PiliNotFoundException if there is no such operation, or not yet or no
	 * longer
	 */
	Fop fop(String persistentId);

	/**
	 * Wait until a file operation is finished, successfully or not.
	 * @param persistentId the id that save as or snapshot returned
	 * @param limit how long to wait at most
	 * @return the file operation, whose code is final
	 * @throws FopTimeoutException if it is not finished within the limit
	 */
	Fop awaitFop(String persistentId, Duration limit);

	/**
	 * Wait until a file operation is finished, successfully or not, and report its
	 * progress.
	 * @param persistentId the id that save as or snapshot returned
	 * @param limit how long to wait at most
	 * @param progress called with every response, in the calling thread
	 * @return the file operation, whose code is final
	 * @throws FopTimeoutException if it is not finished within the limit
	 */
	Fop awaitFop(String persistentId, Duration limit, Consumer<Fop> progress);

}
