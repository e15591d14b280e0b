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
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import io.pilispring.ApiCall;
import io.pilispring.PiliServer;
import io.pilispring.transport.PiliTransport;
import io.pilispring.url.PublishSecurity;
import io.pilispring.v2.statistics.CodecDimension;
import io.pilispring.v2.statistics.Dimension;
import io.pilispring.v2.statistics.Statistics;
import io.pilispring.v2.statistics.StatisticsSpec;
import io.pilispring.v2.statistics.TrafficDimension;

/**
 * The calls of version 2 and what each must send.
 */
public enum LiveCall implements ApiCall {

	CREATE("POST", "/v2/hubs/test-hub/streams", "{'key':'room'}", hub((hub) -> hub.createStream("room"))),

	CREATE_FULL("POST", "/v2/hubs/test-hub/streams", "{'key':'room','nropEnable':true}",
			hub((hub) -> hub.createStream("room", (spec) -> spec.nropEnabled(true)))),

	INFO("GET", "/v2/hubs/test-hub/streams/cm9vbQ==", stream(LiveStream::info)),

	INFO_ENCODED("GET", "/v2/hubs/test-hub/streams/c3RyZWFtPz5-", hub((hub) -> hub.stream("stream?>~").info())),

	LIST("GET", "/v2/hubs/test-hub/streams", hub(LiveHub::listStreams)),

	LIST_FULL("GET", "/v2/hubs/test-hub/streams?liveonly=true&prefix=a%20b%26c%3D&limit=5000&marker=m%3D%2F%2B%201",
			hub((hub) -> hub.listStreams((spec) -> spec.liveOnly().prefix("a b&c=").pageSize(5000).marker("m=/+ 1")))),

	LIVE("GET", "/v2/hubs/test-hub/streams/cm9vbQ==/live", stream(LiveStream::liveStatus)),

	LIVE_BATCH("POST", "/v2/hubs/test-hub/livestreams", "{'items':['a','视频']}",
			hub((hub) -> hub.liveStatuses(List.of("a", "视频")))),

	DISABLE("POST", "/v2/hubs/test-hub/streams/cm9vbQ==/disabled", "{'disabledTill':-1}",
			stream(run(LiveStream::disable))),

	DISABLE_UNTIL("POST", "/v2/hubs/test-hub/streams/cm9vbQ==/disabled", "{'disabledTill':1440437833}",
			stream(run((stream) -> stream.disable(Instant.ofEpochSecond(1440437832L, 1))))),

	DISABLE_FOR("POST", "/v2/hubs/test-hub/streams/cm9vbQ==/disabled", "{'disabledTill':0,'disablePeriodSecond':60}",
			stream(run((stream) -> stream.disable(Duration.ofMinutes(1))))),

	ENABLE("POST", "/v2/hubs/test-hub/streams/cm9vbQ==/disabled", "{'disabledTill':0}",
			stream(run(LiveStream::enable))),

	HISTORY("GET", "/v2/hubs/test-hub/streams/cm9vbQ==/historyactivity", stream(LiveStream::history)),

	HISTORY_FULL("GET", "/v2/hubs/test-hub/streams/cm9vbQ==/historyactivity?start=1&end=2", stream(
			(stream) -> stream.history((spec) -> spec.start(Instant.ofEpochSecond(1)).end(Instant.ofEpochSecond(2))))),

	SAVE_AS("POST", "/v2/hubs/test-hub/streams/cm9vbQ==/saveas", "{}", stream(LiveStream::saveAs)),

	SAVE_AS_FULL("POST", "/v2/hubs/test-hub/streams/cm9vbQ==/saveas",
			"{'fname':'视频.mp4','start':1,'end':2,'format':'mp4','pipeline':'p','notify':'http://n/?a=b&c','expireDays':-1,'persistentDeleteAfterDays':3,'firstTsType':1}",
			stream((stream) -> stream.saveAs((spec) -> spec.name("视频.mp4")
				.start(Instant.ofEpochSecond(1))
				.end(Instant.ofEpochSecond(2))
				.format("mp4")
				.pipeline("p")
				.notifyUrl("http://n/?a=b&c")
				.expireDays(-1)
				.deleteAfterDays(3)
				.firstSegment(SaveAsSpec.FirstSegment.VIDEO)))),

	SNAPSHOT("POST", "/v2/hubs/test-hub/streams/cm9vbQ==/snapshot", "{}", stream(LiveStream::snapshot)),

	SNAPSHOT_FULL("POST", "/v2/hubs/test-hub/streams/cm9vbQ==/snapshot",
			"{'fname':'a.png','time':5,'format':'png','pipeline':'p','notify':'http://n','deleteAfterDays':0}",
			stream((stream) -> stream.snapshot((spec) -> spec.name("a.png")
				.time(Instant.ofEpochSecond(5))
				.format("png")
				.pipeline("p")
				.notifyUrl("http://n")
				.deleteAfterDays(0)))),

	CONVERTS("POST", "/v2/hubs/test-hub/streams/cm9vbQ==/converts", "{'converts':['480p','720p']}",
			stream(run((stream) -> stream.setConverts(List.of("480p", "720p"))))),

	NROP("POST", "/v2/hubs/test-hub/streams/cm9vbQ==/nrop", "{'nropEnable':false}",
			stream(run((stream) -> stream.setNropEnabled(false)))),

	HUBS("GET", "/v2/hubs", (transport) -> PiliAccount.create(transport).hubs()),

	HUB("GET", "/v2/hubs/test-hub", hub(LiveHub::info)),

	SECURITY("POST", "/v2/hubs/test-hub/security", "{'publishSecurity':'static','publishKey':'new_secret_words'}",
			hub(run((hub) -> hub.setPublishSecurity(PublishSecurity.STATIC, "new_secret_words")))),

	HLS_PLUS("POST", "/v2/hubs/test-hub/hlsplus", "{'hlsPlus':true}", hub(run((hub) -> hub.setHlsPlus(true)))),

	PERSISTENCE("POST", "/v2/hubs/test-hub/persistence", "{'storageBucket':'b','liveDataExpireDays':60}",
			hub(run((hub) -> hub.setPersistence("b", 60)))),

	COVER("POST", "/v2/hubs/test-hub/snapshot", "{'snapshotInterval':15}",
			hub(run((hub) -> hub.setSnapshotInterval(Duration.ofSeconds(15))))),

	VOD_DOMAIN("POST", "/v2/hubs/test-hub/voddomain", "{'vodDomain':'v.e.com'}",
			hub(run((hub) -> hub.setVodDomain("v.e.com")))),

	DOMAINS("GET", "/v2/hubs/test-hub/domains", hub(LiveHub::domains)),

	DOMAIN("GET", "/v2/hubs/test-hub/domains/d.e.com", hub((hub) -> hub.domain("d.e.com"))),

	BIND("POST", "/v2/hubs/test-hub/newdomains", "{'domain':'d.e.com','Type':'liveHls'}",
			hub(run((hub) -> hub.bindDomain("d.e.com", DomainType.LIVE_HLS)))),

	UNBIND("DELETE", "/v2/hubs/test-hub/domains/d.e.com", hub(run((hub) -> hub.unbindDomain("d.e.com")))),

	CERTIFICATE("POST", "/v2/hubs/test-hub/domains/d.e.com/cert", "{'certName':'c'}",
			hub(run((hub) -> hub.setDomainCertificate("d.e.com", "c")))),

	URL_REWRITE("POST", "/v2/hubs/test-hub/domains/d.e.com/urlrewrite", "{'rules':[{'pattern':'a','replace':'b'}]}",
			hub(run((hub) -> hub.setUrlRewriteRules("d.e.com", List.of(new UrlRewriteRule("a", "b")))))),

	VIEWERS("GET", "/v2/hubs/test-hub/stat/play", hub(LiveHub::viewers)),

	VIEWER_HISTORY("GET", "/v2/hubs/test-hub/stat/play/history?start=1&end=2&limit=3",
			hub((hub) -> hub
				.viewerHistory((spec) -> spec.start(Instant.ofEpochSecond(1)).end(Instant.ofEpochSecond(2)).pageSize(3))
				.limit(1)
				.toList())),

	VIEWER_DETAIL("GET", "/v2/hubs/test-hub/stat/play/history/detail?time=5",
			hub(run((hub) -> hub.viewerDetail(Instant.ofEpochSecond(5))))),

	UPFLOW("GET", "/statd/upflow?begin=20260701&end=20260702&g=day&select=flow&$hub=a%20b&$area=%21cn",
			(transport) -> Statistics.create(transport)
				.upflow((spec) -> day(spec).only(TrafficDimension.HUB, "a b").except(TrafficDimension.AREA, "cn"))),

	CODEC_GROUPS("GET", "/statd/codec?begin=20260701&end=20260702&g=day&group=profile&select=duration",
			(transport) -> Statistics.create(transport).codec(CodecDimension.PROFILE, LiveCall::day)),

	FOP("GET", "/status/get/prefop?id=z1.55d8", hub((hub) -> hub.fop("z1.55d8")));

	private static final Set<LiveCall> WITHOUT_ANSWER = EnumSet.of(CREATE, CREATE_FULL, DISABLE, DISABLE_UNTIL,
			DISABLE_FOR, ENABLE, CONVERTS, NROP, SECURITY, HLS_PLUS, PERSISTENCE, COVER, VOD_DOMAIN, BIND, UNBIND,
			CERTIFICATE, URL_REWRITE);

	private final String method;

	private final String target;

	private final String body;

	private final Function<PiliTransport, Object> call;

	LiveCall(String method, String target, Function<PiliTransport, Object> call) {
		this(method, target, "", call);
	}

	LiveCall(String method, String target, String body, Function<PiliTransport, Object> call) {
		this.method = method;
		this.target = target;
		this.body = body.replace('\'', '"');
		this.call = call;
	}

	private static Function<PiliTransport, Object> hub(Function<LiveHub, Object> call) {
		return (transport) -> call.apply(LiveHub.create(PiliServer.HUB, transport));
	}

	private static Function<PiliTransport, Object> stream(Function<LiveStream, Object> call) {
		return hub((hub) -> call.apply(hub.stream("room")));
	}

	private static <T> Function<T, Object> run(Consumer<T> call) {
		return (target) -> {
			call.accept(target);
			return "nothing";
		};
	}

	private static <D extends Dimension> StatisticsSpec<D> day(StatisticsSpec<D> spec) {
		return spec.between(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 2));
	}

	@Override
	public Object run(PiliTransport transport) {
		return this.call.apply(transport);
	}

	@Override
	public String method() {
		return this.method;
	}

	@Override
	public String target() {
		return this.target;
	}

	@Override
	public String body() {
		return this.body;
	}

	@Override
	public boolean isSigned() {
		return this != FOP;
	}

	@Override
	public boolean readsTheAnswer() {
		return !WITHOUT_ANSWER.contains(this) && this != VIEWER_DETAIL;
	}

	@Override
	public boolean requiresAList() {
		return name().matches("LIST.*|LIVE_BATCH|HISTORY.*|HUBS|VIEWER_HISTORY|UPFLOW|CODEC_GROUPS");
	}

	@Override
	public boolean readsABareList() {
		return this == UPFLOW || this == CODEC_GROUPS;
	}

	@Override
	public boolean standsForAValue(int status) {
		return status == 619 && this == LIVE;
	}

}
