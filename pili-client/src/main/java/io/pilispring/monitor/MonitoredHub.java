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
 * A hub as the monitor sees it, whatever the version of the API. Every method but the
 * names calls PILI and throws a {@link PiliException} if that fails.
 *
 * @since 0.1.0
 */
public interface MonitoredHub {

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
	 * Make the cheapest call that shows that PILI is there and takes the credentials.
	 */
	void probe();

	/**
	 * Find the stream that a configuration names.
	 * @param idOrTitle the id or the title
	 * @return the id, or {@code null} if this hub has no such stream
	 */
	@Nullable String findId(String idOrTitle);

	/**
	 * List streams that are live.
	 * @param limit how many to list at most
	 * @return their ids
	 */
	List<String> connectedIds(int limit);

	/**
	 * Measure streams.
	 * @param ids the ids of the streams
	 * @param beforeCall run before every call to PILI, to limit their rate
	 * @return a measurement of each stream
	 */
	Map<String, StreamMeasurement> measure(Collection<String> ids, Runnable beforeCall);

}
