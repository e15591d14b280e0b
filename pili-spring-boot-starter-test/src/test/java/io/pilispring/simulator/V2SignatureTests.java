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

import java.io.IOException;
import java.net.URI;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class V2SignatureTests {

	private static final String STREAMS = "/v2/hubs/test-hub/streams";

	private static PiliSimulator simulator;

	private static TestClient client;

	@BeforeAll
	static void start() {
		simulator = PiliSimulator.builder().credentials("test-ak", "test-sk").hubs("test-hub", "PiliSDKTest").start();
		client = new TestClient(simulator);
	}

	@AfterAll
	static void stop() {
		simulator.close();
	}

	static Stream<JsonNode> authorizations() {
		return Golden.v2("authorization");
	}

	static Stream<JsonNode> verifications() {
		return Golden.v2("verification");
	}

	@ParameterizedTest
	@MethodSource("authorizations")
	void takesTheGoldenSignatureOverTheWire(JsonNode golden) throws IOException {
		assertThat(status(golden, golden.get("authorization").stringValue())).isNotIn(401, 599);
	}

	@ParameterizedTest
	@MethodSource("authorizations")
	void refusesTheGoldenSignatureWithOneCharacterChanged(JsonNode golden) throws IOException {
		String authorization = golden.get("authorization").stringValue();
		int position = authorization.length() - 5;
		char other = (authorization.charAt(position) != 'A') ? 'A' : 'B';
		String changed = authorization.substring(0, position) + other + authorization.substring(position + 1);
		assertThat(status(golden, changed)).isEqualTo(401);
	}

	@ParameterizedTest
	@MethodSource("verifications")
	void acceptsAndRefusesAsPiliDoes(JsonNode golden) throws IOException {
		RawExchange.Response response = RawExchange
			.of(golden, golden.get("target").stringValue(), golden.get("host").stringValue(),
					golden.get("authorization").stringValue())
			.send(simulator);
		if (golden.get("accept").booleanValue()) {
			assertThat(response.status()).isNotIn(401, 599);
		}
		else {
			assertThat(response.status()).isEqualTo(401);
		}
	}

	@Test
	void refusesWithTheErrorBodyOfVersion2BeforeAnythingElse() {
		for (String target : new String[] { STREAMS, "/v2/hubs/unknown", "/v2/nowhere", "/statd/upflow" }) {
			TestClient.Answer answer = client.unsigned("GET", target);
			assertThat(answer.status()).isEqualTo(401);
			assertThat(answer.body()).startsWith("{\"error\":\"unauthorized\"");
			assertThat(answer.reqId()).isNotBlank();
		}
		assertThat(client.unsigned("PUT", STREAMS).status()).isEqualTo(401);
		assertThat(client.get("/v2/nowhere").text("error")).isEqualTo("not found");
		assertThat(client.send("PUT", STREAMS).status()).isEqualTo(405);
	}

	@Test
	void signsNeverATrailingQuestionMark() throws IOException {
		assertThat(get(STREAMS + "?", STREAMS)).isEqualTo(200);
		assertThat(get(STREAMS + "?", STREAMS + "?")).isEqualTo(401);
		assertThat(get(STREAMS, STREAMS + "?")).isEqualTo(401);
		assertThat(get(STREAMS + "?limit=1?", STREAMS + "?limit=1")).isEqualTo(401);
		assertThat(get(STREAMS + "??", STREAMS)).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-Qiniu-Date", "x-qiniu-date", "X-QINIU-DATE" })
	void signsHeadersByTheirCanonicalName(String name) throws IOException {
		assertThat(withHeader(name, "20260801T120000Z", "\nX-Qiniu-Date: 20260801T120000Z")).isEqualTo(200);
		assertThat(withHeader(name, "20260801T120000Z", "")).isEqualTo(401);
		assertThat(withHeader(name, "20260801T120001Z", "\nX-Qiniu-Date: 20260801T120000Z")).isEqualTo(401);
	}

	@Test
	void signsOnlyHeadersWithANameAfterThePrefix() throws IOException {
		assertThat(withHeader("X-Qiniu-", "1", "")).isEqualTo(200);
		assertThat(withHeader("X-Qiniux", "1", "")).isEqualTo(200);
		assertThat(withHeader("X-Qiniu-A-B-c", "1", "\nX-Qiniu-A-B-C: 1")).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/x-www-form-urlencoded" })
	void takesAGetAndADeleteWithATypeAndABody(String type) throws IOException {
		simulator.hub("PiliSDKTest").setDomain(HubDomain.of(DomainType.LIVE_HLS, "d.e.com"));
		for (String call : new String[] { "GET /v2/hubs/PiliSDKTest", "DELETE /v2/hubs/PiliSDKTest/domains/d.e.com" }) {
			String method = call.split(" ")[0];
			String target = call.split(" ")[1];
			RawExchange.Response response = RawExchange.of(method, target, "{}")
				.header("Host", client.authority())
				.header("Content-Type", type)
				.header("Authorization", client.authorization(method, target, type, "{}"))
				.send(simulator);
			assertThat(response.status()).isEqualTo(200);
			assertThat(response.headers()).containsEntry("Content-Type", "application/json").containsKey("X-Reqid");
		}
	}

	@Test
	void keepsTheQuestionMarkOfVersion1() throws IOException {
		assertThat(get("/v1/streams/z1.test-hub.abcd?", "/v1/streams/z1.test-hub.abcd")).isEqualTo(401);
	}

	private static int get(String target, String signedTarget) throws IOException {
		return RawExchange.of("GET", target)
			.header("Host", client.authority())
			.header("Authorization", client.authorization("GET", signedTarget, null, null))
			.send(simulator)
			.status();
	}

	private static int withHeader(String name, String value, String signedLine) throws IOException {
		String text = "GET " + STREAMS + "\nHost: " + client.authority() + signedLine + "\n\n";
		return RawExchange.of("GET", STREAMS)
			.header("Host", client.authority())
			.header(name, value)
			.header("Authorization", "Qiniu test-ak:" + TestClient.hmac("test-sk", text))
			.send(simulator)
			.status();
	}

	private static int status(JsonNode golden, String authorization) throws IOException {
		String url = golden.get("url").stringValue();
		String host = url.split("/")[2];
		String target = url.substring(url.indexOf(host) + host.length());
		assertThat(URI.create("http://" + host)).isNotNull();
		return RawExchange.of(golden, target, host, authorization).send(simulator).status();
	}

}
