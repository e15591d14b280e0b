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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.pilispring.PiliServer;
import io.pilispring.PiliUnreadableResponseException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Statistics}.
 */
class StatisticsTests {

	private static final String TIME = "\"time\":\"2021-09-28T00:00:00+08:00\"";

	private static final Instant START = Instant.parse("2021-09-27T16:00:00Z");

	@RegisterExtension
	final PiliServer pili = new PiliServer();

	private final Statistics statistics = Statistics.create(this.pili.transport());

	@Test
	void rangeIsSentInTheTimeZoneOfPili() {
		this.pili.answer(200, "[]");
		this.statistics.downflow((spec) -> spec.between(START, START.plusSeconds(90))
			.granularity(Granularity.FIVE_MINUTES)
			.only(TrafficDimension.DOMAIN, "a.example.com", "b.example.com"));
		assertThat(this.pili.onlyRequest().getUrl())
			.isEqualTo("/statd/downflow?begin=20210928000000&end=20210928000130&g=5min&select=flow"
					+ "&$domain=a.example.com&$domain=b.example.com");
	}

	@Test
	void groupsAreRead() {
		this.pili.answer(200, "[{" + TIME + ",\"values\":{\"cn\":{\"flow\":9007199254740993},\"hk\":{}}},{" + TIME
				+ "},{\"values\":{}},null]");
		assertThat(this.statistics.upflow(TrafficDimension.AREA, this::day)).containsExactly(
				new StatisticsPoint<>(START, Map.of("cn", new Traffic(9007199254740993L), "hk", new Traffic(0))));
		assertThat(this.pili.onlyRequest().getUrl()).contains("&group=area&select=flow");
	}

	@Test
	void everyKindHasItsValues() {
		answer("{\"duration\":1500}");
		assertThat(this.statistics.codec(this::day).get(0).values()).isEqualTo(new CodecUsage(Duration.ofMillis(1500)));
		answer("{\"hub\":{\"duration\":1500}}");
		assertThat(this.statistics.codec(CodecDimension.HUB, this::day).get(0).values()).containsEntry("hub",
				new CodecUsage(Duration.ofMillis(1500)));
		answer("{\"count\":7}");
		assertThat(this.statistics.nrop(this::day).get(0).values()).isEqualTo(new NropUsage(7));
		answer("{\"true\":{\"count\":7}}");
		assertThat(this.statistics.nrop(NropDimension.ASSURED, this::day).get(0).values()).containsEntry("true",
				new NropUsage(7));
		answer("{\"upflow\":1,\"downflow\":2,\"duration\":3}");
		assertThat(this.statistics.caster(this::day).get(0).values())
			.isEqualTo(new CasterUsage(1, 2, Duration.ofSeconds(3)));
		answer("{\"x\":{\"upflow\":1,\"downflow\":2,\"duration\":3}}");
		assertThat(this.statistics.caster(CasterDimension.CONTAINER, this::day).get(0).values()).containsEntry("x",
				new CasterUsage(1, 2, Duration.ofSeconds(3)));
		answer("{\"count\":1,\"duration\":2000}");
		assertThat(this.statistics.pub(this::day).get(0).values()).isEqualTo(new PubUsage(1, Duration.ofSeconds(2)));
		answer("{\"x\":{\"count\":1,\"duration\":2000}}");
		assertThat(this.statistics.pub(PubDimension.TYPE, this::day).get(0).values()).containsEntry("x",
				new PubUsage(1, Duration.ofSeconds(2)));
		assertThat(this.pili.requests()).extracting((request) -> request.getUrl().replaceAll(".*g=day", ""))
			.containsExactly("&select=duration", "&group=hub&select=duration", "&select=count",
					"&group=assured&select=count", "&select=upflow&select=downflow&select=duration",
					"&group=container&select=upflow&select=downflow&select=duration", "&select=count&select=duration",
					"&group=tp&select=count&select=duration");
	}

	@Test
	void trafficHasARate() {
		assertThat(new Traffic(37_500_000).bitsPerSecond(Duration.ofMinutes(5))).isEqualTo(1_000_000);
		assertThatIllegalArgumentException().isThrownBy(() -> new Traffic(1).bitsPerSecond(Duration.ZERO));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "5", "", "[{]" })
	void responseOfAnotherFormIsUnreadable(String body) {
		this.pili.answer(200, body);
		assertThatExceptionOfType(PiliUnreadableResponseException.class)
			.isThrownBy(() -> this.statistics.upflow(this::day));
	}

	@Test
	void argumentsAreCheckedBeforeAnythingIsSent() {
		assertThatIllegalStateException().isThrownBy(() -> this.statistics.upflow((spec) -> {
		})).withMessage("'begin' and 'end' must be set");
		refused((spec) -> spec.between(START, START.plusMillis(999)));
		refused((spec) -> spec.between(LocalDate.EPOCH, LocalDate.EPOCH));
		refused((spec) -> spec.between((Instant) null, null));
		refused((spec) -> spec.granularity(null));
		refused((spec) -> spec.only(TrafficDimension.HUB, " "));
		refused((spec) -> spec.except(TrafficDimension.HUB, "!a"));
		refused((spec) -> spec.only(null, "a"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.statistics.upflow(null, this::day));
		assertThat(this.pili.requests()).isEmpty();
	}

	private void refused(Consumer<StatisticsSpec<TrafficDimension>> spec) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.statistics.upflow(spec));
	}

	private void answer(String values) {
		this.pili.answer(200, "[{" + TIME + ",\"values\":" + values + "}]");
	}

	private void day(StatisticsSpec<?> spec) {
		spec.between(LocalDate.of(2021, 9, 28), LocalDate.of(2021, 9, 29)).granularity(Granularity.DAY);
	}

}
