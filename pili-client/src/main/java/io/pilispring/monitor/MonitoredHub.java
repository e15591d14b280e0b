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
 * throw a {@link PiliException} if that fails. The monitor makes these calls as
 * {@link io.pilispring.transport.BackgroundCalls background calls}, so that its rate
 * limit applies to every request.
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
	 * @return the host, with the port unless it is the default port of the scheme
	 */
	String apiHost();

	/**
	 * Return whether this hub may have a stream with the given id or title. Does not call
	 * PILI.
	 * @param idOrTitle the id or the title
	 * @return {@code false} if it is the id of a stream of another hub
	 * @throws IllegalArgumentException if it can be neither an id nor a title
	 */
	boolean mayHave(String idOrTitle);

	/**
	 * Return the title of a stream. Does not call PILI.
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
	 * Find a configured stream.
	 * @param idOrTitle an id or title that this hub {@linkplain #mayHave(String) may
	 * have}
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
	 * Return the maximum number of streams that one call can measure.
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
