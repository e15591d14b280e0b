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

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.pilispring.PiliException;

/**
 * A hub as the monitor sees it, whatever the version of the API. Methods that call PILI
 * throw a {@link PiliException} if that fails. The monitor calls them as
 * {@link io.pilispring.transport.BackgroundCalls background calls}, so that every request
 * passes its limit of calls.
 *
 * @since 0.1.0
 */
public interface MonitoredHub {

	/**
	 * Return the name of the hub at PILI.
	 * @return the name
	 */
	String name();

	/**
	 * Return the host of the API.
	 * @return host and, where it is not the scheme's own, port
	 */
	String apiHost();

	/**
	 * Return whether this hub may have a stream of that id or title. Makes no call.
	 * @param idOrTitle the id or the title
	 * @return {@code false} if it is the id of a stream of another hub
	 * @throws IllegalArgumentException if it can be neither an id nor a title
	 */
	boolean mayHave(String idOrTitle);

	/**
	 * Return the title of a stream. Makes no call.
	 * @param id the id of the stream
	 * @return the title
	 */
	String title(String id);

	/**
	 * Make the cheapest call that shows that PILI can be reached and accepts the
	 * credentials.
	 */
	void probe();

	/**
	 * Find the stream that a configuration names.
	 * @param idOrTitle the id or the title, which this hub may have
	 * @return the id, or {@code null} if this hub has no such stream
	 */
	@Nullable String findId(String idOrTitle);

	/**
	 * List streams that are live.
	 * @param limit the maximum number of streams to list
	 * @return their ids
	 */
	List<String> connectedIds(int limit);

	/**
	 * Return how many streams one call can measure.
	 * @return the size of a batch, positive
	 */
	int batchSize();

	/**
	 * Measure streams.
	 * @param ids the ids of the streams
	 * @return a measurement of each stream
	 */
	Map<String, StreamMeasurement> measure(Collection<String> ids);

}
