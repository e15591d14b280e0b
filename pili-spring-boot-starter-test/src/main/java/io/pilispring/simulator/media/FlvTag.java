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

// A tag of an FLV file with its header and the length after it
record FlvTag(byte[] bytes) {

	static final int HEADER_LENGTH = 11;

	static final int TRAILER_LENGTH = 4;

	private static final int AUDIO = 8;

	private static final int VIDEO = 9;

	private static final int AAC = 10;

	boolean isAudio() {
		return type() == AUDIO;
	}

	boolean isVideo() {
		return type() == VIDEO;
	}

	// What decoders must have before anything else
	boolean isConfiguration() {
		if (isVideo()) {
			return body(1) == 0;
		}
		return (isAudio()) ? body(0) >> 4 == AAC && body(1) == 0 : true;
	}

	boolean isKeyFrame() {
		return isVideo() && body(0) >> 4 == 1 && !isConfiguration();
	}

	// In milliseconds
	long timestamp() {
		return (this.bytes[7] & 0xFFL) << 24 | (this.bytes[4] & 0xFF) << 16 | (this.bytes[5] & 0xFF) << 8
				| (this.bytes[6] & 0xFF);
	}

	private int type() {
		return this.bytes[0] & 0x1F;
	}

	private int body(int index) {
		int offset = HEADER_LENGTH + index;
		return (offset < this.bytes.length - TRAILER_LENGTH) ? this.bytes[offset] & 0xFF : -1;
	}

	static int length(byte[] header) {
		return HEADER_LENGTH + TRAILER_LENGTH
				+ ((header[1] & 0xFF) << 16 | (header[2] & 0xFF) << 8 | (header[3] & 0xFF));
	}

}
