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

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.pilispring.PiliException;
import io.pilispring.PiliServer;
import io.pilispring.internal.WireJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StatusBatchesTests {

	@RegisterExtension
	final PiliServer pili = new PiliServer();

	private final PiliHub hub = this.pili.hub();

	@Test
	void noStreamsNeedNoCall() {
		assertThat(this.hub.statuses(List.of())).isEmpty();
		assertThat(this.pili.requests()).isEmpty();
	}

	@Test
	void hundredStreamsACall() {
		this.pili.answer(200, "{\"items\":[]}");
		List<String> ids = ids(101);
		assertThat(this.hub.statuses(ids)).isUnmodifiable()
			.containsOnlyKeys(ids)
			.allSatisfy((id, status) -> assertThat(status).isEqualTo(DefaultStreamStatus.disconnected(id)));
		assertThat(this.pili.requests()).extracting(LoggedRequest::getBodyAsString)
			.containsExactly(body(ids.subList(0, 100)), body(ids.subList(100, 101)));
	}

	@Test
	void streamsAreAskedForOnce() {
		this.pili.answer(200, "{\"items\":null}");
		assertThat(this.hub.statuses(List.of("b", "a", "b"))).hasSize(2);
		assertThat(this.hub.statuses(List.of("b", "a", "b")).keySet()).containsExactly("b", "a");
		assertThat(this.pili.requests().get(0).getBodyAsString()).isEqualTo("{\"streamIds\":[\"b\",\"a\"]}");
	}

	@Test
	void answersAreReadInAnyOrderAndWithGaps() {
		this.pili.answer(200, """
				{"items":[{"streamId":"c","status":"connected","bytesPerSecond":5},null,{"status":"connected"},
				{"streamId":"a","status":"disconnected"},{"streamId":"unasked","status":"connected"}]}""");
		Map<String, StreamStatus> statuses = this.hub.statuses(List.of("a", "b", "c"));
		assertThat(statuses.keySet()).containsExactly("a", "b", "c");
		assertThat(statuses.values()).extracting(StreamStatus::connected).containsExactly(false, false, true);
		assertThat(statuses.get("c").bytesPerSecond()).isEqualTo(5);
	}

	@ParameterizedTest
	@ValueSource(ints = { 404, 405 })
	void eachStreamIsAskedForWhereTheCallIsMissing(int status) {
		this.pili.stub(WireMock.post("/v1/statuses").willReturn(WireMock.status(status)));
		this.pili.stub(
				WireMock.get("/v1/streams/stream-0/status").willReturn(WireMock.okJson("{\"status\":\"connected\"}")));
		this.pili.stub(WireMock.get("/v1/streams/stream-1/status").willReturn(WireMock.status(612)));
		this.pili.stub(WireMock.get(WireMock.urlMatching("/v1/streams/stream-\\d{2,}/status"))
			.willReturn(WireMock.okJson("{\"status\":\"disconnected\"}")));
		this.pili.stub(WireMock.get(WireMock.urlMatching("/v1/streams/stream-[2-9]/status"))
			.willReturn(WireMock.okJson("{\"status\":\"disconnected\"}")));
		Map<String, StreamStatus> statuses = this.hub.statuses(ids(101));
		assertThat(statuses.keySet()).containsExactlyElementsOf(ids(101));
		assertThat(statuses.values()).filteredOn(StreamStatus::connected)
			.extracting(StreamStatus::streamId)
			.containsExactly("stream-0");
		assertThat(statuses.get("stream-1")).isEqualTo(DefaultStreamStatus.disconnected("stream-1"));
		assertThat(this.pili.requests()).hasSize(102);
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 403, 429, 500, 503, 612 })
	void otherFailuresAreFailures(int status) {
		this.pili.answer(status, "");
		assertThatExceptionOfType(PiliException.class).isThrownBy(() -> this.hub.statuses(List.of("a")))
			.satisfies((ex) -> assertThat(ex.status()).isEqualTo(status));
		assertThat(this.pili.requests()).hasSize(1);
	}

	private static List<String> ids(int count) {
		return IntStream.range(0, count).mapToObj((i) -> "stream-" + i).toList();
	}

	private static String body(List<String> ids) {
		return new String(WireJson.write(Map.of("streamIds", ids)));
	}

}
