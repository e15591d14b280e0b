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

package io.pilispring.fop;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationEventPublisher;

import io.pilispring.CapturedLog;
import io.pilispring.PiliServer;
import io.pilispring.delivery.DeliveryLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FopNotificationReceiverTests {

	private static final String DONE = "{\"id\":\"z1.1\",\"code\":0,\"inputBucket\":\"confirmed\"}";

	private static final String FORGED = "{\"id\":\"z1.1\",\"code\":3,\"inputBucket\":\"forged\"}";

	@RegisterExtension
	final PiliServer pili = new PiliServer();

	private final FopClient client = new FopClient(this.pili.transport());

	private final List<FopFinishedEvent> events = new CopyOnWriteArrayList<>();

	private final FopNotificationReceiver receiver = receiver((event) -> this.events.add((FopFinishedEvent) event));

	@Test
	void whatIsPublishedIsWhatPiliTells() {
		this.pili.answer(200, DONE);
		assertThat(this.receiver.receive(FORGED)).isEqualTo(FopNotificationOutcome.TAKEN);
		assertThat(this.events).singleElement().satisfies((event) -> {
			assertThat(event.fop().code()).isEqualTo(FopCode.DONE);
			assertThat(event.fop().inputBucket()).isEqualTo("confirmed");
		});
		assertThat(this.pili.onlyRequest().getUrl()).isEqualTo("/status/get/prefop?id=z1.1");
	}

	@Test
	void replayIsTakenAndDoesNothing() {
		this.pili.answer(200, DONE);
		IntStream.range(0, 5)
			.forEach((i) -> assertThat(this.receiver.receive(FORGED)).isEqualTo(FopNotificationOutcome.TAKEN));
		assertThat(this.events).hasSize(1);
		assertThat(this.pili.requests()).hasSize(1);
	}

	@Test
	void operationIsPublishedOnceByAllThatShareALog() {
		this.pili.answer(200, DONE);
		Set<String> delivered = new HashSet<>();
		DeliveryLog log = new DeliveryLog() {

			@Override
			public boolean deliver(String subject, long position, Runnable handler) {
				if (delivered.contains(subject)) {
					return false;
				}
				handler.run();
				return delivered.add(subject);
			}

			@Override
			public boolean isDelivered(String subject, long position) {
				return delivered.contains(subject);
			}

		};
		AtomicBoolean broken = new AtomicBoolean(true);
		for (int instance = 0; instance < 3; instance++) {
			FopNotificationReceiver receiver = new FopNotificationReceiver(
					Map.of("main", new FopClient(this.pili.transport())), (event) -> {
						if (broken.getAndSet(false)) {
							throw new IllegalStateException("broken listener");
						}
						this.events.add((FopFinishedEvent) event);
					}, log);
			assertThat(receiver.receive(FORGED))
				.isEqualTo((instance == 0) ? FopNotificationOutcome.TRY_AGAIN : FopNotificationOutcome.TAKEN);
		}
		assertThat(this.events).hasSize(1);
		assertThat(delivered).containsExactly("fop/main/z1.1");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 3, 4 })
	void everyFinalCodeIsPublished(int code) {
		this.pili.answer(200, "{\"id\":\"z1.1\",\"code\":" + code + "}");
		assertThat(this.receiver.receive(FORGED)).isEqualTo(FopNotificationOutcome.TAKEN);
		assertThat(this.events).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{\"id\":\"z1.1\",\"code\":1}", "{\"id\":\"z1.1\",\"code\":2}", "{\"id\":\"z1.1\",\"code\":9}",
					"{\"id\":\"z1.1\"}", "{\"id\":\"z1.2\",\"code\":0}", "{}", "[]", "", "null" })
	void whatIsNotConfirmedIsToBeSentAgain(String answer) {
		this.pili.answer(200, answer);
		assertThat(this.receiver.receive(FORGED)).isEqualTo(FopNotificationOutcome.TRY_AGAIN);
		assertThat(this.events).isEmpty();
		this.pili.answer(200, DONE);
		assertThat(this.receiver.receive(FORGED)).isEqualTo(FopNotificationOutcome.TAKEN);
		assertThat(this.events).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 404, 429, 500, 503, 599, 612 })
	void failedConfirmationIsToBeSentAgain(int status) {
		this.pili.answer(status, "{\"error\":\"no\"}");
		assertThat(this.receiver.receive(DONE)).isEqualTo(FopNotificationOutcome.TRY_AGAIN);
		assertThat(this.events).isEmpty();
	}

	@Test
	void brokenConnectionIsToBeSentAgain() {
		this.pili.answer(WireMock.aResponse().withFault(Fault.EMPTY_RESPONSE));
		assertThat(this.receiver.receive(DONE)).isEqualTo(FopNotificationOutcome.TRY_AGAIN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "null", "[]", "1", "\"z1.1\"", "{", "{}", "{\"id\":null}", "{\"id\":\"\"}",
			"{\"id\":{}}", "{\"id\":\"z1.1\"", "id=z1.1", "<fop/>", "{\"id\":\"a b\"}", "{\"id\":\"a\\nb\"}",
			"{\"id\":\"\u4e2d\"}", "\u0000" })
	void malformedNotificationAsksNobody(String json) {
		assertThat(this.receiver.receive(json)).isEqualTo(FopNotificationOutcome.MALFORMED);
		assertThat(this.pili.requests()).isEmpty();
	}

	@Test
	void longIdAndDeepNestingAreMalformed() {
		assertThat(this.receiver.receive("{\"id\":\"" + "a".repeat(501) + "\"}"))
			.isEqualTo(FopNotificationOutcome.MALFORMED);
		assertThat(this.receiver.receive("{\"id\":\"z1.1\",\"x\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}"))
			.isEqualTo(FopNotificationOutcome.MALFORMED);
		assertThat(this.receiver.receive("{\"id\":\"z1.1\",\"items\":" + "{\"a\":".repeat(10_000)))
			.isEqualTo(FopNotificationOutcome.MALFORMED);
		assertThat(this.pili.requests()).isEmpty();
	}

	@Test
	void operationsOfTwoHubsAreToldApart() {
		this.pili.answer(200, DONE);
		FopNotificationReceiver both = new FopNotificationReceiver(Map.of("one", this.client, "two", this.client),
				(event) -> this.events.add((FopFinishedEvent) event));
		assertThat(both.receive("one", DONE)).isEqualTo(FopNotificationOutcome.TAKEN);
		assertThat(both.receive("two", DONE)).isEqualTo(FopNotificationOutcome.TAKEN);
		assertThat(both.receive("two", DONE)).isEqualTo(FopNotificationOutcome.TAKEN);
		assertThat(this.events).extracting(FopFinishedEvent::hubKey).containsExactly("one", "two");
		assertThatIllegalArgumentException().isThrownBy(() -> both.receive("three", DONE));
	}

	@Test
	void idIsWhatTheClientTakes() {
		this.pili.answer(612, "");
		assertThat(this.receiver.receive("{\"id\":\"" + "a".repeat(500) + "\"}"))
			.isEqualTo(FopNotificationOutcome.TRY_AGAIN);
		assertThat(this.pili.requests()).hasSize(1);
		assertThat(this.receiver.receive("{\"id\":\"a\\u007f\"}")).isEqualTo(FopNotificationOutcome.MALFORMED);
		assertThat(this.receiver.receive("{\"id\":\"a b\"}")).isEqualTo(FopNotificationOutcome.MALFORMED);
	}

	@Test
	void idIsEncodedWhenAsked() {
		this.pili.answer(612, "");
		this.receiver.receive("{\"id\":\"../x?a=b&id=c#d\"}");
		assertThat(this.pili.onlyRequest().getUrl()).isEqualTo("/status/get/prefop?id=..%2Fx%3Fa%3Db%26id%3Dc%23d");
	}

	@Test
	void listenerThatThrowsGetsTheEventAgain() {
		CapturedLog log = CapturedLog.of(FopNotificationReceiver.class);
		this.pili.answer(200, DONE);
		FopNotificationReceiver failing = receiver((event) -> {
			this.events.add((FopFinishedEvent) event);
			if (this.events.size() < 3) {
				throw new IllegalStateException("listener is broken");
			}
		});
		assertThat(failing.receive(DONE)).isEqualTo(FopNotificationOutcome.TRY_AGAIN);
		assertThat(failing.receive(DONE)).isEqualTo(FopNotificationOutcome.TRY_AGAIN);
		assertThat(failing.receive(DONE)).isEqualTo(FopNotificationOutcome.TAKEN);
		assertThat(failing.receive(DONE)).isEqualTo(FopNotificationOutcome.TAKEN);
		assertThat(this.events).hasSize(3);
		assertThat(log.text()).contains("A listener of FopFinishedEvent failed").contains("listener is broken");
	}

	@Test
	void errorOfAListenerKeepsNoTurn() {
		this.pili.answer(200, DONE);
		FopNotificationReceiver failing = receiver((event) -> {
			this.events.add((FopFinishedEvent) event);
			if (this.events.size() == 1) {
				throw new StackOverflowError();
			}
		});
		assertThatExceptionOfType(StackOverflowError.class).isThrownBy(() -> failing.receive(DONE));
		assertThat(failing.receive(DONE)).isEqualTo(FopNotificationOutcome.TAKEN);
	}

	@Test
	void fiftyDuplicatesAtOnceAreOneEvent() throws Exception {
		this.pili.answer(WireMock.aResponse().withFixedDelay(200).withBody(DONE));
		assertThat(receiveAtOnce(50, (i) -> DONE)).contains(FopNotificationOutcome.TAKEN)
			.doesNotContain(FopNotificationOutcome.MALFORMED);
		assertThat(this.receiver.receive(DONE)).isEqualTo(FopNotificationOutcome.TAKEN);
		assertThat(this.events).hasSize(1);
		assertThat(this.pili.requests()).hasSize(1);
	}

	@Test
	void floodOfNotificationsAsksEightAtATime() throws Exception {
		this.pili.answer(WireMock.aResponse().withFixedDelay(2000).withBody("{\"id\":\"other\",\"code\":0}"));
		assertThat(receiveAtOnce(50, (i) -> "{\"id\":\"z1." + i + "\"}")).hasSize(50)
			.containsOnly(FopNotificationOutcome.TRY_AGAIN);
		assertThat(this.pili.requests()).hasSize(8);
	}

	private List<FopNotificationOutcome> receiveAtOnce(int count, IntFunction<String> json) throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(count);
		try {
			CountDownLatch start = new CountDownLatch(count);
			List<Future<FopNotificationOutcome>> outcomes = IntStream.range(0, count)
				.mapToObj((i) -> executor.submit(() -> {
					start.countDown();
					start.await(10, TimeUnit.SECONDS);
					return this.receiver.receive(json.apply(i));
				}))
				.toList();
			List<FopNotificationOutcome> all = new CopyOnWriteArrayList<>();
			for (Future<FopNotificationOutcome> outcome : outcomes) {
				all.add(outcome.get(30, TimeUnit.SECONDS));
			}
			return all;
		}
		finally {
			executor.shutdownNow();
		}
	}

	private FopNotificationReceiver receiver(ApplicationEventPublisher publisher) {
		return new FopNotificationReceiver(this.client, publisher);
	}

}
