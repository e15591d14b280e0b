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

package io.pilispring.v2.statistics;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.pilispring.PiliException;
import io.pilispring.transport.PiliTransport;

/**
 * Statistics of an account. Safe for use by multiple threads.
 * <p>
 * Every call throws a {@link PiliException} if PILI cannot be reached or responds with an
 * error, and an {@link IllegalArgumentException} or {@link IllegalStateException}, before
 * anything is sent, if the spec is not valid or has no range.
 *
 * @since 0.1.0
 */
public interface Statistics {

	/**
	 * Create a client of the statistics of an account.
	 * @param transport the transport, which has the credentials of the account
	 * @return the client
	 */
	static Statistics create(PiliTransport transport) {
		return new DefaultStatistics(transport);
	}

	/**
	 * Get the traffic of publishers: {@code GET /statd/upflow}.
	 * @param spec sets the range, and filters
	 * @return the values of each period
	 */
	List<StatisticsPoint<Traffic>> upflow(Consumer<StatisticsSpec<TrafficDimension>> spec);

	/**
	 * Get the traffic of publishers, in groups: {@code GET /statd/upflow}.
	 * @param group what to group by
	 * @param spec sets the range, and filters
	 * @return the values of each period, by their group
	 */
	List<StatisticsPoint<Map<String, Traffic>>> upflow(TrafficDimension group,
			Consumer<StatisticsSpec<TrafficDimension>> spec);

	/**
	 * Get the traffic of viewers: {@code GET /statd/downflow}.
	 * @param spec sets the range, and filters
	 * @return the values of each period
	 */
	List<StatisticsPoint<Traffic>> downflow(Consumer<StatisticsSpec<TrafficDimension>> spec);

	/**
	 * Get the traffic of viewers, in groups: {@code GET /statd/downflow}.
	 * @param group what to group by
	 * @param spec sets the range, and filters
	 * @return the values of each period, by their group
	 */
	List<StatisticsPoint<Map<String, Traffic>>> downflow(TrafficDimension group,
			Consumer<StatisticsSpec<TrafficDimension>> spec);

	/**
	 * Get how much was transcoded: {@code GET /statd/codec}.
	 * @param spec sets the range, and filters
	 * @return the values of each period
	 */
	List<StatisticsPoint<CodecUsage>> codec(Consumer<StatisticsSpec<CodecDimension>> spec);

	/**
	 * Get how much was transcoded, in groups: {@code GET /statd/codec}.
	 * @param group what to group by
	 * @param spec sets the range, and filters
	 * @return the values of each period, by their group
	 */
	List<StatisticsPoint<Map<String, CodecUsage>>> codec(CodecDimension group,
			Consumer<StatisticsSpec<CodecDimension>> spec);

	/**
	 * Get how many pictures were checked for pornography: {@code GET /statd/nrop}.
	 * @param spec sets the range, and filters
	 * @return the values of each period
	 */
	List<StatisticsPoint<NropUsage>> nrop(Consumer<StatisticsSpec<NropDimension>> spec);

	/**
	 * Get how many pictures were checked for pornography, in groups:
	 * {@code GET /statd/nrop}.
	 * @param group what to group by
	 * @param spec sets the range, and filters
	 * @return the values of each period, by their group
	 */
	List<StatisticsPoint<Map<String, NropUsage>>> nrop(NropDimension group,
			Consumer<StatisticsSpec<NropDimension>> spec);

	/**
	 * Get how much was cast: {@code GET /statd/caster}.
	 * @param spec sets the range, and filters
	 * @return the values of each period
	 */
	List<StatisticsPoint<CasterUsage>> caster(Consumer<StatisticsSpec<CasterDimension>> spec);

	/**
	 * Get how much was cast, in groups: {@code GET /statd/caster}.
	 * @param group what to group by
	 * @param spec sets the range, and filters
	 * @return the values of each period, by their group
	 */
	List<StatisticsPoint<Map<String, CasterUsage>>> caster(CasterDimension group,
			Consumer<StatisticsSpec<CasterDimension>> spec);

	/**
	 * Get how much was republished: {@code GET /statd/pub}.
	 * @param spec sets the range, and filters
	 * @return the values of each period
	 */
	List<StatisticsPoint<PubUsage>> pub(Consumer<StatisticsSpec<PubDimension>> spec);

	/**
	 * Get how much was republished, in groups: {@code GET /statd/pub}.
	 * @param group what to group by
	 * @param spec sets the range, and filters
	 * @return the values of each period, by their group
	 */
	List<StatisticsPoint<Map<String, PubUsage>>> pub(PubDimension group, Consumer<StatisticsSpec<PubDimension>> spec);

}
