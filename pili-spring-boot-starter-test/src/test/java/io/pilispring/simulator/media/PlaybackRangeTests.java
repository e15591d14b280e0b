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

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PlaybackRange}.
 */
class PlaybackRangeTests {

	@ParameterizedTest
	@ValueSource(strings = { "start=1000&end=2000", "end=2000&start=1000", "a=b&start=1000&end=2000&c=d" })
	void namesBothEnds(String query) {
		assertThat(PlaybackRange.parse(query))
			.isEqualTo(new PlaybackRange(Instant.ofEpochSecond(1000), Instant.ofEpochSecond(2000)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "start=1000", "end=2000", "start=a&end=b", "restart=1000&end=2000", "start=&end=" })
	void isNoneWithoutBothEnds(String query) {
		assertThat(PlaybackRange.parse(query)).isNull();
		assertThat(PlaybackRange.parse(null)).isNull();
	}

	@Test
	void numbersMayBeOfAnySize() {
		assertThat(PlaybackRange.parse("start=1440282134000&end=99999999999999999999999999"))
			.isEqualTo(new PlaybackRange(Instant.ofEpochSecond(1440282134000L), Instant.MAX));
		assertThat(PlaybackRange.parse("start=-99999999999999999999999999&end=9223372036854775807"))
			.isEqualTo(new PlaybackRange(Instant.EPOCH, Instant.ofEpochSecond(Instant.MAX.getEpochSecond())));
	}

}
