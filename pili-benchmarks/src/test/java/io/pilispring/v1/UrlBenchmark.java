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

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.google.gson.JsonParser;
import com.pili.PiliException;
import com.pili.Stream;
import com.qiniu.Credentials;
import com.qiniu.streaming.UrlFactory;
import com.qiniu.util.Auth;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import io.pilispring.benchmarks.Wire;
import io.pilispring.internal.WireJson;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.transport.PiliTransport;
import io.pilispring.url.NonceSource;

/**
 * Makes URLs to publish to and to play.
 */
@State(Scope.Benchmark)
public class UrlBenchmark {

	private static final String HOST = "ey636h.publish.z1.pili.qiniup.com";

	private static final String PLAY_HOST = "ey636h.live1-rtmp.z1.pili.qiniucdn.com";

	private final PiliStream ours = ours("static");

	private final PiliStream oursDynamic = ours("dynamic");

	private final PiliStream oursWithoutProfiles = read(Wire.stream(Wire.TITLE).replace("[\"480p\",\"720p\"]", "[]"));

	private final Stream pili = pili("static");

	private final Stream piliDynamic = pili("dynamic");

	// Creates URLs, and calls nobody
	private static final StreamsApi API = new StreamsApi(
			PiliTransport.builder().credentials(PiliCredentials.of(Wire.ACCESS_KEY, Wire.SECRET_KEY)).build(),
			NonceSource.shared());

	private final UrlFactory qiniu = new UrlFactory(Wire.HUB, Auth.create(Wire.ACCESS_KEY, Wire.SECRET_KEY), HOST,
			PLAY_HOST);

	private String hub = Wire.HUB;

	private String title = Wire.TITLE;

	private String key = "ca11e07f094c3a6e";

	private static PiliStream ours(String security) {
		return read(Wire.stream(Wire.TITLE, security));
	}

	private static PiliStream read(String json) {
		return new DefaultPiliStream(API, WireJson.read(json, StreamDocument.class), json);
	}

	@SuppressWarnings("deprecation")
	private static Stream pili(String security) {
		return new Stream(new JsonParser().parse(Wire.stream(Wire.TITLE, security)).getAsJsonObject(),
				new Credentials(Wire.ACCESS_KEY, Wire.SECRET_KEY));
	}

	@Benchmark
	public String dynamicFloor() throws GeneralSecurityException {
		String target = "/" + this.hub + "/" + this.title + "?nonce=" + System.currentTimeMillis() / 1000;
		Mac mac = Mac.getInstance("HmacSHA1");
		mac.init(new SecretKeySpec(this.key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
		return "rtmp://" + HOST + target + "&token="
				+ Base64.getUrlEncoder().encodeToString(mac.doFinal(target.getBytes(StandardCharsets.UTF_8)));
	}

	@Benchmark
	public String dynamicOurs() {
		return this.oursDynamic.rtmpPublishUrl();
	}

	@Benchmark
	public String dynamicPili() throws PiliException {
		return this.piliDynamic.rtmpPublishUrl();
	}

	@Benchmark
	public String dynamicQiniu() {
		return this.qiniu.rtmpPublishUrl(this.title, 60);
	}

	@Benchmark
	public String staticFloor() {
		return "rtmp://" + HOST + "/" + this.hub + "/" + this.title + "?key=" + this.key;
	}

	@Benchmark
	public String staticOurs() {
		return this.ours.rtmpPublishUrl();
	}

	@Benchmark
	public String staticPili() throws PiliException {
		return this.pili.rtmpPublishUrl();
	}

	@Benchmark
	public String playFloor() {
		return "rtmp://" + PLAY_HOST + "/" + this.hub + "/" + this.title;
	}

	@Benchmark
	public String playOurs() {
		return this.oursWithoutProfiles.rtmpLiveUrls().get(PiliStream.ORIGIN);
	}

	@Benchmark
	public String playPili() {
		return this.pili.rtmpLiveUrls().get(Stream.ORIGIN);
	}

	@Benchmark
	public String playQiniu() {
		return this.qiniu.rtmpPlayUrl(this.title);
	}

	@Benchmark
	public Map<String, String> playAllFloor() {
		String base = "rtmp://" + PLAY_HOST + "/" + this.hub + "/" + this.title;
		Map<String, String> urls = new LinkedHashMap<>();
		urls.put("ORIGIN", base);
		urls.put("480p", base + "@480p");
		urls.put("720p", base + "@720p");
		return urls;
	}

	@Benchmark
	public Map<String, String> playAllOurs() {
		return this.ours.rtmpLiveUrls();
	}

	@Benchmark
	public Map<String, String> playAllPili() {
		return this.pili.rtmpLiveUrls();
	}

}
