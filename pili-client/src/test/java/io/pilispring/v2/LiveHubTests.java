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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.backoff.FixedBackOff;
import tools.jackson.databind.json.JsonMapper;

import io.pilispring.PiliServer;
import io.pilispring.PiliServerException;
import io.pilispring.PiliUnreadableResponseException;
import io.pilispring.Signature;
import io.pilispring.internal.WireJson;
import io.pilispring.url.PublishSecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link LiveHub} and {@link LiveStream}.
 */
class LiveHubTests {

	@RegisterExtension
	final PiliServer pili = new PiliServer();

	private final LiveHub hub = LiveHub.create(PiliServer.HUB, this.pili.transport());

	private final LiveStream stream = this.hub.stream("room");

	@Test
	void nothingIsCalledForAHandle() {
		assertThat(this.stream.key()).isEqualTo("room");
		assertThat(this.stream.hub()).isEqualTo("test-hub");
		assertThat(this.stream).isEqualTo(this.hub.stream("room")).hasSameHashCodeAs(this.hub.stream("room"));
		assertThat(this.stream).isNotEqualTo(this.hub.stream("other"));
		assertThat(this.stream).hasToString("LiveStream[hub=test-hub, key=room]");
		assertThat(this.pili.requests()).isEmpty();
	}

	@Test
	void settingsOfTheHubAreSent() {
		this.pili.answer(200, "");
		this.hub.setPersistence("bucket", 60);
		this.hub.setSnapshotInterval(Duration.ofMillis(15_900));
		this.hub.setVodDomain("vod.example.com");
		this.hub.bindDomain("push.example.com", DomainType.PUBLISH_RTMP);
		this.hub.setUrlRewriteRules("d.example.com", List.of(new UrlRewriteRule("(.+)/a/(.+)", "${1}/b/${2}")));
		this.stream.setNropEnabled(true);
		this.stream.setConverts(List.of());
		assertThat(this.pili.requests()).extracting(LoggedRequest::getUrl, LoggedRequest::getBodyAsString)
			.containsExactly(
					tuple("/v2/hubs/test-hub/persistence", "{\"storageBucket\":\"bucket\",\"liveDataExpireDays\":60}"),
					tuple("/v2/hubs/test-hub/snapshot", "{\"snapshotInterval\":15}"),
					tuple("/v2/hubs/test-hub/voddomain", "{\"vodDomain\":\"vod.example.com\"}"),
					tuple("/v2/hubs/test-hub/newdomains", "{\"domain\":\"push.example.com\",\"Type\":\"publishRtmp\"}"),
					tuple("/v2/hubs/test-hub/domains/d.example.com/urlrewrite",
							"{\"rules\":[{\"pattern\":\"(.+)/a/(.+)\",\"replace\":\"${1}/b/${2}\"}]}"),
					tuple("/v2/hubs/test-hub/streams/cm9vbQ==/nrop", "{\"nropEnable\":true}"),
					tuple("/v2/hubs/test-hub/streams/cm9vbQ==/converts", "{\"converts\":[]}"));
		assertThat(this.pili.requests())
			.allSatisfy((request) -> assertThat(request.getHeader("Authorization")).isEqualTo(Signature.of(request)));
	}

	private static org.assertj.core.groups.Tuple tuple(Object... values) {
		return org.assertj.core.groups.Tuple.tuple(values);
	}

	@Test
	void hubIsDescribed() {
		assertThat(this.hub.name()).isEqualTo("test-hub");
		assertThat("http://" + this.hub.apiHost()).isEqualTo(this.pili.host());
		assertThat(this.hub).hasToString("LiveHub[name=test-hub, apiHost=" + this.hub.apiHost() + "]");
		assertThat(this.stream).isNotEqualTo(LiveHub.create("other", this.pili.transport()).stream("room"))
			.isNotEqualTo(LiveHub.create(PiliServer.HUB, this.pili.transport()).stream("room"));
		refused("'transport' must", () -> LiveHub.create("h", null));
		refused("'urls' must", () -> LiveHub.create("h", this.pili.transport(), null));
	}

	@Test
	void domainsAndViewersAreReadAsTheyAre() {
		this.pili.answer(200,
				"{\"domains\":[{\"type\":\"liveHls\",\"domain\":\"d\",\"certEnable\":true,\"certName\":\"c\"}]}");
		assertThat(this.hub.domains()).containsExactly(new HubDomain(DomainType.LIVE_HLS, "d", null, true, "c"));
		this.pili.answer(200, "{ \"any\" : 1 }");
		assertThat(this.hub.viewerDetail(Instant.ofEpochSecond(5))).isEqualTo("{ \"any\" : 1 }");
	}

	@Test
	void streamIsDisabledUntilSomeTimeOrForSome() {
		this.pili.answer(200, "{}");
		this.stream.disable(Instant.parse("2026-08-01T12:00:00.001Z"));
		this.stream.disable(Duration.ofMillis(1001));
		this.stream.enable();
		assertThat(this.pili.requests()).extracting(LoggedRequest::getBodyAsString)
			.containsExactly("{\"disabledTill\":1785585601}", "{\"disabledTill\":0,\"disablePeriodSecond\":2}",
					"{\"disabledTill\":0}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"startAt\":0}", "{\"startAt\":null,\"bps\":5}", "{\"startAt\":-1}" })
	void streamWithoutAStartIsNotLive(String status) {
		this.pili.answer(200, status);
		assertThat(this.stream.liveStatus()).isEmpty();
	}

	@Test
	void noDataMeansNotLive() {
		this.pili.answer(619, "{\"error\":\"no live\"}");
		assertThat(this.stream.liveStatus()).isEmpty();
	}

	@Test
	void liveStatusHasEverythingThatIsKnown() {
		this.pili.answer(200, """
				{"startAt":1635162331,"clientIP":"203.0.113.5:19866","serverIP":"198.51.100.1:1935","bps":601344,
				"fps":{"audio":43,"video":60,"data":0},"maxGop":2000,"avgGop":1500,"videoBitRate":500000,
				"audioBitRate":96000,"playCount":7,"bandwidth":4209408,"location":"x","isp":"y","new":{"a":1}}""");
		LiveStatus status = this.stream.liveStatus().orElseThrow();
		assertThat(status).isEqualTo(new DefaultLiveStatus(Instant.ofEpochSecond(1635162331), "203.0.113.5:19866",
				"198.51.100.1:1935", 601344L, new LiveStatus.FramesPerSecond(43.0, 60.0, 0.0), Duration.ofSeconds(2),
				Duration.ofMillis(1500), 500000L, 96000L, 7L, 4209408L, "x", "y"));
	}

	@Test
	void onlyTheStartOfALiveStreamIsRequired() {
		this.pili.answer(200, "{\"startAt\":5,\"bps\":\"many\",\"fps\":[],\"clientIP\":{}}");
		LiveStatus status = this.stream.liveStatus().orElseThrow();
		assertThat(status.startAt()).isEqualTo(Instant.ofEpochSecond(5));
		assertThat(status.bitsPerSecond()).isNull();
		assertThat(status.clientIp()).isNull();
		assertThat(status.framesPerSecond()).isEqualTo(new LiveStatus.FramesPerSecond(null, null, null));
	}

	@Test
	void hundredStreamsABatch() {
		this.pili.answer(200,
				"{\"items\":[{\"key\":\"s100\",\"startAt\":1},{\"key\":\"s5\",\"startAt\":0},null,{\"startAt\":1},{\"key\":\"unrequested\",\"startAt\":1}]}");
		List<String> keys = new ArrayList<>(IntStream.range(0, 101).mapToObj((i) -> "s" + i).toList());
		keys.add("s0");
		Map<String, LiveStatus> live = this.hub.liveStatuses(keys);
		assertThat(live).isUnmodifiable().containsOnlyKeys("s100");
		assertThat(this.pili.requests()).extracting(LoggedRequest::getBodyAsString)
			.containsExactly(new String(WireJson.write(Map.of("items", keys.subList(0, 100)))),
					"{\"items\":[\"s100\"]}");
		assertThat(this.hub.liveStatuses(List.of())).isEmpty();
		assertThat(this.pili.requests()).hasSize(2);
	}

	@Test
	void streamsWhoseKeysCannotBeSentAreLeftOut() {
		this.pili.answer(200,
				"{\"items\":[{\"key\":\"a\"},{\"key\":\"\"},{},null,{\"key\":\"a\\nb\"},{\"key\":\"视频\"}],\"marker\":\" \"}");
		assertThat(this.hub.listStreams().items()).extracting(LiveStream::key).containsExactly("a", "视频");
		assertThat(this.hub.listStreams().hasNext()).isFalse();
	}

	@Test
	void markerThatCannotBeSentIsUnreadable() {
		this.pili.answer(200, "{\"items\":[],\"marker\":\"" + "m".repeat(2001) + "\"}");
		assertThatExceptionOfType(PiliUnreadableResponseException.class).isThrownBy(() -> this.hub.listStreams());
	}

	@Test
	void listsAreBoundedByWhatWasRequested() {
		this.pili.answer(200, "{\"items\":[" + "{\"key\":\"a\"},".repeat(1001) + "{\"key\":\"a\"}]}");
		assertThat(this.hub.listStreams((spec) -> spec.pageSize(5)).items()).hasSize(1002);
		assertThatExceptionOfType(PiliUnreadableResponseException.class)
			.isThrownBy(() -> this.hub.listStreams((spec) -> spec.pageSize(1)));
		assertThatExceptionOfType(PiliUnreadableResponseException.class)
			.isThrownBy(() -> this.hub.liveStatuses(List.of("a")));
		this.pili.answer(200, "{\"items\":[" + "{\"start\":1,\"end\":2},".repeat(29_999) + "{\"start\":1,\"end\":2}]}");
		assertThat(this.stream.history()).hasSize(30_000);
	}

	@Test
	void infoNeverShowsThePublishKey() {
		this.pili.answer(200,
				"{\"createdAt\":1,\"publishSecurity\":\"expiry\",\"publishKey\":\"hush\",\"converts\":[\"720p\",null]}");
		StreamInfo info = this.stream.info();
		assertThat(info.publishKey()).isEqualTo("hush");
		assertThat(info.publishSecurity()).isEqualTo(PublishSecurity.EXPIRY);
		assertThat(info.converts()).containsExactly("720p");
		assertThat(info).asString().doesNotContain("hush");
		assertThat(JsonMapper.shared().writeValueAsString(info)).contains("\"key\":\"room\"", "\"disabled\":false")
			.doesNotContain("hush", "publishKey");
	}

	@Test
	void handleAndStatusAreJson() {
		this.pili.answer(200, "{\"startAt\":5,\"bps\":8}");
		assertThat(JsonMapper.shared().writeValueAsString(this.stream))
			.isEqualTo("{\"hub\":\"test-hub\",\"key\":\"room\"}");
		assertThat(JsonMapper.shared().writeValueAsString(this.stream.liveStatus().orElseThrow()))
			.contains("\"startAt\":\"1970-01-01T00:00:05Z\"", "\"bitsPerSecond\":8");
	}

	@Test
	void disabledUntilSomeTimeEnds() {
		long later = Instant.now().plusSeconds(1000).getEpochSecond();
		this.pili.answer(200, "{\"disabledTill\":" + later + "}");
		assertThat(this.stream.info().disabled()).isTrue();
		assertThat(this.stream.info().disabledForever()).isFalse();
		assertThat(this.stream.info().disabledTill()).isEqualTo(Instant.ofEpochSecond(later));
		this.pili.answer(200, "{\"disabledTill\":-1}");
		assertThat(this.stream.info().disabledForever()).isTrue();
		assertThat(this.stream.info().disabledTill()).isNull();
	}

	@Test
	void settingAStateIsRepeatedAndCreatingIsNot() {
		LiveHub retrying = LiveHub.create(PiliServer.HUB,
				this.pili.transportBuilder().retry(new FixedBackOff(1, 1)).build());
		LiveStream room = retrying.stream("room");
		this.pili.answer(503, "");
		requests(2, room::disable, room::enable, () -> room.disable(Duration.ofSeconds(1)),
				() -> room.setConverts(List.of("720p")), () -> room.setNropEnabled(true), room::info, room::liveStatus,
				room::history, () -> retrying.liveStatuses(List.of("a")), () -> retrying.setHlsPlus(true),
				() -> retrying.setPublishSecurity(PublishSecurity.STATIC, "key"),
				() -> retrying.setPersistence("b", 60), () -> retrying.setSnapshotInterval(Duration.ofSeconds(1)),
				() -> retrying.setVodDomain("d"), () -> retrying.setDomainCertificate("d", "c"),
				() -> retrying.setUrlRewriteRules("d", List.of()), () -> retrying.unbindDomain("d"), retrying::domains,
				retrying::info, retrying::viewers, () -> retrying.viewerHistory((spec) -> {
				}).count());
		requests(1, () -> retrying.createStream("room"), room::saveAs, room::snapshot,
				() -> retrying.bindDomain("d", DomainType.LIVE_HLS));
	}

	private void requests(int expected, Runnable... calls) {
		for (Runnable call : calls) {
			int before = this.pili.requests().size();
			assertThatExceptionOfType(PiliServerException.class).isThrownBy(call::run);
			assertThat(this.pili.requests()).hasSize(before + expected);
		}
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "a b", "a@b", "a/b", "a.b", "视频", "a\nb" })
	void keysThatCannotBeCreatedAreRefused(String key) {
		refused("'key' must", () -> this.hub.createStream(key));
	}

	@Test
	void limitsOfKeys() {
		refused("'key' must", () -> this.hub.createStream("a".repeat(201)));
		refused("'key' must", () -> this.hub.stream(" "));
		refused("'key' must", () -> this.hub.stream("a\nb"));
		refused("'key' must", () -> this.hub.stream("\uD800"));
		refused("'key' must", () -> this.hub.stream("a".repeat(401)));
		refused("'key' must", () -> this.hub.liveStatuses(Arrays.asList("a", null)));
		refused("'keys' must", () -> this.hub.liveStatuses(null));
		this.pili.answer(200, "{}");
		assertThat(this.hub.createStream("a".repeat(200)).key()).hasSize(200);
	}

	@Test
	void argumentsAreCheckedBeforeAnythingIsSent() {
		refused("'hub' must", () -> LiveHub.create("a/b", this.pili.transport()));
		refused("'until' must", () -> this.stream.disable(Instant.EPOCH));
		refused("'until' must", () -> this.stream.disable((Instant) null));
		refused("'period' must", () -> this.stream.disable(Duration.ofMillis(999)));
		refused("'period' must", () -> this.stream.disable((Duration) null));
		refused("'profiles' must", () -> this.stream.setConverts(List.of(" ")));
		refused("'start' must", () -> this.stream.history((spec) -> spec.start(Instant.EPOCH)));
		refused("'start' must", () -> this.stream
			.saveAs((spec) -> spec.start(Instant.ofEpochSecond(5)).end(Instant.ofEpochMilli(5999))));
		refused("'expireDays' must", () -> this.stream.saveAs((spec) -> spec.expireDays(-2)));
		refused("'deleteAfterDays' must", () -> this.stream.snapshot((spec) -> spec.deleteAfterDays(-1)));
		refused("'notifyUrl' must", () -> this.stream.snapshot((spec) -> spec.notifyUrl("ftp://h")));
		refused("'pageSize' must", () -> this.hub.listStreams((spec) -> spec.pageSize(0)));
		refused("'pageSize' must", () -> this.hub.listStreams((spec) -> spec.pageSize(5001)));
		refused("'expireDays' must", () -> this.hub.setPersistence("b", 59));
		refused("'expireDays' must", () -> this.hub.setPersistence("b", 1096));
		refused("'bucket' must", () -> this.hub.setPersistence(" ", 60));
		refused("'security' must", () -> this.hub.setPublishSecurity(null, "key"));
		refused("'security' must", () -> this.hub.setPublishSecurity(new PublishSecurity("a\nb"), "key"));
		refused("'publishKey' must", () -> this.hub.setPublishSecurity(PublishSecurity.STATIC, " "));
		refused("'pattern' must", () -> this.hub.setUrlRewriteRules("a", List.of(new UrlRewriteRule("a\nb", "c"))));
		refused("'replace' must", () -> this.hub.setUrlRewriteRules("a", List.of(new UrlRewriteRule("a", "b\nc"))));
		refused("'profiles' must", () -> this.stream.setConverts(null));
		refused("'interval' must", () -> this.hub.setSnapshotInterval(Duration.ZERO));
		refused("'domain' must", () -> this.hub.unbindDomain(".."));
		refused("'domain' must", () -> this.hub.bindDomain("a/b", DomainType.LIVE_HDL));
		refused("'type' must", () -> this.hub.bindDomain("a", null));
		refused("'rules' must", () -> this.hub.setUrlRewriteRules("a", null));
		refused("'time' must", () -> this.hub.viewerDetail(null));
		refused("'spec' must", () -> this.hub.listStreams((Consumer<ListStreamsSpec>) null));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.hub.setPublishSecurity(PublishSecurity.STATIC, "hush\n"))
			.withMessageStartingWith("'publishKey' must")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("hush"));
		assertThat(this.pili.requests()).isEmpty();
	}

	private void refused(String message, Runnable call) {
		assertThatIllegalArgumentException().isThrownBy(call::run).withMessageStartingWith(message);
	}

	@Test
	void everythingOfAHubIsRead() {
		this.pili.answer(200, """
				{"createdAt":10,"updatedAt":20,"domains":[{"type":"liveHls","domain":"h.example.com","cname":"c"},{}],
				"defaultDomains":[{"type":"new","domain":"d.example.com"}],"storageBucket":"b","liveDataExpireDays":60,
				"publishSecurity":"future","nrop":{"enable":true,"interval":5,"notifyURL":"u","notifyRate":0.5},
				"passiveCodecProfiles":["480p"],"converts":null,"hlsPlus":true,"vodDomain":"v.example.com",
				"accesslog":{"saveBucket":"logs","expireDays":3},"snapshotInterval":15}""");
		HubInfo info = this.hub.info();
		assertThat(info).isEqualTo(new DefaultHubInfo("test-hub", Instant.ofEpochSecond(10), Instant.ofEpochSecond(20),
				List.of(new HubDomain(DomainType.LIVE_HLS, "h.example.com", "c", false, null)),
				List.of(new HubDomain(new DomainType("new"), "d.example.com", null, false, null)), "b", 60,
				new PublishSecurity("future"), new HubInfo.Nrop(true, Duration.ofSeconds(5), "u", 0.5), List.of("480p"),
				List.of(), true, "v.example.com", new HubInfo.AccessLog("logs", 3), Duration.ofSeconds(15)));
	}

	@Test
	void everythingOfADomainIsReadButItsKeysAreNotShown() {
		this.pili.answer(200,
				"""
						{"domain":"h.example.com","type":"liveHls","cname":"c","connectCallback":{"type":"JSON","url":"http://u",
						"timeout":2,"vars":{"title":"$(title)","n":null}},"disconnectCallback":{"type":""},"disconnectDelay":30,
						"ipLimit":{"whitelist":["203.0.113.0/24"],"blacklist":null},"playSecurity":{"type":"tsStartMD5",
						"key1":"hush1","key2":"hush2","range":60,"rule":"","rule2":"$(key)$(_t)","tsPart":"ts","tsBase":10,
						"signPart":"s"},"urlRewrite":{"rules":[{"pattern":"a","replace":"b"},{"pattern":""}]},
						"certEnable":true,"certName":"cert","disable":true}""");
		DomainInfo info = this.hub.domain("h.example.com");
		PlaySecurity.Builder security = PlaySecurity.builder()
			.type(PlaySecurity.Type.START)
			.range(Duration.ofMinutes(1))
			.timestampParameter("ts")
			.timestampBase(10)
			.signatureParameter("s");
		assertThat(info).isEqualTo(new DefaultDomainInfo("h.example.com", DomainType.LIVE_HLS, "c",
				new DomainCallback("JSON", "http://u", Duration.ofSeconds(2), Map.of("title", "$(title)", "n", "")),
				null, Duration.ofSeconds(30), List.of("203.0.113.0/24"), List.of(), security.key("hush1").build(),
				security.key("hush2").rule("$(key)$(_t)").build(), List.of(new UrlRewriteRule("a", "b")), true, "cert",
				true));
		assertThat(info).asString().doesNotContain("hush");
		assertThat(JsonMapper.shared().writeValueAsString(info)).contains("h.example.com").doesNotContain("hush");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"playSecurity\":{\"type\":\"none\",\"key1\":\"k\"}}",
			"{\"playSecurity\":{\"type\":\"tsExpireMD5\",\"key1\":\"k\",\"rule\":\"$(future)\"}}",
			"{\"playSecurity\":{\"type\":\"tsStartMD5\",\"key1\":\"k\"}}", "{\"playSecurity\":5}" })
	void playSecurityThatIsNotKnownIsNone(String domain) {
		this.pili.answer(200, domain);
		assertThat(this.hub.domain("h.example.com").playSecurity()).isNull();
		assertThat(this.hub.domain("h.example.com").domain()).isEqualTo("h.example.com");
	}

	@Test
	void viewersAreReadAndPaged() {
		this.pili.answer(200,
				"{\"total\":{\"count\":3,\"bandwidth\":900},\"streams\":{\"room\":{\"count\":3,\"bandwidth\":900},\"x\":null}}");
		assertThat(this.hub.viewers()).isEqualTo(new Viewers(new ViewerCount(3, 900),
				Map.of("room", new ViewerCount(3, 900), "x", new ViewerCount(0, 0))));
		this.pili.stub(WireMock.get(WireMock.urlPathEqualTo("/v2/hubs/test-hub/stat/play/history"))
			.withQueryParam("marker", WireMock.absent())
			.willReturn(WireMock.okJson(
					"{\"marker\":\"m\",\"items\":[{\"time\":300,\"stats\":{\"count\":1}},{\"stats\":{}},{\"time\":\"soon\"}]}")));
		this.pili.stub(WireMock.get(WireMock.urlPathEqualTo("/v2/hubs/test-hub/stat/play/history"))
			.withQueryParam("marker", WireMock.equalTo("m"))
			.willReturn(WireMock.okJson(
					"{\"items\":[{\"time\":\"1970-01-01T08:10:00+08:00\",\"stats\":{\"count\":2,\"bandwidth\":5}}]}")));
		assertThat(this.hub.viewerHistory((spec) -> spec.start(Instant.ofEpochSecond(1)).pageSize(2))).containsExactly(
				new ViewerSample(Instant.ofEpochSecond(300), new ViewerCount(1, 0)),
				new ViewerSample(Instant.ofEpochSecond(600), new ViewerCount(2, 5)));
		assertThat(this.pili.requests().get(2).getUrl()).endsWith("?start=1&limit=2&marker=m");
	}

}
