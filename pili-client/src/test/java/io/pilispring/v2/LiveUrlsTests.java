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

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.DigestUtils;

import io.pilispring.PiliNotFoundException;
import io.pilispring.PiliServer;
import io.pilispring.url.PublishSecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for the URLs of {@link LiveStream} beyond the cases that all SDKs agree on.
 */
class LiveUrlsTests {

	private static final Instant END = Instant.ofEpochSecond(1785600000);

	@RegisterExtension
	final PiliServer pili = new PiliServer();

	private LiveStream stream(UrlSettings.Builder urls) {
		return LiveHub.create(PiliServer.HUB, this.pili.transport(), urls.build()).stream("room");
	}

	private UrlSettings.Builder domains() {
		return UrlSettings.builder()
			.publishRtmp("push.example.com")
			.liveRtmp("rtmp.example.com")
			.liveHls("hls.example.com")
			.liveHdl("flv.example.com")
			.cover("cover.example.com");
	}

	@Test
	void configuredDomainsNeedNoCall() {
		LiveStream stream = stream(domains().publishSecurity(PublishSecurity.NONE));
		assertThat(stream.rtmpPublishUrl()).isEqualTo("rtmp://push.example.com/test-hub/room");
		assertThat(stream.srtPublishUrl())
			.isEqualTo("srt://push.example.com:1935?streamid=#!::h=test-hub/room,domain=push.example.com,m=publish");
		assertThat(stream.rtmpLiveUrl()).isEqualTo("rtmp://rtmp.example.com/test-hub/room");
		assertThat(stream.hlsLiveUrl()).isEqualTo("https://hls.example.com/test-hub/room.m3u8");
		assertThat(stream.httpFlvLiveUrl()).isEqualTo("https://flv.example.com/test-hub/room.flv");
		assertThat(stream.coverUrl()).isEqualTo("http://cover.example.com/test-hub/room.jpg");
		assertThat(stream.hlsLiveUrl((spec) -> spec.https(false).profile("720p").parameter("a", "b c")))
			.isEqualTo("http://hls.example.com/test-hub/room@720p.m3u8?a=b+c");
		assertThat(this.pili.requests()).isEmpty();
	}

	@Test
	void portsOfDomainsAreKept() {
		LiveStream stream = stream(UrlSettings.builder()
			.publishRtmp("127.0.0.1:1936")
			.publishSrt("127.0.0.1:9000")
			.liveHls("localhost:8080")
			.https(false)
			.publishSecurity(PublishSecurity.NONE));
		assertThat(stream.rtmpPublishUrl()).isEqualTo("rtmp://127.0.0.1:1936/test-hub/room");
		assertThat(stream.srtPublishUrl())
			.isEqualTo("srt://127.0.0.1:9000?streamid=#!::h=test-hub/room,domain=127.0.0.1,m=publish");
		assertThat(stream.hlsLiveUrl()).isEqualTo("http://localhost:8080/test-hub/room.m3u8");
	}

	@Test
	void domainsAreRequestedOnce() {
		this.pili.stub(WireMock.get("/v2/hubs/test-hub/domains")
			.willReturn(WireMock
				.okJson("""
						{"domains":[{"type":"publishRtmp","domain":"a/b"},{"type":"publishRtmp","domain":"first.example.com"},
						{"type":"publishRtmp","domain":"second.example.com"},{"type":"liveHls","domain":"hls.example.com"}]}""")));
		LiveHub hub = LiveHub.create(PiliServer.HUB, this.pili.transport());
		assertThat(hub.stream("room").rtmpPublishUrl(END)).startsWith("rtmp://first.example.com/test-hub/room?e=");
		assertThat(hub.stream("room").hlsLiveUrl()).isEqualTo("https://hls.example.com/test-hub/room.m3u8");
		assertThat(hub.stream("other").srtPublishUrl(END)).startsWith("srt://first.example.com:1935?");
		assertThat(this.pili.requests()).hasSize(1);
		assertThatIllegalStateException().isThrownBy(() -> hub.stream("room").httpFlvLiveUrl())
			.withMessageContaining("has no domain of type 'liveHdl'");
	}

	@Test
	void failureToRequestDomainsIsNotKept() {
		this.pili.answer(612, "");
		LiveStream stream = stream(UrlSettings.builder());
		assertThatExceptionOfType(PiliNotFoundException.class).isThrownBy(stream::hlsLiveUrl);
		this.pili.answer(200, "{\"domains\":[{\"type\":\"liveHls\",\"domain\":\"hls.example.com\"}]}");
		assertThat(stream.hlsLiveUrl()).isEqualTo("https://hls.example.com/test-hub/room.m3u8");
	}

	@Test
	void fileIsOnTheVodDomainOfTheHub() {
		this.pili.answer(200, "{\"vodDomain\":\"vod.example.com\"}");
		LiveHub hub = LiveHub.create(PiliServer.HUB, this.pili.transport());
		assertThat(hub.fileUrl("recordings/z1.test-hub.room/0_2.m3u8"))
			.isEqualTo("https://vod.example.com/recordings/z1.test-hub.room/0_2.m3u8");
		assertThat(hub.fileUrl("/a?b#c 视")).isEqualTo("https://vod.example.com/a%3Fb%23c%20%E8%A7%86");
		assertThat(this.pili.requests()).hasSize(1);
		this.pili.answer(200, "{}");
		assertThatIllegalStateException()
			.isThrownBy(() -> LiveHub.create(PiliServer.HUB, this.pili.transport()).fileUrl("a"))
			.withMessageContaining("no VOD domain");
	}

	@Test
	void securityOfAStreamPrecedesThatOfTheHub() {
		this.pili.answer(200, "{\"publishSecurity\":\"static\",\"publishKey\":\"own-key\"}");
		LiveStream stream = stream(domains());
		StreamInfo info = stream.info();
		assertThat(stream.rtmpPublishUrl((spec) -> spec.of(info)))
			.isEqualTo("rtmp://push.example.com/test-hub/room?key=own-key");
		this.pili.answer(200, "{\"publishSecurity\":\"\",\"publishKey\":\"\"}");
		StreamInfo inherited = stream.info();
		assertThat(stream.rtmpPublishUrl((spec) -> spec.of(inherited).expiresAt(END)))
			.contains("?e=1785600000&token=test-ak:");
	}

	@Test
	void noncesOfAStreamGrow() {
		LiveStream stream = stream(domains().publishSecurity(PublishSecurity.DYNAMIC).publishKey("key"));
		long first = nonce(stream.rtmpPublishUrl());
		assertThat(nonce(stream.srtPublishUrl())).isGreaterThan(first);
		long chosen = first + 1_000_000;
		assertThat(nonce(stream.rtmpPublishUrl((spec) -> spec.nonce(chosen)))).isEqualTo(chosen);
		assertThat(nonce(stream.rtmpPublishUrl())).isGreaterThan(chosen);
	}

	private static long nonce(String url) {
		return Long.parseLong(url.replaceAll(".*nonce=(\\d+).*", "$1"));
	}

	@Test
	void validityStartsNow() {
		String url = stream(domains()).rtmpPublishUrl(Duration.ofHours(1));
		long expiry = Long.parseLong(url.replaceAll(".*e=(\\d+).*", "$1"));
		assertThat(Instant.ofEpochSecond(expiry)).isBetween(Instant.now().plusSeconds(3000),
				Instant.now().plusSeconds(3601));
	}

	@ParameterizedTest
	@ValueSource(strings = { "token", "key", "expire", "e", "nonce", "domain", "h", "m", "a b", "", "a&b" })
	void parametersThatArePilisOwnAreRefused(String name) {
		LiveStream stream = stream(domains());
		assertThatIllegalArgumentException()
			.isThrownBy(() -> stream.rtmpPublishUrl((spec) -> spec.parameter(name, "x").expiresAt(END)))
			.withMessageStartingWith("'name' must");
	}

	@Test
	void parametersAreEncodedAsGoDoes() {
		LiveStream stream = stream(domains().publishSecurity(PublishSecurity.NONE));
		assertThat(stream.rtmpPublishUrl((spec) -> spec.parameter("a", "x y*~&=,视").parameter("B", "")))
			.isEqualTo("rtmp://push.example.com/test-hub/room?B=&a=x+y%2A~%26%3D%2C%E8%A7%86");
		assertThat(stream.srtPublishUrl((spec) -> spec.parameter("a", "1,m=x"))).contains(",a=1%2Cm%3Dx,domain=");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> stream.rtmpPublishUrl((spec) -> spec.parameter("a", "x\ny")));
	}

	@Test
	void whatAUrlNeedsIsNamed() {
		assertThatIllegalStateException().isThrownBy(() -> stream(domains()).rtmpPublishUrl())
			.withMessage("A publish URL with the security 'expiry_sk' needs a time of expiry");
		assertThatIllegalStateException()
			.isThrownBy(() -> stream(domains().publishSecurity(PublishSecurity.STATIC)).rtmpPublishUrl())
			.withMessageContaining("has no publish key");
		assertThatIllegalStateException()
			.isThrownBy(() -> stream(domains().publishSecurity(PublishSecurity.EXPIRY)).rtmpPublishUrl(END))
			.withMessageContaining("has no publish key");
		assertThatIllegalStateException().isThrownBy(
				() -> stream(domains().publishSecurity(PublishSecurity.STATIC).publishKey("hush,hush")).srtPublishUrl())
			.withMessageContaining("cannot stand in a URL")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("hush"));
		assertThatIllegalStateException()
			.isThrownBy(() -> stream(domains()).rtmpPublishUrl((spec) -> spec.security(new PublishSecurity("future"))))
			.withMessageContaining("'future', which is not known");
		assertThatIllegalStateException().isThrownBy(() -> stream(UrlSettings.builder()).coverUrl())
			.withMessageContaining("no domain for cover pictures");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> LiveHub.create(PiliServer.HUB, this.pili.transport(), domains().build())
				.stream("a@b")
				.hlsLiveUrl())
			.withMessageStartingWith("'key' must");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a/b", "u@a", "a#b", "a?b", "a b", "a:0", "a:65536", "a:x", "..", "a:", ":1", "流" })
	void domainsThatLeadElsewhereAreRefused(String domain) {
		assertThatIllegalArgumentException().isThrownBy(() -> UrlSettings.builder().liveHls(domain))
			.withMessageStartingWith("'liveHls' must");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> stream(domains()).hlsLiveUrl((spec) -> spec.domain(domain)))
			.withMessageStartingWith("'domain' must");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			$(key)$(path)$(_ts)                       | secret/test-hub/room@720p.m3u81785600000
			$(streamKey)-$(streamTitle)-$(key)        | test-hub/room@720p-room@720p-secret
			$(path_1)/$(path_2)?$(_user)$(key)        | test-hub/room@720p.m3u8?a bsecret
			plain $(key)                              | plain secret
			""")
	void rulesComposeTheSignedText(String rule, String text) {
		PlaySecurity security = PlaySecurity.builder()
			.key("secret")
			.rule(rule)
			.timestampParameter("ts")
			.timestampBase(10)
			.signatureParameter("s")
			.build();
		assertThat(stream(domains().playSecurity(security))
			.hlsLiveUrl((spec) -> spec.profile("720p").parameter("user", "a b").expiresAt(END)))
			.isEqualTo("https://hls.example.com/test-hub/room@720p.m3u8?s="
					+ DigestUtils.md5DigestAsHex(text.getBytes()) + "&ts=1785600000&user=a+b");
	}

	@Test
	void keyMayHaveCharactersOfARule() {
		PlaySecurity security = PlaySecurity.builder().key("a$1\\$(path)").rule("$(key)").build();
		assertThat(stream(domains().playSecurity(security)).hlsLiveUrl((spec) -> spec.expiresAt(END)))
			.contains("sign=" + DigestUtils.md5DigestAsHex("a$1\\$(path)".getBytes()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "$(hub)", "$()", "$(path_0)", "$(path_x)", "$(key )", "$(_)" })
	void unknownVariablesAreRefused(String rule) {
		assertThatIllegalArgumentException().isThrownBy(() -> PlaySecurity.builder().rule(rule))
			.withMessageStartingWith("'rule' has the unknown variable");
	}

	@Test
	void variablesThatAUrlDoesNotHaveAreRefused() {
		for (String rule : new String[] { "$(_user)", "$(path_3)", "$(_sign)" }) {
			PlaySecurity security = PlaySecurity.builder().key("secret").rule(rule).build();
			assertThatIllegalStateException()
				.isThrownBy(() -> stream(domains().playSecurity(security)).hlsLiveUrl((spec) -> spec.expiresAt(END)))
				.withMessageContaining("which the URL does not have");
		}
	}

	@Test
	void timeOfStartIsNowOrARangeBeforeTheExpiry() {
		PlaySecurity security = PlaySecurity.builder()
			.type(PlaySecurity.Type.START)
			.range(Duration.ofHours(2))
			.key("secret")
			.timestampBase(10)
			.build();
		LiveStream stream = stream(domains().playSecurity(security));
		assertThat(Instant.ofEpochSecond(timestamp(stream.hlsLiveUrl()))).isBetween(Instant.now().minusSeconds(600),
				Instant.now().plusSeconds(1));
		assertThat(Instant.ofEpochSecond(timestamp(stream.hlsLiveUrl((spec) -> spec.validFor(Duration.ofHours(1))))))
			.isBetween(Instant.now().minusSeconds(4200), Instant.now().minusSeconds(3590));
		assertThatIllegalStateException()
			.isThrownBy(() -> stream.hlsLiveUrl((spec) -> spec.validFor(Duration.ofHours(3))))
			.withMessageContaining("expires PT2H after its start");
	}

	private static long timestamp(String url) {
		return Long.parseLong(url.replaceAll(".*[?&]t=(\\d+).*", "$1"));
	}

	@Test
	void signedUrlNeedsAnExpiryAndCanBeLeftUnsigned() {
		LiveStream stream = stream(domains().playSecurity(PlaySecurity.of("secret")));
		assertThatIllegalStateException().isThrownBy(stream::hlsLiveUrl)
			.withMessage("A signed play URL needs a time of expiry");
		assertThat(stream.hlsLiveUrl((spec) -> spec.security(null)))
			.isEqualTo("https://hls.example.com/test-hub/room.m3u8");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> stream.hlsLiveUrl((spec) -> spec.parameter("t", "1").expiresAt(END)))
			.withMessageStartingWith("'parameter' must be neither 't' nor 'sign'");
	}

	@Test
	void playSecurityThatIsIncompleteIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> PlaySecurity.builder().build())
			.withMessage("'key' must be set");
		assertThatIllegalStateException()
			.isThrownBy(() -> PlaySecurity.builder().key("k").type(PlaySecurity.Type.START).build())
			.withMessageStartingWith("'range' must be set");
		assertThatIllegalStateException()
			.isThrownBy(() -> PlaySecurity.builder().key("k").timestampParameter("sign").build());
		assertThatIllegalArgumentException().isThrownBy(() -> PlaySecurity.builder().timestampBase(37));
		assertThatIllegalArgumentException().isThrownBy(() -> PlaySecurity.builder().range(Duration.ofMillis(999)));
		assertThatIllegalArgumentException().isThrownBy(() -> PlaySecurity.of(" "));
	}

	@Test
	void nothingShowsAKey() {
		Map<String, Object> shown = Map.of("security", PlaySecurity.of("hush"), "builder",
				PlaySecurity.builder().key("hush"), "settings",
				domains().publishKey("hush").playSecurity(PlaySecurity.of("hush")).build());
		assertThat(shown.toString()).doesNotContain("hush");
		assertThat(PlaySecurity.of("a")).isEqualTo(PlaySecurity.of("a")).isNotEqualTo(PlaySecurity.of("b"));
	}

}
