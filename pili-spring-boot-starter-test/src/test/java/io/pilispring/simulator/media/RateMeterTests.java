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

package io.pilispring.simulator.media;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.pilispring.simulator.Push;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RateMeter}.
 */
class RateMeterTests {

	private static final FlvTag PICTURE = FlvStartTests.tag(9, 0, 0x27, 1);

	private static final FlvTag SOUND = FlvStartTests.tag(8, 0, 0xAF, 1);

	private static final FlvTag DATA = FlvStartTests.tag(18, 0, 2, 0);

	private final RateMeter meter = new RateMeter(at(0));

	@Test
	void countsBytesAndFramesPerSecond() {
		for (int i = 1; i <= 20; i++) {
			this.meter.add(PICTURE, at(i * 100));
			this.meter.add(SOUND, at(i * 100));
			this.meter.add(SOUND, at(i * 100));
		}
		this.meter.add(DATA, at(2000));
		Push push = this.meter.measure("10.1.1.1:5", at(2000));
		assertThat(push.address()).isEqualTo("10.1.1.1:5");
		assertThat(push.bytesPerSecond()).isEqualTo(Math.round(61 * PICTURE.bytes().length / 2.0));
		assertThat(push.videoFramesPerSecond()).isEqualTo(10);
		assertThat(push.audioFramesPerSecond()).isEqualTo(20);
		assertThat(push.dataFramesPerSecond()).isEqualTo(0.5);
	}

	@Test
	void configurationIsNoFrame() {
		this.meter.add(FlvStartTests.tag(9, 0, 0x17, 0), at(0));
		this.meter.add(FlvStartTests.tag(8, 0, 0xAF, 0), at(0));
		Push push = this.meter.measure("", at(1000));
		assertThat(push.videoFramesPerSecond()).isZero();
		assertThat(push.audioFramesPerSecond()).isZero();
		assertThat(push.dataFramesPerSecond()).isZero();
		assertThat(push.bytesPerSecond()).isEqualTo(2 * PICTURE.bytes().length);
	}

	@Test
	void onlyTheLastThreeSecondsCount() {
		this.meter.add(PICTURE, at(1000));
		assertThat(this.meter.measure("", at(4000)).videoFramesPerSecond()).isEqualTo(0.3);
		assertThat(this.meter.measure("", at(4001)).videoFramesPerSecond()).isZero();
	}

	@Test
	void firstSecondCountsAsAWholeOne() {
		this.meter.add(PICTURE, at(10));
		assertThat(this.meter.measure("", at(20)).videoFramesPerSecond()).isEqualTo(1);
	}

	private static long at(long millis) {
		return Duration.ofMillis(millis).toNanos();
	}

}
