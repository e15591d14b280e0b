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

package io.pilispring.v2.callback;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.pilispring.CapturedLog;
import io.pilispring.GoldenV2;
import io.pilispring.PiliServer;
import io.pilispring.delivery.DeliveryLog;
import io.pilispring.monitor.StreamMeasurement;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.signing.RequestSigner;
import io.pilispring.v2.LiveHub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link PushCallbackReceiver}.
 */
class PushCallbackReceiverTests {

	private static final PiliCredentials CREDENTIALS = PiliCredentials.of("test-ak", "test-sk");

	@RegisterExtension
	final PiliServer pili = new PiliServer();

	private final List<String> reports = new CopyOnWriteArrayList<>();

	private final List<StreamMeasurement> measurements = new CopyOnWriteArrayList<>();

	private final List<PushCallback> callbacks = new CopyOnWriteArrayList<>();

	static List<Named<JsonNode>> goldenCallbacks() {
		return GoldenV2.cases("callbacks");
	}

	@ParameterizedTest
	@MethodSource("goldenCallbacks")
	void signaturesAreThoseOfTheSdks(JsonNode golden) {
		Map<String, String> headers = new LinkedHashMap<>();
		golden.path("x_qiniu")
			.properties()
			.forEach((header) -> headers.put(header.getKey(), header.getValue().asString()));
		CallbackOutcome outcome = receiver().receive("main", new CallbackRequest(text(golden, "method"),
				text(golden, "target"), text(golden, "host"), text(golden, "content_type"),
				text(golden, "authorization"), headers,
				(text(golden, "body") != null) ? text(golden, "body").getBytes(StandardCharsets.UTF_8) : new byte[0]));
		assertThat(outcome)
			.isEqualTo((golden.get("valid").asBoolean()) ? CallbackOutcome.TAKEN : CallbackOutcome.NOT_SIGNED);
		if (golden.get("valid").asBoolean()) {
			Map<String, String> variables = new LinkedHashMap<>();
			golden.get("variables")
				.properties()
				.forEach((variable) -> variables.put(variable.getKey(), variable.getValue().asString()));
			assertThat(this.callbacks).singleElement()
				.satisfies((callback) -> assertThat(callback.variables()).containsAllEntriesOf(variables));
		}
	}

	private static String text(JsonNode node, String name) {
		JsonNode value = node.path(name);
		return (value.isMissingNode() || value.isNull()) ? null : value.asString();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			title=room&status=connected                      | main room true
			title=room&status=Disconnected                   | main room false
			title=room&startTime=1754000000                  | main room true
			title=room&startTime=1754000000&endTime=1754000060 | main room false
			title=%E8%A7%86&status=connected&x=%26           | main 视 true
			""")
	void pushesAreReported(String query, String report) {
		assertThat(receiver().receive("main", get(query))).isEqualTo(CallbackOutcome.TAKEN);
		assertThat(this.reports).containsExactly(report);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "title=room", "status=connected", "title=&status=connected", "title=room&status=other",
			"title=room&status=", "title=room&endTime=soon", "title=%zz&status=connected",
			"title=a%0Ab&status=connected", "title=room&startTime=0" })
	void whatIsNoCallbackIsMalformed(String query) {
		assertThat(receiver().receive("main", get(query))).isEqualTo(CallbackOutcome.MALFORMED);
		assertThat(this.reports).isEmpty();
		assertThat(this.callbacks).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			application/json                       | {"title":"room","status":"connected","n":5,"o":{},"z":null} | TAKEN
			application/json; charset=utf-8        | {"title":"room","status":"connected"}    | TAKEN
			application/json                       | ["title"]                                | MALFORMED
			application/json                       | {"title":                                | MALFORMED
			application/x-www-form-urlencoded      | title=room&status=connected              | TAKEN
			text/plain                             | title=room&status=connected              | MALFORMED
			""")
	void bodyIsReadByItsType(String type, String body, CallbackOutcome expected) {
		assertThat(receiver().receive("main", post("/cb", type, body))).isEqualTo(expected);
	}

	@Test
	void constantsMayStandInTheUrl() {
		assertThat(
				receiver().receive("main", post("/cb?status=disconnected", "application/json", "{\"title\":\"room\"}")))
			.isEqualTo(CallbackOutcome.TAKEN);
		assertThat(this.reports).containsExactly("main room false");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			application/x-www-form-urlencoded | a=%zz
			application/x-www-form-urlencoded | %zz=a
			application/json                  | {"a":
			application/json                  | []
			application/json                  | 5
			text/plain                        | a=b
			""")
	void bodyThatCannotBeReadIsMalformedWhateverTheUrlSays(String type, String body) {
		assertThat(receiver().receive("main", post("/cb?title=room&status=connected", type, body)))
			.isEqualTo(CallbackOutcome.MALFORMED);
		String many = "x=1&".repeat(100) + "y=2";
		assertThat(receiver().receive("main",
				post("/cb?title=room&status=connected", "application/x-www-form-urlencoded", many)))
			.isEqualTo(CallbackOutcome.MALFORMED);
		assertThat(this.reports).isEmpty();
	}

	@Test
	void hundredVariablesAreRead() {
		StringBuilder query = new StringBuilder("title=room&status=connected");
		for (int i = 0; i < 98; i++) {
			query.append("&v").append(i).append('=').append(i);
		}
		assertThat(receiver().receive("main", get(query.toString()))).isEqualTo(CallbackOutcome.TAKEN);
		assertThat(this.callbacks.get(0).variables()).hasSize(100).containsEntry("v97", "97");
		assertThat(receiver().receive("main", get(query + "&one=more"))).isEqualTo(CallbackOutcome.MALFORMED);
		String json = "{" + "\"v\":1,".repeat(200) + "\"title\":\"room\",\"status\":\"connected\"}";
		assertThat(receiver().receive("main", post("/cb", "application/json", json))).isEqualTo(CallbackOutcome.TAKEN);
	}

	@Test
	void hundredVariablesOfTheUrlAndTheBodyTogetherAreRead() {
		StringBuilder json = new StringBuilder("{\"title\":\"room\"");
		for (int i = 0; i < 98; i++) {
			json.append(",\"v").append(i).append("\":").append(i);
		}
		json.append('}');
		assertThat(receiver().receive("main", post("/cb?status=connected", "application/json", json.toString())))
			.isEqualTo(CallbackOutcome.TAKEN);
		assertThat(receiver().receive("main", post("/cb?status=connected&x=1", "application/json", json.toString())))
			.isEqualTo(CallbackOutcome.MALFORMED);
	}

	@Test
	void parametersWithoutANameAreIgnored() {
		assertThat(receiver().receive("main", get("=x&title=room&&flag&status=connected")))
			.isEqualTo(CallbackOutcome.TAKEN);
		assertThat(this.callbacks.get(0).variables()).containsOnlyKeys("title", "status");
	}

	@Test
	void timesAreInSecondsOrMilliseconds() {
		receiver().receive("main", get("title=room&startTime=99999999999&endTime=100000000000"));
		assertThat(this.callbacks.get(0).startTime()).isEqualTo(Instant.ofEpochSecond(99999999999L));
		assertThat(this.callbacks.get(0).endTime()).isEqualTo(Instant.ofEpochMilli(100000000000L));
	}

	@Test
	void onlySoManyVariablesAreRead() {
		String many = "a=1&".repeat(100);
		assertThat(receiver().receive("main", get("title=room&status=connected&" + many)))
			.isEqualTo(CallbackOutcome.MALFORMED);
	}

	@Test
	void namesOfVariablesAreTheApplicationsOwn() {
		PushCallbackReceiver receiver = builder()
			.fields(CallbackFields.builder()
				.title("stream")
				.status("state")
				.remoteIp("ip")
				.startTime("from")
				.endTime("to")
				.timestamp("at")
				.build())
			.build();
		assertThat(
				receiver.receive("main", get("stream=room&state=connected&ip=203.0.113.9&from=1754000000123&uid=42")))
			.isEqualTo(CallbackOutcome.TAKEN);
		assertThat(this.callbacks).singleElement().satisfies((callback) -> {
			assertThat(callback.hubKey()).isEqualTo("main");
			assertThat(callback.key()).isEqualTo("room");
			assertThat(callback.connected()).isTrue();
			assertThat(callback.remoteIp()).isEqualTo("203.0.113.9");
			assertThat(callback.startTime()).isEqualTo(Instant.ofEpochMilli(1754000000123L));
			assertThat(callback.endTime()).isNull();
			assertThat(callback.variables()).containsEntry("uid", "42").isUnmodifiable();
			assertThat(callback).asString().doesNotContain("42");
		});
		assertThat(this.measurements).containsExactly(
				StreamMeasurement.live().address("203.0.113.9").since(Instant.ofEpochMilli(1754000000123L)).build());
		assertThatIllegalArgumentException().isThrownBy(() -> CallbackFields.builder().title(" "))
			.withMessage("'title' must not be blank");
	}

	@Test
	void callbackThatComesTwiceOrLateIsTakenOnce() {
		PushCallbackReceiver receiver = receiver();
		String connected = "title=room&status=connected&startTime=1754000000";
		String disconnected = "title=room&status=disconnected&startTime=1754000000&endTime=1754000060";
		for (String query : new String[] { connected, connected, disconnected, connected, disconnected,
				"title=room&status=connected&startTime=1754000070", disconnected,
				"title=room&status=disconnected&endTime=1754000060", "title=other&status=connected&timestamp=5" }) {
			assertThat(receiver.receive("main", get(query))).isEqualTo(CallbackOutcome.TAKEN);
		}
		assertThat(this.reports).containsExactly("main room true", "main room false", "main room true",
				"main other true");
		assertThat(this.callbacks).hasSize(4);
	}

	@Test
	void endThatOvertakesTheStartIsTheLastWord() {
		PushCallbackReceiver receiver = receiver();
		receiver.receive("main", get("title=room&status=disconnected&startTime=1754000000"));
		receiver.receive("main", get("title=room&status=connected&startTime=1754000000"));
		assertThat(this.reports).containsExactly("main room false");
	}

	@Test
	void callbackIsConfirmedIfWanted() {
		PushCallbackReceiver receiver = builder().confirm(true).build();
		this.pili.answer(200, "{\"items\":[{\"key\":\"room\",\"startAt\":5,\"bps\":80}]}");
		assertThat(receiver.receive("main", get("title=room&status=connected"))).isEqualTo(CallbackOutcome.TAKEN);
		assertThat(this.measurements)
			.containsExactly(StreamMeasurement.live().since(Instant.ofEpochSecond(5)).bytesPerSecond(10.0).build());
		assertThat(receiver.receive("main", get("title=room&status=disconnected")))
			.isEqualTo(CallbackOutcome.TRY_AGAIN);
		this.pili.answer(200, "{\"items\":[]}");
		assertThat(receiver.receive("main", get("title=room&status=disconnected"))).isEqualTo(CallbackOutcome.TAKEN);
		assertThat(receiver.receive("main", get("title=room&status=connected"))).isEqualTo(CallbackOutcome.TRY_AGAIN);
		this.pili.answer(503, "");
		assertThat(receiver.receive("main", get("title=room&status=connected"))).isEqualTo(CallbackOutcome.TRY_AGAIN);
		assertThat(this.reports).containsExactly("main room true", "main room false");
	}

	@Test
	void callbackThatWasNotConfirmedIsTakenWhenItComesAgain() {
		PushCallbackReceiver receiver = builder().confirm(true).build();
		CallbackRequest request = get("title=room&status=connected&startTime=1754000000");
		this.pili.answer(500, "");
		assertThat(receiver.receive("main", request)).isEqualTo(CallbackOutcome.TRY_AGAIN);
		this.pili.answer(200, "{\"items\":[{\"key\":\"room\",\"startAt\":5}]}");
		assertThat(receiver.receive("main", request)).isEqualTo(CallbackOutcome.TAKEN);
		assertThat(this.reports).containsExactly("main room true");
	}

	@Test
	void signatureIsNotVerifiedIfThatIsDisabled() {
		CallbackRequest unsigned = new CallbackRequest("GET", "/cb?title=room&status=connected", "h", null, null,
				Map.of(), new byte[0]);
		assertThat(builder().verifySignature(false).build().receive("main", unsigned)).isEqualTo(CallbackOutcome.TAKEN);
		assertThat(receiver().receive("main", unsigned)).isEqualTo(CallbackOutcome.NOT_SIGNED);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "null",
			textBlock = """
					null                  | it has no Authorization header.
					Basic abc             | its Authorization header is not of the form 'Qiniu <access key>:<signature>'.
					Qiniu other-ak:abc    | it is signed for the access key 'other-ak', not for that of the hub.
					Qiniu test-ak:hush    | its signature does not match CallbackRequest[method=GET, path=/cb, host=app.example.com, contentType=null].
					""")
	void refusalIsExplainedWithoutSecrets(String authorization, String reason) {
		PushCallbackReceiver receiver = receiver();
		CallbackRequest request = new CallbackRequest("GET", "/cb?title=room&status=connected", "app.example.com", null,
				authorization, Map.of(), new byte[0]);
		CapturedLog log = CapturedLog.of(PushCallbackReceiver.class);
		try {
			for (int i = 0; i < 5; i++) {
				assertThat(receiver.receive("main", request)).isEqualTo(CallbackOutcome.NOT_SIGNED);
			}
		}
		finally {
			log.close();
		}
		assertThat(log.text()).containsOnlyOnce("A callback was refused: ")
			.contains(reason)
			.doesNotContain("hush", "title=room", "test-sk");
	}

	@Test
	void listenerThatFailsDoesNotFailTheCallback() {
		PushCallbackReceiver receiver = PushCallbackReceiver.builder(this::report, (event) -> {
			throw new IllegalStateException("listener");
		}).hub("main", LiveHub.create("h", this.pili.transport()), () -> CREDENTIALS).build();
		assertThat(receiver.receive("main", get("title=room&status=connected"))).isEqualTo(CallbackOutcome.TAKEN);
		assertThat(this.reports).hasSize(1);
	}

	@Test
	void hubsMustBeKnown() {
		assertThat(receiver().hasHub("main")).isTrue();
		assertThat(receiver().hasHub("other")).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> receiver().receive("other", get("")))
			.withMessage("There is no hub 'other'");
		assertThatIllegalArgumentException().isThrownBy(() -> PushCallbackReceiver.builder(this::report, (event) -> {
		}).build());
	}

	@Test
	void onlySoManyStreamsAreRemembered() {
		CallbackOrder order = new CallbackOrder();
		List<PushCallback> callbacks = new ArrayList<>();
		for (int i = 0; i <= CallbackOrder.MAX_REMEMBERED; i++) {
			callbacks.add(new PushCallback("main", "s" + i, true, Map.of("startTime", "5"),
					CallbackFields.builder().build()));
		}
		callbacks.forEach(order::take);
		assertThat(order.isNewer(callbacks.get(0))).isTrue();
		assertThat(order.isNewer(callbacks.get(1))).isFalse();
	}

	@Test
	void callbackIsTakenOnceByAllThatShareALog() {
		TestLog log = new TestLog();
		List<PushCallbackReceiver> instances = List.of(builder().deliveryLog(log).build(),
				builder().deliveryLog(log).build(), builder().deliveryLog(log).build());
		String start = "title=room&startTime=1754000000";
		String end = "title=room&startTime=1754000000&endTime=1754000060";
		assertThat(instances.get(0).receive("main", get(start))).isEqualTo(CallbackOutcome.TAKEN);
		assertThat(instances.get(1).receive("main", get(start))).isEqualTo(CallbackOutcome.TAKEN);
		assertThat(instances.get(1).receive("main", get(end))).isEqualTo(CallbackOutcome.TAKEN);
		// Too late, for an instance that has seen nothing yet
		assertThat(instances.get(2).receive("main", get(start))).isEqualTo(CallbackOutcome.TAKEN);
		assertThat(this.reports).containsExactly("main room true", "main room false");
		assertThat(this.callbacks).extracting(PushCallback::connected).containsExactly(true, false);
	}

	@Test
	void callbackThatCannotBeSharedNowIsToBeSentAgain() {
		TestLog log = new TestLog();
		PushCallbackReceiver receiver = builder().deliveryLog(log).build();
		String start = "title=room&startTime=1754000000";
		log.away = true;
		assertThat(receiver.receive("main", get(start))).isEqualTo(CallbackOutcome.TRY_AGAIN);
		assertThat(this.reports).isEmpty();
		log.away = false;
		assertThat(receiver.receive("main", get(start))).isEqualTo(CallbackOutcome.TAKEN);
		assertThat(this.reports).containsExactly("main room true");
		assertThat(this.callbacks).hasSize(1);
		// Without a time nobody can tell whether it came before
		assertThat(receiver.receive("main", get("title=room&status=connected"))).isEqualTo(CallbackOutcome.TAKEN);
		assertThat(this.callbacks).hasSize(2);
	}

	@Test
	void listenerThatFailsIsNotifiedAgainIfInstancesShareALog() {
		TestLog log = new TestLog();
		List<PushCallback> received = new ArrayList<>();
		PushCallbackReceiver receiver = PushCallbackReceiver.builder(this::report, (event) -> {
			received.add(((PushCallbackEvent) event).callback());
			if (received.size() == 1) {
				throw new IllegalStateException("listener");
			}
		}).hub("main", LiveHub.create("h", this.pili.transport()), () -> CREDENTIALS).deliveryLog(log).build();
		String start = "title=room&startTime=1754000000";
		assertThat(receiver.receive("main", get(start))).isEqualTo(CallbackOutcome.TRY_AGAIN);
		assertThat(receiver.receive("main", get(start))).isEqualTo(CallbackOutcome.TAKEN);
		assertThat(receiver.receive("main", get(start))).isEqualTo(CallbackOutcome.TAKEN);
		assertThat(received).hasSize(2);
	}

	@Test
	void callbackThatWasTakenIsNotLookedUpAgain() {
		TestLog log = new TestLog();
		PushCallbackReceiver receiver = builder().deliveryLog(log).build();
		receiver.receive("main", get("title=room&startTime=1754000000"));
		log.away = true;
		assertThat(receiver.receive("main", get("title=room&startTime=1754000000"))).isEqualTo(CallbackOutcome.TAKEN);
		assertThat(this.callbacks).hasSize(1);
	}

	@Test
	void startAndEndAtTheSameTimeAreTwoCallbacksOfTheLog() {
		TestLog log = new TestLog();
		builder().deliveryLog(log).build().receive("main", get("title=room&status=connected&startTime=1754000000"));
		builder().deliveryLog(log).build().receive("main", get("title=room&status=disconnected&startTime=1754000000"));
		builder().deliveryLog(log).build().receive("main", get("title=room&status=connected&startTime=1754000000"));
		builder().deliveryLog(log).build().receive("main", get("title=other&status=connected&startTime=1754000000"));
		assertThat(this.reports).containsExactly("main room true", "main room false", "main other true");
		assertThat(log.positions).containsOnlyKeys("callback/main/room", "callback/main/other");
	}

	@Test
	void callbackWithoutATimeIsAlwaysTaken() {
		PushCallbackReceiver receiver = receiver();
		receiver.receive("main", get("title=room&status=connected&startTime=1754000000"));
		receiver.receive("main", get("title=room&status=disconnected"));
		receiver.receive("main", get("title=room&status=connected"));
		assertThat(this.reports).hasSize(3);
	}

	@Test
	void callbacksOfTwoHubsAreOrderedApart() {
		PushCallbackReceiver receiver = builder()
			.hub("second", LiveHub.create("second-hub", this.pili.transport()), () -> CREDENTIALS)
			.build();
		receiver.receive("main", get("title=room&startTime=1754000009"));
		receiver.receive("second", get("title=room&startTime=1754000000"));
		assertThat(this.reports).containsExactly("main room true", "second room true");
	}

	@Test
	void streamThatIsUsedIsRemembered() {
		CallbackOrder order = new CallbackOrder();
		for (int i = 0; i < CallbackOrder.MAX_REMEMBERED; i++) {
			order.take(callback("s" + i, "5"));
		}
		order.take(callback("s0", "6"));
		order.take(callback("one more", "5"));
		assertThat(order.isNewer(callback("s0", "6"))).isFalse();
		assertThat(order.isNewer(callback("s1", "5"))).as("the least recently used").isTrue();
		assertThat(order.isNewer(callback("s2", "5"))).isFalse();
	}

	private static PushCallback callback(String key, String startTime) {
		return new PushCallback("main", key, true, Map.of("startTime", startTime), CallbackFields.builder().build());
	}

	@Test
	void confirmationsDoNotRunOut() {
		PushCallbackReceiver receiver = builder().confirm(true).build();
		for (int i = 0; i < 10; i++) {
			this.pili.answer(200, "{\"items\":[{\"key\":\"room\",\"startAt\":5}]}");
			assertThat(receiver.receive("main", get("title=room&status=connected"))).isEqualTo(CallbackOutcome.TAKEN);
			this.pili.answer(503, "");
			assertThat(receiver.receive("main", get("title=room&status=connected")))
				.isEqualTo(CallbackOutcome.TRY_AGAIN);
		}
	}

	@Test
	void variablesOfPiliAreReadByTheirOwnNames() {
		receiver().receive("main", get(
				"title=room&status=disconnected&remoteIP=203.0.113.9&startTime=1754000000&endTime=1754000060&timestamp=1754000061"));
		assertThat(this.callbacks).singleElement().satisfies((callback) -> {
			assertThat(callback.connected()).isFalse();
			assertThat(callback.remoteIp()).isEqualTo("203.0.113.9");
			assertThat(callback.startTime()).isEqualTo(Instant.ofEpochSecond(1754000000));
			assertThat(callback.endTime()).isEqualTo(Instant.ofEpochSecond(1754000060));
			assertThat(callback).hasToString("PushCallback[hubKey=main, key=room, connected=false]");
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					title=room&startTime=1754000005                    | title=room&endTime=1754000004
					title=room&endTime=1754000005                      | title=room&startTime=1754000004
					title=room&status=connected&timestamp=1754000005   | title=room&status=connected&timestamp=1754000004
					title=room&status=connected&startTime=1754000005   | title=room&status=disconnected&startTime=1754000004&endTime=1754000009
					""")
	void callbacksAreOrderedByTheStartElseByTheEndElseByTheTimestamp(String newer, String older) {
		PushCallbackReceiver receiver = receiver();
		receiver.receive("main", get(newer));
		receiver.receive("main", get(older));
		assertThat(this.reports).hasSize(1);
	}

	@Test
	void endWithoutAStartIsNewerIfItsTimeIs() {
		PushCallbackReceiver receiver = receiver();
		receiver.receive("main", get("title=room&startTime=1754000000"));
		receiver.receive("main", get("title=room&endTime=1754000005"));
		assertThat(this.reports).containsExactly("main room true", "main room false");
	}

	@ParameterizedTest
	@MethodSource
	void nameOfAVariableMustNotBeBlank(String field, Function<CallbackFields.Builder, ?> setting) {
		assertThatIllegalArgumentException().isThrownBy(() -> setting.apply(CallbackFields.builder()))
			.withMessage("'" + field + "' must not be blank");
	}

	static Stream<Arguments> nameOfAVariableMustNotBeBlank() {
		return Stream.of(blank("title", (builder) -> builder.title(" ")),
				blank("status", (builder) -> builder.status("")),
				blank("remoteIp", (builder) -> builder.remoteIp(null)),
				blank("startTime", (builder) -> builder.startTime(" ")),
				blank("endTime", (builder) -> builder.endTime(" ")),
				blank("timestamp", (builder) -> builder.timestamp(" ")));
	}

	private static Arguments blank(String field, Function<CallbackFields.Builder, ?> setting) {
		return Arguments.of(field, setting);
	}

	@Test
	void whatTheReceiverNeedsIsNotNull() {
		assertThatIllegalArgumentException().isThrownBy(() -> PushCallbackReceiver.builder(null, (event) -> {
		})).withMessage("'reporter' must not be null");
		assertThatIllegalArgumentException().isThrownBy(() -> PushCallbackReceiver.builder(this::report, null))
			.withMessage("'publisher' must not be null");
		assertThatIllegalArgumentException().isThrownBy(() -> builder().fields(null))
			.withMessage("'fields' must not be null");
	}

	@Test
	void keyHasAtMost200Characters() {
		assertThat(receiver().receive("main", get("status=connected&title=" + "x".repeat(200))))
			.isEqualTo(CallbackOutcome.TAKEN);
		assertThat(receiver().receive("main", get("status=connected&title=" + "x".repeat(201))))
			.isEqualTo(CallbackOutcome.MALFORMED);
	}

	@Test
	void requestIsDescribedWithoutWhatMayBeSecretInOneLine() {
		CallbackRequest request = new CallbackRequest("POST", "/cb?token=hush", "app.example.com\nforged", "text/plain",
				"Qiniu test-ak:hush", Map.of("X-Qiniu-Secret", "hush"), "hush".getBytes(StandardCharsets.UTF_8));
		assertThat(request.toString()).startsWith("CallbackRequest[method=POST, path=/cb, host=app.example.com")
			.endsWith("contentType=text/plain]")
			.doesNotContain("hush", "\n");
		assertThat(request.query()).isEqualTo("token=hush");
	}

	private PushCallbackReceiver receiver() {
		return builder().build();
	}

	private PushCallbackReceiver.Builder builder() {
		return PushCallbackReceiver
			.builder(this::report, (event) -> this.callbacks.add(((PushCallbackEvent) event).callback()))
			.hub("main", LiveHub.create("test-hub", this.pili.transport()), () -> CREDENTIALS);
	}

	private boolean report(String hubKey, String id, StreamMeasurement measurement) {
		this.measurements.add(measurement);
		return this.reports.add(hubKey + " " + id + " " + measurement.connected());
	}

	private static CallbackRequest get(String query) {
		String target = "/cb" + ((query.isEmpty()) ? "" : "?" + query);
		return new CallbackRequest("GET", target, "app.example.com", null,
				RequestSigner.authorization(CREDENTIALS, "GET", target, "app.example.com", null, new byte[0]), Map.of(),
				new byte[0]);
	}

	private static CallbackRequest post(String target, String type, String body) {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		return new CallbackRequest("POST", target, "app.example.com", type,
				RequestSigner.authorization(CREDENTIALS, "POST", target, "app.example.com", type, bytes), Map.of(),
				bytes);
	}

	/**
	 * A log in memory that can be away.
	 */
	private static final class TestLog implements DeliveryLog {

		private final Map<String, Long> positions = new HashMap<>();

		private boolean away;

		@Override
		public boolean deliver(String subject, long position, Runnable handler) {
			if (isDelivered(subject, position)) {
				return false;
			}
			handler.run();
			this.positions.put(subject, position);
			return true;
		}

		@Override
		public boolean isDelivered(String subject, long position) {
			if (this.away) {
				throw new IllegalStateException("The log is away");
			}
			return this.positions.getOrDefault(subject, Long.MIN_VALUE) >= position;
		}

	}

}
