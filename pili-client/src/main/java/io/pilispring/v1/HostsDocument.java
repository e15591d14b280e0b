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

package io.pilispring.v1;

import org.jspecify.annotations.Nullable;

import io.pilispring.internal.HostNames;

/**
 * The hosts of a stream as sent by PILI, in all generations of the format that are in
 * use.
 */
final class HostsDocument {

	static final HostsDocument NONE = new HostsDocument();

	private static final Group EMPTY = new Group();

	private @Nullable Group publish;

	private @Nullable Group live;

	private @Nullable Group playback;

	// Where to play live, in the first generation
	private @Nullable Group play;

	StreamHosts toHosts() {
		Group publish = orEmpty(this.publish);
		Group live = orEmpty(this.live);
		Group playback = orEmpty(this.playback);
		Group play = orEmpty(this.play);
		return new DefaultStreamHosts(present(publish.rtmp), first(live.rtmp, play.rtmp),
				first(first(live.hls, live.http), play.hls), first(live.hdl, live.http),
				first(playback.hls, playback.http), present(live.snapshot));
	}

	private static Group orEmpty(@Nullable Group group) {
		return (group != null) ? group : EMPTY;
	}

	private static @Nullable String first(@Nullable String host, @Nullable String other) {
		String present = present(host);
		return (present != null) ? present : present(other);
	}

	// What is no host would lead a URL elsewhere
	private static @Nullable String present(@Nullable String host) {
		return (host != null && HostNames.isHost(host)) ? host : null;
	}

	static final class Group {

		private @Nullable String rtmp;

		private @Nullable String hls;

		private @Nullable String hdl;

		private @Nullable String http;

		private @Nullable String snapshot;

	}

}
