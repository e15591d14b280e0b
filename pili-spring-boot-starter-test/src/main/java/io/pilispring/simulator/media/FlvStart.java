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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

// The first bytes for a new viewer: a header whose flags name audio and video only where
// there is any, because players wait for both, the configuration of the decoders, and the
// newest frames
final class FlvStart {

	// A stream has audio or video from its beginning, or not at all
	private static final long DECISION_MILLIS = 1000;

	// Every audio frame can be decoded by itself, so that the newest are enough
	private static final long SOUND_MILLIS = 1000;

	private static final int AUDIO_FLAG = 4;

	private static final int VIDEO_FLAG = 1;

	private final List<FlvTag> configuration = new ArrayList<>();

	private final Deque<FlvTag> frames = new ArrayDeque<>();

	private boolean audio;

	private boolean video;

	private long first = -1;

	private long last;

	void add(FlvTag tag) {
		this.audio |= tag.isAudio();
		this.video |= tag.isVideo();
		if (this.first < 0) {
			this.first = tag.timestamp();
		}
		this.last = tag.timestamp();
		if (tag.isConfiguration()) {
			this.configuration.add(tag);
			return;
		}
		if (tag.isKeyFrame()) {
			this.frames.clear();
		}
		this.frames.add(tag);
		while (!this.video && this.last - this.frames.element().timestamp() > SOUND_MILLIS) {
			this.frames.remove();
		}
	}

	// Whether the flags of the header are known already
	boolean isDecided() {
		return (this.audio && this.video) || ((this.audio || this.video) && this.last - this.first >= DECISION_MILLIS);
	}

	byte[] header() {
		int flags = ((this.audio) ? AUDIO_FLAG : 0) | ((this.video) ? VIDEO_FLAG : 0);
		return new byte[] { 'F', 'L', 'V', 1, (byte) flags, 0, 0, 0, 9, 0, 0, 0, 0 };
	}

	List<FlvTag> tags() {
		List<FlvTag> tags = new ArrayList<>(this.configuration);
		tags.addAll(this.frames);
		return tags;
	}

}
