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

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.pilispring.GoldenV2;
import io.pilispring.PiliAlreadyExistsException;
import io.pilispring.PiliBadRequestException;
import io.pilispring.PiliCredentialsException;
import io.pilispring.PiliException;
import io.pilispring.PiliNoDataException;
import io.pilispring.PiliNotFoundException;
import io.pilispring.PiliServer;
import io.pilispring.PiliServerException;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.signing.RequestSigner;
import io.pilispring.transport.PiliTransport;
import io.pilispring.url.PublishSecurity;
import io.pilispring.v2.statistics.Granularity;
import io.pilispring.v2.statistics.Statistics;
import io.pilispring.v2.statistics.StatisticsPoint;
import io.pilispring.v2.statistics.Traffic;
import io.pilispring.v2.statistics.TrafficDimension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests of the whole client with the cases that PILI's own SDKs agree on.
 */
class GoldenTests {

	private static final String HUB = "PiliSDKTest";

	private static final JsonMapper JSON = new JsonMapper();

	@RegisterExtension
	final PiliServer pili = new PiliServer();

	private final PiliTransport transport = this.pili.transport();

	private final LiveHub hub = LiveHub.create(HUB, this.transport);

	static List<Named<JsonNode>> authorizations() {
		return GoldenV2.cases("authorization");
	}

	@ParameterizedTest
	@MethodSource("authorizations")
	void authorization(JsonNode golden) {
		URI url = URI.create(golden.get("url").asString());
		Map<String, String> headers = new LinkedHashMap<>();
		golden.path("x_qiniu")
			.properties()
			.forEach((header) -> headers.put(header.getKey(), header.getValue().asString()));
		String target = url.getRawPath() + ((url.getRawQuery() != null) ? "?" + url.getRawQuery() : "");
		assertThat(RequestSigner.authorization(PiliCredentials.of("test-ak", "test-sk"), text(golden, "method"), target,
				url.getRawAuthority(), text(golden, "content_type"), headers, bytes(text(golden, "body"))))
			.isEqualTo(text(golden, "authorization"));
	}

	private static byte[] bytes(String text) {
		return (text != null) ? text.getBytes(StandardCharsets.UTF_8) : new byte[0];
	}

	static List<Named<JsonNode>> keys() {
		return GoldenV2.cases("keys");
	}

	@ParameterizedTest
	@MethodSource("keys")
	void key(JsonNode golden) {
		assertThat(StreamKey.encode(text(golden, "key"))).isEqualTo(text(golden, "encoded"));
		this.pili.answer(200, "{}");
		this.hub.stream(text(golden, "key")).info();
		assertThat(this.pili.onlyRequest().getUrl())
			.isEqualTo("/v2/hubs/" + HUB + "/streams/" + text(golden, "encoded"));
	}

	static List<Named<JsonNode>> urls() {
		return GoldenV2.cases("urls");
	}

	@ParameterizedTest
	@MethodSource("urls")
	void url(JsonNode golden) {
		String url = text(golden, "url");
		String created = switch (text(golden, "kind")) {
			case "publish" -> publishUrl(golden);
			case "play" -> playUrl(golden, url);
			default -> signedUrl(text(golden, "play_url"), golden, url);
		};
		assertThat(created).isEqualTo(url);
	}

	private String publishUrl(JsonNode golden) {
		LiveStream stream = this.hub.stream(text(golden, "key"));
		return (text(golden, "scheme").equals("srt")) ? stream.srtPublishUrl((spec) -> publish(golden, spec))
				: stream.rtmpPublishUrl((spec) -> publish(golden, spec));
	}

	private void publish(JsonNode golden, PublishUrlSpec spec) {
		spec.domain(text(golden, "domain")).security(new PublishSecurity(text(golden, "security")));
		Optional.ofNullable(text(golden, "publish_key")).ifPresent(spec::publishKey);
		if (golden.has("expire_at")) {
			spec.expiresAt(Instant.ofEpochSecond(golden.get("expire_at").asLong()));
		}
		golden.path("extra").forEach((extra) -> spec.parameter(extra.get(0).asString(), extra.get(1).asString()));
	}

	private String playUrl(JsonNode golden, String url) {
		LiveStream stream = this.hub.stream(text(golden, "key"));
		return play(stream, url, (spec) -> spec.domain(text(golden, "domain")).profile(text(golden, "profile")));
	}

	private String play(LiveStream stream, String url, Consumer<PlayUrlSpec> spec) {
		if (url.startsWith("rtmp:")) {
			return stream.rtmpLiveUrl(spec);
		}
		return (url.contains(".m3u8")) ? stream.hlsLiveUrl(spec)
				: (url.contains(".flv")) ? stream.httpFlvLiveUrl(spec) : stream.coverUrl(spec);
	}

	private String signedUrl(String playUrl, JsonNode golden, String expected) {
		URI url = URI.create(playUrl);
		String[] path = url.getPath().split("[/@.]");
		PlaySecurity security = PlaySecurity.builder()
			.key(text(golden, "play_key"))
			.rule(golden.path("rule").asString(PlaySecurity.DEFAULT_RULE))
			.timestampParameter(golden.path("ts_part").asString("t"))
			.timestampBase(golden.path("ts_base").asInt(16))
			.signatureParameter(golden.path("sign_part").asString("sign"))
			.build();
		return play(LiveHub.create(path[1], this.transport).stream(path[2]), expected,
				(spec) -> spec.domain(url.getHost())
					.profile((path.length == 5) ? path[3] : null)
					.security(security)
					.expiresAt(Instant.ofEpochSecond(golden.get("timestamp").asLong())));
	}

	static List<Named<JsonNode>> vectors() {
		return GoldenV2.cases("official_vectors");
	}

	@ParameterizedTest
	@MethodSource("vectors")
	void officialVector(JsonNode golden) {
		URI base = URI.create(text(golden, "base").replaceFirst("\\?streamid=.*h=([^,]*).*", "/$1"));
		String[] path = base.getPath().split("/");
		PiliCredentials credentials = PiliCredentials.of(golden.path("access_key").asString("ak"),
				golden.path("secret_key").asString("sk"));
		LiveStream stream = LiveHub
			.create(path[1], PiliTransport.builder().credentials(credentials).apiHost(this.pili.host()).build())
			.stream(path[2]);
		if (text(golden, "kind").equals("signed-play")) {
			// The vector plays without an extension, as only RTMP does here
			assertThat(stream.rtmpLiveUrl((spec) -> spec.domain(base.getHost())
				.security(PlaySecurity.builder()
					.key(text(golden, "play_key"))
					.timestampBase(golden.path("ts_base").asInt(16))
					.build())
				.expiresAt(Instant.ofEpochSecond(golden.get("timestamp").asLong()))))
				.isEqualTo(text(golden, "url").replace("https:", "rtmp:"));
			return;
		}
		Consumer<PublishUrlSpec> spec = (publish) -> {
			publish(((ObjectNode) golden).put("domain", base.getHost()), publish);
			if (golden.has("nonce")) {
				publish.nonce(golden.get("nonce").asLong());
			}
			if (text(golden, "base").contains("xyz=custom")) {
				publish.parameter("xyz", "custom");
			}
		};
		assertThat((base.getScheme().equals("srt")) ? stream.srtPublishUrl(spec) : stream.rtmpPublishUrl(spec))
			.isEqualTo(text(golden, "url"));
	}

	static List<Named<JsonNode>> requests() {
		return GoldenV2.cases("requests");
	}

	@ParameterizedTest
	@MethodSource("requests")
	void request(JsonNode golden) {
		this.pili.answer(200, (text(golden, "operation").startsWith("stat.")) ? "[]" : "{}");
		send(text(golden, "operation"), golden.get("arguments"));
		LoggedRequest request = this.pili.onlyRequest();
		assertThat(request.getMethod().getName()).isEqualTo(text(golden, "method"));
		URI uri = URI.create(request.getUrl());
		assertThat(uri.getRawPath()).isEqualTo(text(golden, "path"));
		assertThat(query(uri)).isEqualTo(query(golden.get("query")));
		if (golden.get("body").isNull()) {
			assertThat(request.getBody()).isEmpty();
		}
		else {
			ObjectNode body = (ObjectNode) JSON.readTree(request.getBody());
			golden.path("body_may_also_have").properties().forEach((neutral) -> {
				if (neutral.getValue().equals(body.get(neutral.getKey()))) {
					body.remove(neutral.getKey());
				}
			});
			assertThat(body).isEqualTo(golden.get("body"));
		}
	}

	private static Map<String, List<String>> query(URI uri) {
		Map<String, List<String>> query = new LinkedHashMap<>();
		UriComponentsBuilder.fromUri(uri)
			.build()
			.getQueryParams()
			.forEach((name, values) -> query.put(name,
					values.stream().map((value) -> URLDecoder.decode(value, StandardCharsets.UTF_8)).toList()));
		return query;
	}

	private static Map<String, List<String>> query(JsonNode expected) {
		Map<String, List<String>> query = new LinkedHashMap<>();
		expected.properties().forEach((entry) -> query.put(entry.getKey(), texts(entry.getValue())));
		return query;
	}

	private static List<String> texts(JsonNode node) {
		List<String> texts = new ArrayList<>();
		if (node.isArray()) {
			node.forEach((element) -> texts.add(element.asString()));
		}
		else {
			texts.add(node.asString());
		}
		return texts;
	}

	private void send(String operation, JsonNode arguments) {
		LiveStream stream = this.hub.stream(arguments.path("key").asString("unused"));
		switch (operation) {
			case "stream.create" -> this.hub.createStream(stream.key());
			case "stream.info" -> stream.info();
			case "stream.list" -> this.hub.listStreams((spec) -> spec.liveOnly()
				.prefix(text(arguments, "prefix"))
				.pageSize(arguments.get("limit").asInt())
				.marker(text(arguments, "marker")));
			case "stream.live" -> stream.liveStatus();
			case "stream.disable" -> stream.disable();
			case "stream.disableFor" -> stream.disable(Duration.ofSeconds(arguments.get("seconds").asLong()));
			case "stream.history" -> stream
				.history((spec) -> spec.start(instant(arguments.get("start"))).end(instant(arguments.get("end"))));
			case "stream.saveas" -> stream.saveAs();
			case "stream.snapshot" -> stream.snapshot((spec) -> spec.name(text(arguments, "fname"))
				.time(instant(arguments.get("time")))
				.format(text(arguments, "format"))
				.pipeline(text(arguments, "pipeline"))
				.notifyUrl(text(arguments, "notify"))
				.deleteAfterDays(arguments.get("deleteAfterDays").asInt()));
			case "stream.converts" -> stream.setConverts(texts(arguments.get("profiles")));
			case "hub.list" -> PiliAccount.create(this.transport).hubs();
			case "hub.security" -> this.hub.setPublishSecurity(new PublishSecurity(text(arguments, "publishSecurity")),
					text(arguments, "publishKey"));
			case "hub.hlsplus" -> this.hub.setHlsPlus(arguments.get("on").asBoolean());
			case "hub.cover" -> this.hub.setSnapshotInterval(Duration.ofSeconds(arguments.get("seconds").asLong()));
			case "domain.unbind" -> this.hub.unbindDomain(text(arguments, "domain"));
			case "domain.cert" -> this.hub.setDomainCertificate(text(arguments, "domain"), text(arguments, "certName"));
			case "stat.upflow" -> upflow(arguments);
			default -> throw new IllegalStateException(operation);
		}
	}

	private List<StatisticsPoint<Traffic>> upflow(JsonNode arguments) {
		return Statistics.create(this.transport).upflow((spec) -> {
			spec.between(
					LocalDate.parse(arguments.path("begin").asString("20210928"), DateTimeFormatter.BASIC_ISO_DATE),
					LocalDate.parse(arguments.path("end").asString("20210929"), DateTimeFormatter.BASIC_ISO_DATE))
				.granularity(Granularity.DAY);
			arguments.path("hub").forEach((hub) -> spec.only(TrafficDimension.HUB, hub.asString()));
			arguments.path("area")
				.forEach((area) -> spec.except(TrafficDimension.AREA, area.asString().substring("!".length())));
		});
	}

	private static Instant instant(JsonNode seconds) {
		return (seconds != null) ? Instant.ofEpochSecond(seconds.asLong()) : null;
	}

	static List<Named<JsonNode>> responses() {
		return GoldenV2.cases("responses");
	}

	@ParameterizedTest
	@MethodSource("responses")
	void response(JsonNode golden) {
		JsonNode body = golden.get("body");
		this.pili.answer(golden.get("status").asInt(), (body.isString()) ? body.asString() : body.toString());
		JsonNode expected = golden.get("expect");
		if (expected.has("error")) {
			Throwable failure = catchThrowable(() -> receive(golden));
			Class<?> type = switch (text(expected, "error")) {
				case "not-found" -> PiliNotFoundException.class;
				case "exists" -> PiliAlreadyExistsException.class;
				case "no-data" -> PiliNoDataException.class;
				case "unauthorized" -> PiliCredentialsException.class;
				case "server" -> PiliServerException.class;
				default -> PiliBadRequestException.class;
			};
			assertThat(failure).isExactlyInstanceOf(type);
			if (expected.has("message")) {
				assertThat(failure).hasMessageContaining(text(expected, "message"));
			}
			return;
		}
		Object received = receiveChecked(golden);
		Map<String, Object> values = values(received, golden);
		expected.properties()
			.forEach((entry) -> assertThat(JSON.valueToTree(values.get(entry.getKey())).toString()).as(entry.getKey())
				.isEqualTo(entry.getValue().toString()));
	}

	private Object receiveChecked(JsonNode golden) {
		try {
			return receive(golden);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Object receive(JsonNode golden) throws Exception {
		LiveStream stream = this.hub.stream("room");
		Callable<Object> call = switch (text(golden, "call")) {
			case "stream.info" -> stream::info;
			case "stream.live" -> stream::liveStatus;
			case "stream.batchLive" -> () -> this.hub.liveStatuses(texts(golden.get("arguments").get("keys")));
			case "stream.create" -> () -> this.hub.createStream("room");
			case "stream.history" -> stream::history;
			case "stream.saveas" -> stream::saveAs;
			case "stream.list" -> this.hub::listStreams;
			case "hub.list" -> () -> PiliAccount.create(this.transport).hubs();
			case "stat.upflow" -> () -> upflow(JSON.createObjectNode());
			default -> throw new IllegalStateException(golden.toString());
		};
		return call.call();
	}

	// What the cases name, from what the client returns
	private Map<String, Object> values(Object received, JsonNode golden) {
		Map<String, Object> values = new LinkedHashMap<>();
		if (received instanceof StreamInfo info) {
			values.put("disabled", info.disabled());
			values.put("disabledForever", info.disabledForever());
			values.put("disabledTill", seconds(info.disabledTill()));
			values.put("converts", info.converts());
			values.put("createdAt", seconds(info.createdAt()));
		}
		else if (received instanceof Optional<?> status) {
			values.put("live", status.isPresent());
			status.ifPresent((live) -> values.put("startAt", seconds(((LiveStatus) live).startAt())));
		}
		else if (received instanceof Map<?, ?> statuses) {
			List<String> notLive = texts(golden.get("arguments").get("keys"));
			notLive.removeIf(statuses::containsKey);
			values.put("live", statuses.keySet());
			values.put("notLive", notLive);
		}
		else if (received instanceof LiveStream) {
			values.put("ok", true);
		}
		else if (received instanceof SaveAsResult result) {
			values.put("fname", result.name());
			values.put("persistentID", result.persistentId());
		}
		else if (received instanceof List<?> list && list.get(0) instanceof Activity activity) {
			values.put("count", list.size());
			values.put("firstEnd", seconds(activity.end()));
		}
		else if (received instanceof List<?> list && list.get(0) instanceof StatisticsPoint<?> point) {
			values.put("flow", ((Traffic) point.values()).bytes());
			values.put("instant", point.time().toString());
		}
		return values;
	}

	private static Long seconds(Instant time) {
		return (time != null) ? time.getEpochSecond() : null;
	}

	static List<Named<JsonNode>> pagings() {
		return GoldenV2.cases("paging");
	}

	@ParameterizedTest
	@MethodSource("pagings")
	void paging(JsonNode golden) {
		List<JsonNode> sent = new ArrayList<>();
		golden.get("markers_sent").forEach(sent::add);
		for (int i = 0; i < sent.size(); i++) {
			StringValuePattern marker = (sent.get(i).isNull()) ? WireMock.absent()
					: WireMock.equalTo(sent.get(i).asString());
			this.pili.stub(WireMock.get(WireMock.urlPathEqualTo("/v2/hubs/" + HUB + "/streams"))
				.withQueryParam("marker", marker)
				.willReturn(WireMock.okJson(golden.get("answers").get(i).toString())));
		}
		if (golden.get("keys").isNull()) {
			assertThat(catchThrowable(() -> this.hub.streams().count())).isExactlyInstanceOf(PiliException.class)
				.hasMessageContaining("the same marker twice");
		}
		else {
			assertThat(this.hub.streams().map(LiveStream::key)).isEqualTo(texts(golden.get("keys")));
		}
		assertThat(this.pili.requests()).hasSize(sent.size());
	}

	private static String text(JsonNode node, String name) {
		JsonNode value = node.path(name);
		return (value.isMissingNode() || value.isNull()) ? null : value.asString();
	}

}
