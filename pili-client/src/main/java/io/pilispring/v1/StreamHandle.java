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

import java.time.Instant;
import java.util.function.Consumer;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.pilispring.PiliException;
import io.pilispring.PiliNoDataException;
import io.pilispring.PiliNotFoundException;

/**
 * Operations on a stream with a known id, one call each. Safe for use by multiple
 * threads.
 * <p>
 * Every call throws a {@link PiliException} if PILI cannot be reached or responds with an
 * error, {@link PiliNotFoundException} if there is no such stream, and an
 * {@link IllegalArgumentException}, before anything is sent, if an argument is not valid.
 *
 * @since 0.1.0
 * @see PiliHub#stream(String)
 */
public interface StreamHandle {

	/**
	 * Return the id: zone, hub and title with dots in between.
	 * @return the id
	 */
	@JsonProperty
	String id();

	/**
	 * Get the current state of the stream: {@code GET /streams/{id}}.
	 * @return the stream
	 */
	PiliStream get();

	/**
	 * Update the stream: {@code POST /streams/{id}}. Only properties that the spec sets
	 * are sent.
	 * @param spec sets what to change
	 * @return the updated stream
	 */
	PiliStream update(Consumer<UpdateStreamSpec> spec);

	/**
	 * Disable the stream until it is enabled again: {@code POST /streams/{id}}.
	 */
	void disable();

	/**
	 * Disable the stream until the given time: {@code POST /streams/{id}/available}.
	 * @param until the end, which is rounded up to a whole second
	 */
	void disable(Instant until);

	/**
	 * Enable the stream: {@code POST /streams/{id}}, followed by {@code POST
	 * /streams/{id}/available} if the stream is still disabled until some time.
	 */
	void enable();

	/**
	 * Delete the stream: {@code DELETE /streams/{id}}.
	 */
	void delete();

	/**
	 * Get the status of the stream: {@code GET /streams/{id}/status}.
	 * @return the status
	 */
	StreamStatus status();

	/**
	 * List all recorded segments: {@code GET /streams/{id}/segments}.
	 * @return the segments
	 */
	SegmentList segments();

	/**
	 * List recorded segments: {@code GET /streams/{id}/segments}.
	 * @param spec sets which segments to list
	 * @return the segments
	 */
	SegmentList segments(Consumer<SegmentsSpec> spec);

	/**
	 * Save a recording as a file: {@code POST /streams/{id}/saveas}.
	 * @param spec sets how to save it
	 * @return the URL at which the file will be available, and the id of the file
	 * operation
	 * @throws PiliNoDataException if nothing was recorded in that range
	 */
	SaveAsResult saveAs(Consumer<SaveAsSpec> spec);

	/**
	 * Take a snapshot: {@code POST /streams/{id}/snapshot}.
	 * @param spec sets how to take it
	 * @return the URL at which the picture will be available, and the id of the file
	 * operation
	 * @throws PiliNoDataException if the stream is not live
	 */
	SnapshotResult snapshot(Consumer<SnapshotSpec> spec);

}
