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

package io.pilispring.v2;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.qiniu.pili.Client;
import com.qiniu.streaming.UrlFactory;
import com.qiniu.util.Auth;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.springframework.util.DigestUtils;

import io.pilispring.benchmarks.Wire;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.transport.PiliTransport;

/**
 * Makes URLs of version 2 to publish to and to play.
 */
@State(Scope.Benchmark)
public class LiveUrlBenchmark {

	private static final String DOMAIN = "push.example.com";

	private static final String PLAY_DOMAIN = "play.example.com";

	private static final String PLAY_KEY = "ca11e07f094c3a6e";

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final LiveStream ours = LiveHub
		.create(Wire.HUB,
				PiliTransport.builder().credentials(PiliCredentials.of(Wire.ACCESS_KEY, Wire.SECRET_KEY)).build(),
				UrlSettings.builder()
					.publishRtmp(DOMAIN)
					.liveHls(PLAY_DOMAIN)
					.playSecurity(PlaySecurity.of(PLAY_KEY))
					.build())
		.stream(Wire.TITLE);

	private final UrlFactory qiniu = new UrlFactory(Wire.HUB, Auth.create(Wire.ACCESS_KEY, Wire.SECRET_KEY), DOMAIN,
			PLAY_DOMAIN);

	private final Client pili = new Client(Wire.ACCESS_KEY, Wire.SECRET_KEY);

	private String hub = Wire.HUB;

	private String key = Wire.TITLE;

	@Benchmark
	public String livePublishFloor() throws GeneralSecurityException {
		String target = "/" + this.hub + "/" + this.key + "?e=" + (System.currentTimeMillis() / 1000 + 60);
		Mac mac = Mac.getInstance("HmacSHA1");
		mac.init(new SecretKeySpec(Wire.SECRET_KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
		return "rtmp://" + DOMAIN + target + "&token=" + Wire.ACCESS_KEY + ":"
				+ Base64.getUrlEncoder().encodeToString(mac.doFinal(target.getBytes(StandardCharsets.UTF_8)));
	}

	@Benchmark
	public String livePublishOurs() {
		return this.ours.rtmpPublishUrl(MINUTE);
	}

	@Benchmark
	public String livePublishQiniu() {
		return this.qiniu.rtmpPublishUrl(this.key, 60);
	}

	@Benchmark
	public String livePublishPili() {
		return this.pili.RTMPPublishURL(DOMAIN, this.hub, this.key, 60);
	}

	@Benchmark
	public String signedPlayFloor() {
		String path = "/" + this.hub + "/" + this.key + ".m3u8";
		String time = Long.toString(Instant.now().getEpochSecond() + 60, 16);
		return "https://" + PLAY_DOMAIN + path + "?sign="
				+ DigestUtils.md5DigestAsHex((PLAY_KEY + path + time).getBytes(StandardCharsets.UTF_8)) + "&t=" + time;
	}

	@Benchmark
	public String signedPlayOurs() {
		return this.ours.hlsLiveUrl((url) -> url.validFor(MINUTE));
	}

}
