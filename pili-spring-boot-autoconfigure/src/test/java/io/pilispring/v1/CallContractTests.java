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

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.client.ClientHttpRequestFactory;

import io.pilispring.ApiCall;
import io.pilispring.Golden;
import io.pilispring.HttpLibrary;
import io.pilispring.PiliException;
import io.pilispring.PiliServer;
import io.pilispring.PiliServerException;
import io.pilispring.PiliUnreadableResponseException;
import io.pilispring.Signature;
import io.pilispring.v2.LiveCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ParameterizedClass
@EnumSource(HttpLibrary.class)
class CallContractTests {

	private static final int MANY = 9 * 1024 * 1024;

	static final Map<String, Call> GOLDEN = Map.ofEntries(Map.entry("create-minimal", Call.CREATE),
			Map.entry("create-full", Call.CREATE_FULL), Map.entry("get", Call.GET),
			Map.entry("list-all-params", Call.LIST_FULL), Map.entry("list-percent-encoded", Call.LIST_ENCODED),
			Map.entry("update", Call.UPDATE), Map.entry("segments-all", Call.SEGMENTS_FULL),
			Map.entry("saveas", Call.SAVE_AS_RANGE), Map.entry("saveas-utf8-body", Call.SAVE_AS_UTF8),
			Map.entry("snapshot", Call.SNAPSHOT), Map.entry("statuses-batch", Call.STATUSES),
			Map.entry("delete", Call.DELETE), Map.entry("get-nondefault-port", Call.GET));

	static final List<Golden.Authorization> AUTHORIZATIONS = Golden.authorizations();

	@RegisterExtension
	final PiliServer pili = new PiliServer();

	@Parameter
	HttpLibrary library;

	@ParameterizedTest
	@MethodSource("io.pilispring.ApiCall#all")
	void sendsWhatTheContractSays(ApiCall call) {
		this.pili.answer(200, (call instanceof LiveCall && call.readsABareList()) ? "[]" : Streams.JSON);
		call.run(this.library.transport(this.pili));
		LoggedRequest request = this.pili.onlyRequest();
		assertThat(request.getMethod().getName()).isEqualTo(call.method());
		assertThat(request.getUrl()).isEqualTo(call.target());
		assertThat(request.getBodyAsString()).isEqualTo(call.body());
		assertThat(request.getHeader("Content-Type")).isEqualTo(contentTypeOf(call.method()));
		assertThat(request.getHeader("Host")).isEqualTo(URI.create(this.pili.host()).getAuthority());
		assertThat(request.getHeader("Authorization")).isEqualTo((call.isSigned()) ? Signature.of(request) : null);
		assertThat(request.getAllHeaderKeys()).noneMatch((name) -> name.toLowerCase().startsWith("x-qiniu-"));
	}

	// HttpURLConnection would add one of its own to a DELETE
	private String contentTypeOf(String method) {
		boolean sent = method.equals("POST") || (method.equals("DELETE") && this.library == HttpLibrary.SIMPLE);
		return (sent) ? "application/json" : null;
	}

	@ParameterizedTest
	@FieldSource("AUTHORIZATIONS")
	void sendsWhatTheSdksSend(Golden.Authorization golden) {
		this.pili.answer(200, Streams.JSON);
		Call call = GOLDEN.get(golden.name());
		call.run(PiliServer.transportBuilder("http://" + golden.host())
			.requestFactory(redirectedTo(URI.create(this.pili.host())))
			.build());
		LoggedRequest request = this.pili.onlyRequest();
		assertThat(request.getMethod().getName()).isEqualTo(golden.method());
		assertThat(request.getUrl()).isEqualTo(golden.target());
		assertThat(request.getBodyAsString()).isEqualTo((golden.body() != null) ? golden.body() : "");
		if (Objects.equals(golden.contentType(), contentTypeOf(golden.method()))) {
			assertThat(request.getHeader("Content-Type")).isEqualTo(golden.contentType());
			assertThat(request.getHeader("Authorization")).isEqualTo(golden.authorization());
		}
	}

	// Signed for PILI's own host, but sent to the server of the test
	private ClientHttpRequestFactory redirectedTo(URI server) {
		return (uri, method) -> this.library.requestFactory()
			.createRequest(URI.create(uri.toString().replace(uri.getRawAuthority(), server.getAuthority())), method);
	}

	@Test
	void fopHasItsOwnHost() {
		this.pili.answer(200, "{\"id\":\"1\",\"code\":0}");
		Call.FOP.run(this.library.transportBuilder(this.pili).apiHost("http://localhost:1").build());
		assertThat(this.pili.onlyRequest().getHeader("Authorization")).isNull();
	}

	@ParameterizedTest
	@MethodSource("io.pilispring.ApiCall#all")
	void everyCallEndsInTheException(ApiCall call) {
		this.pili.answer(500, "{\"error\":\"no\"}");
		assertThatExceptionOfType(PiliServerException.class)
			.isThrownBy(() -> call.run(this.library.transport(this.pili)))
			.withMessage(call.method() + " " + call.target().replaceAll("\\?.*", "") + ": 500 no");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "1", "\"text\"", "true", "<html>\n</html>", "{", "{\"id\":", "[null" })
	void everyAnswerThatIsNoneEndsInTheException(String body) {
		unreadable(body, (call) -> true);
	}

	// Segments may be a bare list, of which what is none is left out
	@ParameterizedTest
	@ValueSource(strings = { "[1]", "[[]]" })
	void everyAnswerOfAnotherShapeEndsInTheException(String body) {
		unreadable(body, (call) -> !call.readsABareList());
	}

	// Where nothing is required, nothing is missing
	@Test
	void everyAnswerWhoseRequiredPartsHaveAnotherShapeEndsInTheException() {
		unreadable("{\"id\":{},\"items\":1,\"segments\":1}", ApiCall::requiresAList);
	}

	private void unreadable(String body, Predicate<ApiCall> of) {
		this.pili.answer(WireMock.ok(body).withHeader("X-Reqid", "reqid-1"));
		for (ApiCall call : ApiCall.all()) {
			if (call.readsTheAnswer() && of.test(call)) {
				assertThatExceptionOfType(PiliUnreadableResponseException.class).as(call.name())
					.isThrownBy(() -> call.run(this.library.transport(this.pili)))
					.satisfies((ex) -> assertThat(ex.requestId()).isEqualTo("reqid-1"))
					.satisfies((ex) -> assertThat(ex.status()).isEqualTo(200))
					.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("\n"));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("callsWithoutAnswer")
	void answerWithoutBodyIsFine(ApiCall call) {
		this.pili.answer(WireMock.noContent());
		call.run(this.library.transport(this.pili));
		this.pili.answer(WireMock.ok());
		call.run(this.library.transport(this.pili));
		this.pili.answer(WireMock.ok("<html>"));
		call.run(this.library.transport(this.pili));
		assertThat(this.pili.requests()).hasSize(3);
	}

	static List<ApiCall> callsWithoutAnswer() {
		return ApiCall.all()
			.stream()
			.filter((call) -> !call.readsTheAnswer() && call != LiveCall.VIEWER_DETAIL)
			.toList();
	}

	@Test
	void hugeAnswerIsNotRead() {
		this.pili.answer(200, "{\"id\":\"a.b.c\",\"x\":\"" + "x".repeat(MANY) + "\"}");
		assertThatExceptionOfType(PiliUnreadableResponseException.class)
			.isThrownBy(() -> Call.GET.run(this.library.transport(this.pili)))
			.withMessageContaining("more than 8388608 bytes");
	}

	@Test
	void hugeErrorIsCut() {
		this.pili.answer(500, "x".repeat(MANY));
		assertThatExceptionOfType(PiliServerException.class)
			.isThrownBy(() -> Call.GET.run(this.library.transport(this.pili)))
			.satisfies((ex) -> assertThat(ex.getMessage()).hasSizeLessThan(500));
	}

	@Test
	void largePageWithTextOfEveryKindIsReadByteForByte() {
		String strange = "{ \"id\" : \"z1.test-hub.流😀\",\"new\":{\"a\":[1.50,\"\\u6d41\\/é😀\"],\"b\":null}, \"hub\":\"h\"}";
		String page = "{\"items\":[" + (strange + " , " + Streams.JSON + ",").repeat(300) + strange
				+ "],\"marker\":\"10\"}";
		this.pili.answer(200, page);
		StreamPage streams = this.library.hub(this.pili).listStreams();
		assertThat(streams.items()).hasSize(601)
			.allSatisfy((stream) -> assertThat(stream.toJsonString()).isIn(strange, Streams.JSON));
		assertThat(streams.items().get(600).toJsonString()).isEqualTo(strange);
		assertThat(streams.items().get(600).title()).isEqualTo("流😀");
		assertThat(streams.marker()).isEqualTo("10");
	}

	@Test
	void exceptionsShowNoSecret() {
		String body = Streams.JSON.replace("\"" + Streams.ID + "\"", "{}");
		this.pili.answer(200, body);
		assertThatExceptionOfType(PiliException.class)
			.isThrownBy(() -> Call.UPDATE.run(this.library.transport(this.pili)))
			.satisfies(PiliServer::hasNoSecret)
			.satisfies((ex) -> assertThat(ex).hasNoCause())
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("new_secret_words", Streams.PUBLISH_KEY));
	}

}
