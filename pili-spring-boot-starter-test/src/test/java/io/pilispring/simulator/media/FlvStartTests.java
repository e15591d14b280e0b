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

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FlvStart}.
 */
class FlvStartTests {

	private static final int AUDIO = 8;

	private static final int VIDEO = 9;

	private static final int DATA = 18;

	private final FlvStart start = new FlvStart();

	@Test
	void headerOfBothNamesBoth() {
		this.start.add(tag(VIDEO, 0, 0x17, 0));
		assertThat(this.start.isDecided()).isFalse();
		this.start.add(tag(AUDIO, 0, 0xAF, 0));
		assertThat(this.start.isDecided()).isTrue();
		assertThat(this.start.header()).containsExactly('F', 'L', 'V', 1, 5, 0, 0, 0, 9, 0, 0, 0, 0);
	}

	@Test
	void headerOfSoundAloneNamesSound() {
		this.start.add(tag(AUDIO, 5000, 0xAF, 0));
		this.start.add(tag(AUDIO, 5999, 0xAF, 1));
		assertThat(this.start.isDecided()).isFalse();
		this.start.add(tag(AUDIO, 6000, 0xAF, 1));
		assertThat(this.start.isDecided()).isTrue();
		assertThat(this.start.header()[4]).isEqualTo((byte) 4);
	}

	@Test
	void headerOfPicturesAloneNamesPictures() {
		this.start.add(tag(VIDEO, 0, 0x17, 0));
		this.start.add(tag(VIDEO, 1000, 0x17, 1));
		assertThat(this.start.isDecided()).isTrue();
		assertThat(this.start.header()[4]).isEqualTo((byte) 1);
	}

	@Test
	void dataDecidesNothing() {
		this.start.add(tag(DATA, 0, 2, 0));
		this.start.add(tag(DATA, 60_000, 2, 0));
		assertThat(this.start.isDecided()).isFalse();
	}

	@Test
	void startsWithTheNewestPictureThatStandsByItself() {
		FlvTag videoConfiguration = tag(VIDEO, 0, 0x17, 0);
		FlvTag audioConfiguration = tag(AUDIO, 0, 0xAF, 0);
		FlvTag keyFrame = tag(VIDEO, 2000, 0x17, 1);
		FlvTag sound = tag(AUDIO, 2010, 0xAF, 1);
		FlvTag frame = tag(VIDEO, 2040, 0x27, 1);
		for (FlvTag tag : List.of(videoConfiguration, audioConfiguration, tag(VIDEO, 1000, 0x17, 1),
				tag(AUDIO, 1010, 0xAF, 1), keyFrame, sound, frame)) {
			this.start.add(tag);
		}
		assertThat(this.start.tags()).containsExactly(videoConfiguration, audioConfiguration, keyFrame, sound, frame);
	}

	@Test
	void startsWithTheNewestSoundWhereThereAreNoPictures() {
		this.start.add(tag(AUDIO, 0, 0xAF, 0));
		for (int second = 0; second <= 3600; second++) {
			this.start.add(tag(AUDIO, second * 1000L, 0xAF, 1));
		}
		assertThat(this.start.tags()).extracting(FlvTag::timestamp).containsExactly(0L, 3_599_000L, 3_600_000L);
	}

	@Test
	void timesAreThoseOfLongStreams() {
		assertThat(tag(AUDIO, 0xFFFFFFFFL, 0xAF, 1).timestamp()).isEqualTo(0xFFFFFFFFL);
		assertThat(tag(AUDIO, 0x01020304L, 0xAF, 1).timestamp()).isEqualTo(0x01020304L);
	}

	@Test
	void lengthIsThatOfTheBodyWithWhatSurroundsIt() {
		byte[] header = new byte[FlvTag.HEADER_LENGTH];
		header[1] = 0x01;
		header[2] = 0x02;
		header[3] = (byte) 0x83;
		assertThat(FlvTag.length(header)).isEqualTo(11 + 0x010283 + 4);
	}

	static FlvTag tag(int type, long timestamp, int first, int second) {
		byte[] bytes = new byte[FlvTag.HEADER_LENGTH + 2 + FlvTag.TRAILER_LENGTH];
		bytes[0] = (byte) type;
		bytes[3] = 2;
		bytes[4] = (byte) (timestamp >> 16);
		bytes[5] = (byte) (timestamp >> 8);
		bytes[6] = (byte) timestamp;
		bytes[7] = (byte) (timestamp >> 24);
		bytes[FlvTag.HEADER_LENGTH] = (byte) first;
		bytes[FlvTag.HEADER_LENGTH + 1] = (byte) second;
		return new FlvTag(bytes);
	}

}
