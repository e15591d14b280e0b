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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.springframework.util.Assert;

import io.pilispring.transport.PiliTransport;

/**
 * The {@link Statistics} that calls PILI.
 */
final class DefaultStatistics implements Statistics {

	private static final StatisticsQuery<TrafficDimension, Traffic> UPFLOW = new StatisticsQuery<>("/statd/upflow",
			List.of("flow"), (numbers) -> new Traffic(numbers.of("flow")));

	private static final StatisticsQuery<TrafficDimension, Traffic> DOWNFLOW = new StatisticsQuery<>("/statd/downflow",
			List.of("flow"), (numbers) -> new Traffic(numbers.of("flow")));

	private static final StatisticsQuery<CodecDimension, CodecUsage> CODEC = new StatisticsQuery<>("/statd/codec",
			List.of("duration"), (numbers) -> new CodecUsage(Duration.ofMillis(numbers.of("duration"))));

	private static final StatisticsQuery<NropDimension, NropUsage> NROP = new StatisticsQuery<>("/statd/nrop",
			List.of("count"), (numbers) -> new NropUsage(numbers.of("count")));

	private static final StatisticsQuery<CasterDimension, CasterUsage> CASTER = new StatisticsQuery<>("/statd/caster",
			List.of("upflow", "downflow", "duration"), (numbers) -> new CasterUsage(numbers.of("upflow"),
					numbers.of("downflow"), Duration.ofSeconds(numbers.of("duration"))));

	private static final StatisticsQuery<PubDimension, PubUsage> PUB = new StatisticsQuery<>("/statd/pub",
			List.of("count", "duration"),
			(numbers) -> new PubUsage(numbers.of("count"), Duration.ofMillis(numbers.of("duration"))));

	private final PiliTransport transport;

	DefaultStatistics(PiliTransport transport) {
		Assert.notNull(transport, "'transport' must not be null");
		this.transport = transport;
	}

	@Override
	public List<StatisticsPoint<Traffic>> upflow(Consumer<StatisticsSpec<TrafficDimension>> spec) {
		return UPFLOW.get(this.transport, spec);
	}

	@Override
	public List<StatisticsPoint<Map<String, Traffic>>> upflow(TrafficDimension group,
			Consumer<StatisticsSpec<TrafficDimension>> spec) {
		return UPFLOW.get(this.transport, group, spec);
	}

	@Override
	public List<StatisticsPoint<Traffic>> downflow(Consumer<StatisticsSpec<TrafficDimension>> spec) {
		return DOWNFLOW.get(this.transport, spec);
	}

	@Override
	public List<StatisticsPoint<Map<String, Traffic>>> downflow(TrafficDimension group,
			Consumer<StatisticsSpec<TrafficDimension>> spec) {
		return DOWNFLOW.get(this.transport, group, spec);
	}

	@Override
	public List<StatisticsPoint<CodecUsage>> codec(Consumer<StatisticsSpec<CodecDimension>> spec) {
		return CODEC.get(this.transport, spec);
	}

	@Override
	public List<StatisticsPoint<Map<String, CodecUsage>>> codec(CodecDimension group,
			Consumer<StatisticsSpec<CodecDimension>> spec) {
		return CODEC.get(this.transport, group, spec);
	}

	@Override
	public List<StatisticsPoint<NropUsage>> nrop(Consumer<StatisticsSpec<NropDimension>> spec) {
		return NROP.get(this.transport, spec);
	}

	@Override
	public List<StatisticsPoint<Map<String, NropUsage>>> nrop(NropDimension group,
			Consumer<StatisticsSpec<NropDimension>> spec) {
		return NROP.get(this.transport, group, spec);
	}

	@Override
	public List<StatisticsPoint<CasterUsage>> caster(Consumer<StatisticsSpec<CasterDimension>> spec) {
		return CASTER.get(this.transport, spec);
	}

	@Override
	public List<StatisticsPoint<Map<String, CasterUsage>>> caster(CasterDimension group,
			Consumer<StatisticsSpec<CasterDimension>> spec) {
		return CASTER.get(this.transport, group, spec);
	}

	@Override
	public List<StatisticsPoint<PubUsage>> pub(Consumer<StatisticsSpec<PubDimension>> spec) {
		return PUB.get(this.transport, spec);
	}

	@Override
	public List<StatisticsPoint<Map<String, PubUsage>>> pub(PubDimension group,
			Consumer<StatisticsSpec<PubDimension>> spec) {
		return PUB.get(this.transport, group, spec);
	}

}
