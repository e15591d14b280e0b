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

package io.pilispring.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link PushSession} and its phases.
 */
class PushSessionTests {

	private static final Instant START = TestClock.START;

	private final PushSession session = new PushSession(new StreamId("z1", "hub", "key"),
			PushSource.none("hub", "key", "host"), START, push(1000),
			new StreamSettings(START, null, null, Availability.ENABLED, List.of(), false));

	@Test
	void manyShortPhasesAreMergedAndCountTheSame() {
		double bytes = 0;
		for (int i = 1; i <= 100; i++) {
			bytes += this.session.push().bytesPerSecond() / 2;
			this.session.change(push(1000 * i), 0, START.plusMillis(500L * i));
		}
		this.session.end(START.plusSeconds(50));
		List<PushPhase> phases = this.session.phases(Instant.MAX);
		assertThat(phases).extracting(PushPhase::duration).hasSize(5).containsOnly(Duration.ofSeconds(10));
		assertThat(phases.get(0).start()).isEqualTo(START);
		assertThat(phases.get(4).end()).isEqualTo(START.plusSeconds(50));
		assertThat(bytes(phases)).isCloseTo(bytes, within(0.001));
	}

	@Test
	void phasesOfLessThanAMillisecondAreMergedToo() {
		this.session.change(push(2000), 0, START.plusNanos(100_000));
		this.session.change(push(3000), 0, START.plusNanos(200_000));
		this.session.end(START.plusSeconds(10));
		assertThat(bytes(this.session.phases(Instant.MAX))).isCloseTo(30_000, within(10.0));
	}

	@Test
	void phaseOfASecondIsKept() {
		this.session.change(push(2000), 0, START.plusSeconds(1));
		this.session.change(push(3000), 0, START.plusSeconds(2));
		this.session.end(START.plusMillis(2999));
		assertThat(this.session.phases(Instant.MAX)).extracting((phase) -> phase.push().bytesPerSecond())
			.hasSize(2)
			.startsWith(1000.0);
		assertThat(bytes(this.session.phases(Instant.MAX))).isCloseTo(5997, within(0.001));
	}

	@Test
	void phaseWithOtherViewersIsKept() {
		this.session.change(push(1000), 1, START.plusMillis(100));
		this.session.change(push(1000), 2, START.plusMillis(200));
		this.session.end(START.plusMillis(300));
		assertThat(this.session.phases(Instant.MAX)).extracting(PushPhase::viewers).containsExactly(0, 1, 2);
	}

	@Test
	void pushThatHasNotEndedLastsUntilNow() {
		assertThat(this.session.phases(START)).isEmpty();
		this.session.change(push(2000), 0, START.plusSeconds(5));
		assertThat(this.session.phases(START.plusSeconds(5))).hasSize(1);
		assertThat(this.session.phases(START.plusSeconds(7))).extracting(PushPhase::duration)
			.containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(2));
		this.session.end(START.plusSeconds(8));
		assertThat(this.session.end()).isEqualTo(START.plusSeconds(8));
		assertThat(this.session.phases(START.plusSeconds(60))).extracting(PushPhase::end)
			.containsExactly(START.plusSeconds(5), START.plusSeconds(8));
	}

	@Test
	void clockThatIsTurnedBackLeavesThePastAsItWas() {
		this.session.change(push(2000), 0, START.plusSeconds(5));
		this.session.change(push(3000), 0, START.plusSeconds(2));
		this.session.end(START.plusSeconds(1));
		assertThat(this.session.end()).isEqualTo(START.plusSeconds(5));
		assertThat(bytes(this.session.phases(Instant.MAX))).isEqualTo(5000);
	}

	@Test
	void phaseHoldsItsStartAndNotItsEnd() {
		PushPhase phase = new PushPhase(START, START.plusSeconds(1), push(1000), 0);
		assertThat(phase.contains(START.minusNanos(1))).isFalse();
		assertThat(phase.contains(START)).isTrue();
		assertThat(phase.contains(START.plusSeconds(1))).isFalse();
		assertThat(phase.within(START.minusSeconds(2), START)).isZero();
		assertThat(phase.within(START.plusSeconds(1), START.plusSeconds(2))).isZero();
		assertThat(phase.within(START.plusMillis(200), START.plusMillis(500))).hasMillis(300);
	}

	private static double bytes(List<PushPhase> phases) {
		return phases.stream().mapToDouble((phase) -> phase.bytesWithin(Instant.EPOCH, START.plusSeconds(3600))).sum();
	}

	private static Push push(double bytesPerSecond) {
		return Push.defaults().withBytesPerSecond(bytesPerSecond);
	}

}
