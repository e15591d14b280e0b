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

import java.util.Objects;

/**
 * The hosts that a stream is published to and played from, each as {@code host} or
 * {@code host:port}. Nothing listens on the default ones.
 *
 * @param publishRtmp the host to publish to by RTMP
 * @param liveRtmp the host to play live from by RTMP
 * @param liveHls the host to play live from by HLS
 * @param liveHdl the host to play live from by HTTP-FLV
 * @param playback the host to play recordings from
 * @param snapshot the host of live snapshots
 * @param vod the host of the files of save as
 * @param staticFiles the host of the files of snapshots
 * @since 0.1.0
 */
public record StreamHosts(String publishRtmp, String liveRtmp, String liveHls, String liveHdl, String playback,
		String snapshot, String vod, String staticFiles) {

	/**
	 * Create hosts.
	 * @param publishRtmp the host to publish to by RTMP
	 * @param liveRtmp the host to play live from by RTMP
	 * @param liveHls the host to play live from by HLS
	 * @param liveHdl the host to play live from by HTTP-FLV
	 * @param playback the host to play recordings from
	 * @param snapshot the host of live snapshots
	 * @param vod the host of the files of save as
	 * @param staticFiles the host of the files of snapshots
	 */
	public StreamHosts {
		Objects.requireNonNull(publishRtmp, "'publishRtmp' must not be null");
		Objects.requireNonNull(liveRtmp, "'liveRtmp' must not be null");
		Objects.requireNonNull(liveHls, "'liveHls' must not be null");
		Objects.requireNonNull(liveHdl, "'liveHdl' must not be null");
		Objects.requireNonNull(playback, "'playback' must not be null");
		Objects.requireNonNull(snapshot, "'snapshot' must not be null");
		Objects.requireNonNull(vod, "'vod' must not be null");
		Objects.requireNonNull(staticFiles, "'staticFiles' must not be null");
	}

	/**
	 * Return hosts under the reserved domain {@code test}, which are the default for the
	 * default account of a simulator.
	 * @return the default hosts
	 */
	public static StreamHosts defaults() {
		return new StreamHosts("publish.pili.test", "live-rtmp.pili.test", "live-hls.pili.test", "live-hdl.pili.test",
				"playback.pili.test", "snapshot.pili.test", "vod.pili.test", "static.pili.test");
	}

	/**
	 * Return default hosts that no other account has.
	 * @param account the number of the account, which is 1 for the default account
	 * @return the hosts
	 */
	static StreamHosts defaults(int account) {
		if (account == 1) {
			return defaults();
		}
		String domain = ".account-" + account + ".pili.test";
		return new StreamHosts("publish" + domain, "live-rtmp" + domain, "live-hls" + domain, "live-hdl" + domain,
				"playback" + domain, "snapshot" + domain, "vod" + domain, "static" + domain);
	}

	/**
	 * Return hosts for one RTMP server and one HTTP server.
	 * @param rtmp address of the RTMP server
	 * @param http address of the HTTP server
	 * @return the hosts
	 */
	public static StreamHosts of(String rtmp, String http) {
		return new StreamHosts(rtmp, rtmp, http, http, http, http, http, http);
	}

}
