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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.pilispring.PiliServer;
import io.pilispring.PiliUnreadableResponseException;
import io.pilispring.transport.PiliTransport;
import io.pilispring.url.NonceSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PiliStreamTests {

	@RegisterExtension
	final PiliServer pili = new PiliServer();

	private final PiliTransport transport = this.pili.transport();

	private final PiliStream stream = Streams.of(this.transport);

	@Test
	void updateReturnsTheUpdatedStream() {
		this.pili.answer(200, Streams.JSON.replace("\"disabled\":false", "\"disabled\":true"));
		assertThat(this.stream.update((spec) -> spec.disabled(true)).disabled()).isTrue();
		assertThat(this.stream.disabled()).isFalse();
	}

	@Test
	void enableAlsoEndsADisablingUntilATime() {
		this.pili.stub(WireMock.post("/v1/streams/" + Streams.ID)
			.willReturn(WireMock.okJson("{\"id\":\"a.b.c\",\"disabledTill\":1440437833}")));
		this.pili.stub(WireMock.post("/v1/streams/" + Streams.ID + "/available").willReturn(WireMock.ok()));
		this.stream.enable();
		assertThat(this.pili.requests()).extracting(LoggedRequest::getBodyAsString)
			.containsExactly("{\"disabled\":false}", "{\"available\":\"enabled\"}");
	}

	@Test
	void handleNeedsOneCallForEachOperation() {
		this.pili.answer(200, "{\"id\":\"" + Streams.ID + "\",\"targetUrl\":\"t\",\"status\":\"connected\"}");
		StreamHandle handle = this.pili.hub().stream(Streams.ID);
		assertThat(this.pili.requests()).isEmpty();
		List<Runnable> operations = List.of(handle::get, () -> handle.update((spec) -> spec.disabled(true)),
				handle::disable, () -> handle.disable(Instant.now()), handle::enable, handle::status, handle::segments,
				() -> handle.segments((spec) -> spec.limit(1)), () -> handle.saveAs((spec) -> spec.name("a")),
				() -> handle.snapshot((spec) -> spec.name("a").format("jpg")), handle::delete);
		for (int i = 0; i < operations.size(); i++) {
			operations.get(i).run();
			assertThat(this.pili.requests()).hasSize(i + 1);
			assertThat(this.pili.requests().get(i).getUrl()).startsWith("/v1/streams/" + Streams.ID);
		}
	}

	@Test
	void handleIsOfAnIdThatIsValid() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.pili.hub().stream("a/b"))
			.withMessageContaining("'id'");
		assertThat(this.pili.hub().stream("a.b.c")).isEqualTo(this.pili.hub().stream("a.b.c"))
			.hasSameHashCodeAs(this.pili.hub().stream("a.b.c"))
			.isNotEqualTo(this.pili.hub().stream("a.b.d"))
			.hasToString("StreamHandle[id=a.b.c]");
	}

	@Test
	void streamsAreEqualByWhatPiliSaid() {
		assertThat(Streams.of(Streams.JSON)).isEqualTo(this.stream)
			.hasSameHashCodeAs(this.stream)
			.isNotEqualTo(Streams.of(Streams.JSON.replace("\"disabled\":false", "\"disabled\":true")));
	}

	@Test
	void streamAsJsonHasWhatPiliSaidButThePublishKey() {
		JsonNode json = JsonMapper.shared().valueToTree(this.stream);
		assertThat(json.propertyNames()).containsExactlyInAnyOrder("id", "title", "hub", "publishSecurity", "disabled",
				"disabledTill", "profiles", "hosts", "createdAt", "updatedAt");
		assertThat(json.path("id").stringValue()).isEqualTo(Streams.ID);
		assertThat(json.path("publishSecurity").stringValue()).isEqualTo("dynamic");
		assertThat(json.path("disabledTill").isNull()).isTrue();
		assertThat(json.path("hosts").path("liveHls").stringValue()).isEqualTo("hls.example.com");
		assertThat(JsonMapper.shared().writeValueAsString(this.stream)).doesNotContain(Streams.PUBLISH_KEY);
		assertThat(JsonMapper.shared().writeValueAsString(this.pili.hub().stream("a.b.c")))
			.isEqualTo("{\"id\":\"a.b.c\"}");
	}

	@Test
	void statusAsJsonHasNoTextForRatesThatAreNotKnown() {
		this.pili.answer(200, "{\"status\":\"connected\",\"framesPerSecond\":{\"video\":25}}");
		JsonNode json = JsonMapper.shared().valueToTree(this.stream.status());
		assertThat(json.path("bytesPerSecond").isNull()).isTrue();
		assertThat(json.path("framesPerSecond").path("audio").isNull()).isTrue();
		assertThat(json.path("framesPerSecond").path("video").doubleValue()).isEqualTo(25);
		assertThat(json.path("streamId").stringValue()).isEqualTo(Streams.ID);
	}

	@Test
	void allStreamsAreListedWhateverTheSizeOfAPage() {
		this.pili.stub(WireMock.get(WireMock.urlPathEqualTo("/v1/streams"))
			.willReturn(WireMock.okJson("{\"marker\":\"m\",\"items\":[{\"id\":\"a.b.c1\"},{\"id\":\"a.b.c2\"}]}")));
		this.pili.stub(WireMock.get(WireMock.urlPathEqualTo("/v1/streams"))
			.withQueryParam("marker", WireMock.equalTo("m"))
			.willReturn(WireMock.okJson("{\"items\":[{\"id\":\"a.b.c3\"}]}")));
		assertThat(this.pili.hub().streams((query) -> query.pageSize(2))).hasSize(3);
		assertThat(this.pili.requests()).allSatisfy((request) -> assertThat(request.getUrl()).contains("limit=2"));
		assertThat(this.pili.hub().streams((query) -> query.pageSize(2)).limit(1)).hasSize(1);
		assertThat(this.pili.requests()).hasSize(3);
	}

	@Test
	void oddStreamHidesNoOther() {
		this.pili.answer(200, """
				{"items":[{"id":"a.b.c1"},
				{"id":"a.b.c2","hosts":"odd","profiles":{"a":1},"disabledTill":"soon","disabled":[],"title":{}},
				{"id":"a.b.c3","hosts":{"live":[1],"publish":{"rtmp":{}}},"profiles":[1,{},"720p"],
				"disabledTill":99999999999999999999,"createdAt":{"a":[]},"publishSecurity":[]},
				{"id":"a.b.c5","hosts":"","profiles":"","disabledTill":"","disabled":"","createdAt":""},
				{"title":"no id"},{"id":" "},null,"text",5,[],{"id":"a.b.c4"}]}""");
		List<PiliStream> streams = this.pili.hub().listStreams().items();
		assertThat(streams).extracting(PiliStream::id)
			.containsExactly("a.b.c1", "a.b.c2", "a.b.c3", "a.b.c5", "a.b.c4");
		assertThat(streams.get(1).disabledTill()).isNull();
		assertThat(streams.get(1).profiles()).isEmpty();
		assertThat(streams.get(1).title()).isEqualTo("c2");
		assertThat(streams.get(2).profiles()).contains("720p");
		assertThat(streams.get(2).disabledTill()).isNull();
		assertThat(streams.get(4).toJsonString()).isEqualTo("{\"id\":\"a.b.c4\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "{\"items\":{}}", "{\"items\":\"odd\"}", "5", "\"text\"" })
	void pageOfAnotherShapeIsUnreadable(String json) {
		this.pili.answer(200, json);
		assertThatExceptionOfType(PiliUnreadableResponseException.class)
			.isThrownBy(() -> this.pili.hub().listStreams());
	}

	@Test
	void oddStatusHidesNoOther() {
		this.pili.answer(200, """
				{"items":[{"streamId":"a.b.c1","status":"connected","bytesPerSecond":"odd","framesPerSecond":[1],
				"startFrom":5,"addr":{}},{"streamId":{},"status":"connected"},"text",null,
				{"streamId":"a.b.c2","status":"connected","bytesPerSecond":"12.5"}]}""");
		Map<String, StreamStatus> statuses = this.pili.hub().statuses(List.of("a.b.c1", "a.b.c2", "a.b.c3"));
		assertThat(statuses.get("a.b.c1").connected()).isTrue();
		assertThat(statuses.get("a.b.c1").bytesPerSecond()).isNull();
		assertThat(statuses.get("a.b.c2").bytesPerSecond()).isEqualTo(12.5);
		assertThat(statuses.get("a.b.c3").connected()).isFalse();
	}

	@Test
	void segmentWithoutAnEndIsLeftOut() {
		this.pili.answer(200, "{\"segments\":[{\"start\":10},{\"start\":20,\"end\":30},{\"end\":5}]}");
		assertThat(this.stream.segments().segments())
			.containsExactly(new Segment(Instant.ofEpochSecond(20), Instant.ofEpochSecond(30)));
	}

	@Test
	void emptyTextInTheAnswerToASaveAsIsNone() {
		this.pili.answer(200, "{\"url\":\"u\",\"targetUrl\":\"\",\"persistentId\":\"\"}");
		assertThat(this.stream.saveAs((spec) -> spec.name("a"))).isEqualTo(new SaveAsResult("u", null, null));
		assertThat(this.stream.snapshot((spec) -> spec.name("a").format("jpg")))
			.isEqualTo(new SnapshotResult(null, null));
	}

	@Test
	void originNeedsNoKey() {
		Instant start = Instant.ofEpochSecond(10);
		assertThat(this.stream.rtmpLiveUrl()).isEqualTo(this.stream.rtmpLiveUrls().get(PiliStream.ORIGIN));
		assertThat(this.stream.hlsLiveUrl()).isEqualTo(this.stream.hlsLiveUrls().get(PiliStream.ORIGIN));
		assertThat(this.stream.httpFlvLiveUrl()).isEqualTo(this.stream.httpFlvLiveUrls().get(PiliStream.ORIGIN));
		assertThat(this.stream.hlsPlaybackUrl(start, start.plusSeconds(9)))
			.isEqualTo(this.stream.hlsPlaybackUrls(start, start.plusSeconds(9)).get(PiliStream.ORIGIN));
	}

	@Test
	void urlExpiresNoEarlierThanAsked() {
		PiliStream expiring = Streams.secured("expiry");
		assertThat(expiring.rtmpPublishUrl(Instant.ofEpochSecond(1440437833, 1))).contains("expire=1440437834&");
		assertThat(expiring.rtmpPublishUrl(Instant.ofEpochSecond(1440437833))).contains("expire=1440437833&");
		Instant before = Instant.now();
		String url = expiring.rtmpPublishUrl(Duration.ofMinutes(1));
		long expire = Long.parseLong(url.replaceAll(".*expire=(\\d+).*", "$1"));
		assertThat(Instant.ofEpochSecond(expire)).isAfterOrEqualTo(before.plusSeconds(60));
	}

	@Test
	void nonceSourceOfTheApplicationIsAsked() {
		List<Long> used = new ArrayList<>();
		NonceSource nonces = new NonceSource() {

			@Override
			public long next(String streamId) {
				return 77;
			}

			@Override
			public void used(String streamId, long nonce) {
				used.add(nonce);
			}

		};
		this.pili.answer(200, Streams.JSON);
		PiliStream own = PiliHub.create("test-hub", this.transport, nonces).getStream(Streams.ID);
		assertThat(own.rtmpPublishUrl()).contains("nonce=77&");
		assertThat(own.rtmpPublishUrl(99)).contains("nonce=99&");
		assertThat(used).containsExactly(99L);
	}

	@Test
	void statusHasTheIdThatWasAskedFor() {
		this.pili.answer(200, "{\"status\":\"connected\",\"streamId\":\"other\"}");
		assertThat(this.stream.status().streamId()).isEqualTo(Streams.ID);
	}

	@Test
	void saveAsAnswersWhatThereIs() {
		this.pili.answer(200, "{\"url\":\"u\",\"targetUrl\":\"t\",\"persistentId\":\"p\",\"new\":1}");
		assertThat(this.stream.saveAs((spec) -> spec.name("a"))).isEqualTo(new SaveAsResult("u", "t", "p"));
		this.pili.answer(200, "{\"url\":\"u\",\"targetUrl\":null}");
		assertThat(this.stream.saveAs((spec) -> spec.name("a"))).isEqualTo(new SaveAsResult("u", null, null));
	}

	@Test
	void snapshotAnswersWhatThereIs() {
		this.pili.answer(200, "{\"targetUrl\":\"t\",\"persistentId\":\"p\"}");
		assertThat(this.stream.snapshot((spec) -> spec.name("a").format("jpg")))
			.isEqualTo(new SnapshotResult("t", "p"));
	}

	@Test
	void hubSaysWhatItIs() {
		PiliHub hub = PiliHub.create("test-hub", PiliServer.transportBuilder("https://Pili.example.com/").build());
		assertThat(hub.name()).isEqualTo("test-hub");
		assertThat(hub).hasToString("PiliHub[name=test-hub, apiHost=pili.example.com]");
	}

}
