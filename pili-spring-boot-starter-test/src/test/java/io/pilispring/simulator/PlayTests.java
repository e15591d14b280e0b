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

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PlayTests {

	private static final long NOW = TestClock.START.getEpochSecond();

	private static final String PATH = "/test-hub/room.m3u8";

	private static final String HLS = "https://live-hls.pili.test" + PATH;

	private final TestClock clock = new TestClock();

	private PiliSimulator simulator;

	private SimulatedHub hub;

	@BeforeEach
	void start() {
		this.simulator = PiliSimulator.builder().clock(this.clock).start();
		this.hub = this.simulator.defaultHub();
		this.hub.goLive("room");
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	static Stream<JsonNode> goldenUrls() {
		return Golden.v2("urls").filter((golden) -> golden.get("kind").stringValue().equals("signed-play"));
	}

	@ParameterizedTest
	@MethodSource("goldenUrls")
	void acceptsGoldenUrlsUntilTheyExpire(JsonNode golden) {
		Instant expiry = Instant.ofEpochSecond(golden.get("timestamp").longValue());
		String url = golden.get("url").stringValue();
		DomainType type = (url.contains(".m3u8")) ? DomainType.LIVE_HLS : DomainType.LIVE_HDL;
		PlaySecurity security = PlaySecurity.expiring(golden.get("play_key").stringValue())
			.withRules(golden.get("rule").stringValue(), null)
			.withParameters(golden.get("ts_part").stringValue(), golden.get("ts_base").intValue(),
					golden.get("sign_part").stringValue());
		for (int seconds = 0; seconds < 2; seconds++) {
			try (PiliSimulator at = PiliSimulator.builder()
				.hubs("PiliSDKTest")
				.clock(InstantSource.fixed(expiry.plusSeconds(seconds)))
				.start()) {
				at.defaultHub().setDomain(HubDomain.of(type, "edge.test.example.com").withPlaySecurity(security));
				at.defaultHub().goLive("room_1-a");
				assertThat(at.checkPlay(url).verdict())
					.isEqualTo((seconds == 0) ? PlayVerdict.ACCEPTED : PlayVerdict.EXPIRED);
				assertThat(at.checkPlay(url.replace("sign=", "sign=0")).verdict()).isEqualTo(PlayVerdict.BAD_SIGNATURE);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "rtmp://live-rtmp.pili.test/test-hub/room",
			"rtmp://live-rtmp.pili.test:1935/test-hub/room@720p", HLS,
			"http://live-hls.pili.test/test-hub/room@720p.m3u8", "https://LIVE-hdl.pili.test/test-hub/room.flv?x=1" })
	void acceptsWhatIsLive(String url) {
		PlayDecision decision = this.simulator.checkPlay(url);
		assertThat(decision.accepted()).isTrue();
		assertThat(decision.stream()).isSameAs(this.hub.stream("room"));
	}

	@Test
	void tellsWhyNothingIsPlayed() {
		this.hub.createStream("idle");
		assertThat(verdict("https://live-hls.pili.test/test-hub/idle.m3u8")).isEqualTo(PlayVerdict.NOT_LIVE);
		assertThat(this.simulator.checkPlay("https://live-hls.pili.test/test-hub/idle.m3u8").accepted()).isFalse();
		assertThat(verdict("https://live-hls.pili.test/test-hub/unknown.m3u8")).isEqualTo(PlayVerdict.UNKNOWN_STREAM);
		assertThat(verdict("https://live-hls.pili.test/other-hub/room.m3u8")).isEqualTo(PlayVerdict.UNKNOWN_STREAM);
		assertThat(verdict("https://other.pili.test/test-hub/room.m3u8")).isEqualTo(PlayVerdict.UNKNOWN_DOMAIN);
		assertThat(verdict("https://live-hdl.pili.test/test-hub/room.m3u8")).isEqualTo(PlayVerdict.UNKNOWN_DOMAIN);
		for (String url : List.of("", "room", "ftp://live-hls.pili.test/test-hub/room.m3u8",
				"https://live-hls.pili.test/test-hub/room.mp4", HLS + "?a=%zz")) {
			assertThat(verdict(url)).as(url).isEqualTo(PlayVerdict.MALFORMED_URL);
		}
		this.hub.setDomain(this.hub.domain("live-hls.pili.test").withDisabled(true));
		assertThat(verdict(HLS)).isEqualTo(PlayVerdict.DISABLED_DOMAIN);
	}

	@Test
	void forbidsWhatIsNotSigned() {
		secure(PlaySecurity.expiring("k1"));
		String time = Long.toString(NOW, 16);
		assertThat(verdict(HLS)).isEqualTo(PlayVerdict.UNSIGNED);
		assertThat(verdict(HLS + "?t=" + time)).isEqualTo(PlayVerdict.UNSIGNED);
		assertThat(verdict(HLS + "?sign=" + md5("k1" + PATH + time))).isEqualTo(PlayVerdict.UNSIGNED);
		assertThat(verdict(signed("k1", time))).isEqualTo(PlayVerdict.ACCEPTED);
		assertThat(verdict(signed("k2", time))).isEqualTo(PlayVerdict.BAD_SIGNATURE);
		assertThat(verdict(signed("k1", time).replace("room", "roon"))).isEqualTo(PlayVerdict.BAD_SIGNATURE);
		assertThat(verdict(signed("k1", time).replace("sign=", "sign=0").replaceFirst(".$", "")))
			.isEqualTo(PlayVerdict.BAD_SIGNATURE);
		for (String bad : List.of("", "xyz", "-1", "+" + time, time.toUpperCase(java.util.Locale.ROOT) + "A",
				"ffffffffffffffffffff")) {
			assertThat(verdict(HLS + "?sign=" + md5("k1" + PATH + bad) + "&t=" + bad.replace("+", "%2B"))).as(bad)
				.isEqualTo(PlayVerdict.BAD_SIGNATURE);
		}
		assertThat(PlayVerdict.UNSIGNED.isForbidden()).isTrue();
		assertThat(PlayVerdict.NOT_LIVE.isForbidden()).isFalse();
	}

	@Test
	void anExpiredUrlIsValidForTheGap() {
		secure(PlaySecurity.expiring("k1").withGapDuration(Duration.ofSeconds(10)));
		String url = signed("k1", Long.toString(NOW, 16));
		this.clock.advance(Duration.ofSeconds(10));
		assertThat(verdict(url)).isEqualTo(PlayVerdict.ACCEPTED);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(verdict(url)).isEqualTo(PlayVerdict.EXPIRED);
	}

	@Test
	void aUrlIsValidFromItsTimeOn() {
		secure(PlaySecurity.starting("k1", Duration.ofSeconds(60)));
		String url = signed("k1", Long.toString(NOW + 1, 16));
		assertThat(verdict(url)).isEqualTo(PlayVerdict.NOT_YET_VALID);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(verdict(url)).isEqualTo(PlayVerdict.ACCEPTED);
		this.clock.advance(Duration.ofSeconds(60));
		assertThat(verdict(url)).isEqualTo(PlayVerdict.ACCEPTED);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(verdict(url)).isEqualTo(PlayVerdict.EXPIRED);
	}

	@Test
	void bothKeysAndBothRulesAreValidSideBySide() {
		secure(PlaySecurity.expiring("k1").withSecondKey("k2").withRules(PlaySecurity.DEFAULT_RULE, "$(_t)$(key)"));
		String time = Long.toString(NOW, 16);
		for (String key : List.of("k1", "k2")) {
			assertThat(verdict(signed(key, time))).isEqualTo(PlayVerdict.ACCEPTED);
			assertThat(verdict(HLS + "?t=" + time + "&sign=" + md5(time + key))).isEqualTo(PlayVerdict.ACCEPTED);
		}
		assertThat(verdict(signed("k3", time))).isEqualTo(PlayVerdict.BAD_SIGNATURE);
	}

	@Test
	void rulesHaveVariables() {
		secure(PlaySecurity.expiring("k1")
			.withRules("$(streamKey)|$(streamTitle)|$(path_1)|$(path_2)|$(path_3)|$(_uid)|$(_ts)|$(_none)|$(key)", null)
			.withParameters("ts", 10, "sig"));
		String text = "test-hub/room|room|test-hub|room.m3u8||a b|" + NOW + "||k1";
		assertThat(verdict(HLS + "?uid=a+b&ts=" + NOW + "&sig=" + md5(text))).isEqualTo(PlayVerdict.ACCEPTED);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> PlaySecurity.expiring("very-secret").withRules("$(key)$(host)", null))
			.withMessageContaining("unknown variables");
		assertThat(PlaySecurity.expiring("very-secret").toString()).doesNotContain("very-secret");
		assertThatIllegalArgumentException().isThrownBy(() -> PlaySecurity.expiring(" "));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> PlaySecurity.expiring("k").withParameters("t", 37, "sign"));
	}

	@Test
	void refusesASecurityThatCannotWork() {
		PlaySecurity security = PlaySecurity.expiring("k");
		for (ThrowingCallable bad : List.<ThrowingCallable>of(() -> security.withParameters("t", 1, "sign"),
				() -> security.withParameters(" ", 16, "sign"), () -> security.withParameters("t", 16, ""),
				() -> security.withRules(" ", null), () -> security.withRules("$(key)", "$(path_0)"),
				() -> security.withGapDuration(Duration.ofSeconds(-1)),
				() -> PlaySecurity.starting("k", Duration.ofSeconds(-1)))) {
			assertThatIllegalArgumentException().isThrownBy(bad);
		}
		assertThat(security.withParameters("t", 2, "sign").tsBase()).isEqualTo(2);
		assertThat(security.withParameters("t", 36, "sign").tsBase()).isEqualTo(36);
		assertThat(security.withRules("$(path_9)", "$(_uid)").toString()).contains("EXPIRE", "$(path_9)", "$(_uid)");
	}

	@Test
	void followsTheRulesOfTheDomain() {
		this.hub.setDomain(this.hub.domain("live-hls.pili.test")
			.withRewrites(List.of(new UrlRewrite("(.+)/live/(.+)/playlist.m3u8", "${1}/test-hub/${2}.m3u8"))));
		assertThat(verdict("https://live-hls.pili.test/live/room/playlist.m3u8")).isEqualTo(PlayVerdict.ACCEPTED);
		assertThat(verdict("https://live-hls.pili.test/live/other/playlist.m3u8"))
			.isEqualTo(PlayVerdict.UNKNOWN_STREAM);
		assertThat(verdict(HLS)).isEqualTo(PlayVerdict.ACCEPTED);
	}

	private void secure(PlaySecurity security) {
		this.hub.setDomain(this.hub.domain("live-hls.pili.test").withPlaySecurity(security));
	}

	private PlayVerdict verdict(String url) {
		return this.simulator.checkPlay(url).verdict();
	}

	private static String signed(String key, String time) {
		return HLS + "?sign=" + md5(key + PATH + time) + "&t=" + time;
	}

	private static String md5(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
