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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PiliSimulatorTests {

	@Test
	void hasDefaultsThatJustWork() {
		try (PiliSimulator simulator = PiliSimulator.start()) {
			assertThat(simulator.apiHost()).matches("http://127\\.0\\.0\\.1:[0-9]+");
			assertThat(simulator.hub()).isEqualTo("test-hub");
			assertThat(simulator.hubs()).containsExactly("test-hub");
			assertThat(simulator.streams()).isEmpty();
			assertThat(new TestClient(simulator).get("/v1/streams?hub=test-hub").status()).isEqualTo(200);
		}
	}

	@Test
	void listensWhereItIsTold() throws IOException {
		int port;
		try (ServerSocket socket = new ServerSocket(0)) {
			port = socket.getLocalPort();
		}
		try (PiliSimulator simulator = PiliSimulator.builder().port(port).start()) {
			assertThat(URI.create(simulator.apiHost()).getPort()).isEqualTo(port);
		}
	}

	@Test
	void isReachedAtTheAddressThatIsGiven() {
		try (PiliSimulator simulator = PiliSimulator.builder().address("localhost").start()) {
			assertThat(simulator.apiHost()).matches("http://localhost:[0-9]+");
			assertThat(new TestClient(simulator).get("/v2/hubs").status()).isEqualTo(200);
		}
	}

	@Test
	void neverTellsItsSecret() {
		try (PiliSimulator simulator = PiliSimulator.builder().credentials("my-ak", "my-sk").start()) {
			assertThat(simulator.toString()).contains("my-ak", simulator.apiHost()).doesNotContain("my-sk");
			assertThat(simulator.accessKey()).isEqualTo("my-ak");
			assertThat(simulator.secretKey()).isEqualTo("my-sk");
		}
	}

	@Test
	void settingsDoNotTellTheirSecrets() {
		assertThat(new AccountSettings("my-ak", "my-sk", List.of("my-hub")).toString()).contains("my-ak", "my-hub")
			.doesNotContain("my-sk");
		try (PiliSimulator simulator = PiliSimulator.builder().hubSecurity("static", "my-pk").start()) {
			HubState hub = (HubState) simulator.defaultHub();
			assertThat(hub.settings().toString()).contains("STATIC").doesNotContain("my-pk");
			assertThat(hub.toString()).contains("test-hub").doesNotContain("my-pk");
			SimulatedStream stream = simulator.createStream(StreamSpec.titled("my-title").withPublishKey("my-pk"));
			assertThat(stream.toString()).contains("z1.test-hub.my-title").doesNotContain("my-pk");
			assertThat(StreamSpec.titled("my-title").withPublishKey("my-pk").toString()).contains("my-title")
				.doesNotContain("my-pk");
		}
	}

	@Test
	void refusesSettingsThatCannotWork() {
		PiliSimulatorBuilder builder = PiliSimulator.builder();
		assertThatIllegalArgumentException().isThrownBy(() -> builder.credentials("a:b", "secret"))
			.withMessageNotContaining("secret");
		assertThatIllegalArgumentException().isThrownBy(() -> builder.credentials("ak", " "));
		assertThatIllegalArgumentException().isThrownBy(builder::hubs);
		assertThatIllegalArgumentException().isThrownBy(() -> builder.hubs("a.b"));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.port(65536));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.zone("z.1")).withMessageContaining("'z.1'");
		assertThatIllegalArgumentException().isThrownBy(() -> builder.publishSecurity("STATIC"))
			.withMessage("'publishSecurity' must be one of [static, dynamic, expiry, expiry_sk, none]: 'STATIC'");
		assertThatIllegalArgumentException().isThrownBy(() -> builder.fopDuration(Duration.ofSeconds(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.port(-1));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.profiles("a b"));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.pipelines("a", " "));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.hubSecurity("static", " "));
		assertThatIllegalArgumentException().isThrownBy(() -> new NropSettings(true, 0, "", 0));
		assertThatIllegalArgumentException().isThrownBy(() -> new NropSettings(true, 1, "", -1));
		assertThatIllegalArgumentException().isThrownBy(() -> new NropSettings(true, 1, "", 101));
		assertThatIllegalArgumentException().isThrownBy(() -> Push.defaults().withBytesPerSecond(-1));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Push.defaults().withBytesPerSecond(Double.POSITIVE_INFINITY))
			.withMessageContaining("'bytesPerSecond'");
		assertThatIllegalArgumentException().isThrownBy(() -> Push.defaults().withFramesPerSecond(Double.NaN, 1, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> Push.defaults().withFramesPerSecond(1, -1, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> Push.defaults().withFramesPerSecond(1, 1, -1));
		assertThatIllegalArgumentException().isThrownBy(() -> Push.defaults().withGop(Duration.ofMillis(-1)));
	}

	@Test
	void takesSettingsThatAreJustWithinTheLimits() {
		PiliSimulatorBuilder builder = PiliSimulator.builder();
		assertThat(builder.port(65535).port(0).fopDuration(Duration.ZERO)).isSameAs(builder);
		assertThat(new NropSettings(true, 1, "", 100).notifyRate()).isEqualTo(100);
		assertThat(Push.defaults().withBytesPerSecond(0).withFramesPerSecond(0, 0, 0).withGop(Duration.ZERO).gop())
			.isZero();
	}

	@Test
	void streamsAreInTheZoneThatIsGiven() {
		try (PiliSimulator simulator = PiliSimulator.builder().zone("na0").start()) {
			TestClient client = new TestClient(simulator);
			assertThat(client.post("/v1/streams", "{\"hub\":\"test-hub\",\"title\":\"my-title\"}").text("id"))
				.isEqualTo("na0.test-hub.my-title");
			SimulatedStream stream = simulator.stream("na0.test-hub.my-title");
			assertThat(client.get("/v1/streams/z1.test-hub.my-title").status()).isEqualTo(404);
			stream.goLive();
			assertThat(
					client.post("/v1/streams/na0.test-hub.my-title/snapshot", "{\"name\":\"a.jpg\",\"format\":\"jpg\"}")
						.text("persistentId"))
				.startsWith("na0.");
		}
	}

	@Test
	void namesOfOneLetterMakeAnId() {
		try (PiliSimulator simulator = PiliSimulator.builder().zone("z").hubs("h").start()) {
			SimulatedStream stream = simulator.defaultHub().createStream("t");
			assertThat(stream.id()).isEqualTo("z.h.t");
			assertThat(new TestClient(simulator).get("/v1/streams/z.h.t").text("id")).isEqualTo("z.h.t");
			assertThat(simulator.stream("z.h.t")).isSameAs(stream);
		}
	}

	@Test
	void streamsHaveTheSecurityThatIsGivenUnlessTheySayOtherwise() {
		try (PiliSimulator simulator = PiliSimulator.builder().publishSecurity("dynamic").start()) {
			assertThat(simulator.createStream().publishSecurity()).isEqualTo("dynamic");
			assertThat(new TestClient(simulator).post("/v1/streams", "{\"hub\":\"test-hub\"}").text("publishSecurity"))
				.isEqualTo("dynamic");
			assertThat(simulator.createStream(StreamSpec.defaults().withPublishSecurity("none")).publishSecurity())
				.isEqualTo("none");
		}
	}

	@Test
	void findsStreamsByIdAndTitle() {
		try (PiliSimulator simulator = PiliSimulator.builder().hubs("hub-one", "hub-two").start()) {
			SimulatedStream one = simulator.createStream("same-title");
			SimulatedStream two = simulator.createStream(StreamSpec.titled("same-title").inHub("hub-two"));
			assertThat(simulator.stream("same-title")).isSameAs(one);
			assertThat(simulator.stream(two.id())).isSameAs(two);
			assertThat(simulator.streams()).containsExactly(one, two);
			assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> simulator.stream("unknown"));
			assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> simulator.fop("unknown"));
			assertThatIllegalArgumentException().isThrownBy(() -> simulator.createStream("same-title"));
			assertThatIllegalArgumentException().isThrownBy(() -> simulator.createStream("abc"));
			assertThatIllegalArgumentException()
				.isThrownBy(() -> simulator.createStream(StreamSpec.defaults().inHub("unknown")));
		}
	}

	@Test
	void stubsOfTheUserWin() {
		try (PiliSimulator simulator = PiliSimulator.start()) {
			TestClient client = new TestClient(simulator);
			simulator.wireMock()
				.stubFor(WireMock.get(WireMock.urlPathEqualTo("/v1/streams"))
					.inScenario("busy")
					.whenScenarioStateIs(Scenario.STARTED)
					.willSetStateTo("over")
					.willReturn(WireMock.aResponse().withStatus(503)));
			assertThat(client.get("/v1/streams?hub=test-hub").status()).isEqualTo(503);
			assertThat(client.get("/v1/streams?hub=test-hub").status()).isEqualTo(200);
			simulator.wireMock()
				.stubFor(WireMock.any(WireMock.anyUrl())
					.willReturn(WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
			assertThatIllegalStateException().isThrownBy(() -> client.get("/v1/streams?hub=test-hub"));
			simulator.wireMock().resetAll();
			assertThat(client.get("/v1/streams?hub=test-hub").status()).isEqualTo(200);
			simulator.wireMock().resetMappings();
			assertThat(client.get("/v1/streams?hub=test-hub").status()).isEqualTo(200);
			simulator.wireMock().resetToDefaultMappings();
			assertThat(client.get("/v1/streams?hub=test-hub").status()).isEqualTo(200);
			assertThat(simulator.wireMock().getStubMappings()).hasSize(1);
		}
	}

	@Test
	void keepsAJournal() {
		try (PiliSimulator simulator = PiliSimulator.start()) {
			new TestClient(simulator).post("/v1/streams", "{\"hub\":\"test-hub\"}");
			simulator.wireMock()
				.verify(1, WireMock.postRequestedFor(WireMock.urlEqualTo("/v1/streams"))
					.withRequestBody(WireMock.equalToJson("{\"hub\":\"test-hub\"}")));
			assertThat(simulator.wireMock().findAllUnmatchedRequests()).isEmpty();
		}
	}

	@Test
	void forgetsEverythingOnReset() {
		try (PiliSimulator simulator = PiliSimulator.start()) {
			TestClient client = new TestClient(simulator);
			SimulatedStream stream = simulator.createStream();
			stream.goLive();
			simulator.wireMock().stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.serverError()));
			client.get("/v1/streams?hub=test-hub");
			simulator.wireMock().setGlobalFixedDelay(3_600_000);
			simulator.reset();
			assertThat(simulator.wireMock().getGlobalSettings().getSettings().getFixedDelay()).isNull();
			assertThat(simulator.streams()).isEmpty();
			assertThat(stream.isLive()).isFalse();
			assertThat(simulator.wireMock().getAllServeEvents()).isEmpty();
			assertThat(client.get("/v1/streams?hub=test-hub").status()).isEqualTo(200);
		}
	}

	@Test
	void leavesNoThreads() throws InterruptedException {
		PiliSimulator.start().close();
		Set<Thread> before = threads();
		try (PiliSimulator simulator = PiliSimulator.builder().fopDuration(Duration.ZERO).start()) {
			TestClient client = new TestClient(simulator);
			PushCallback callback = PushCallback.of(PushCallback.Format.GET, simulator.apiHost() + "/callback");
			SimulatedHub hub = simulator.defaultHub();
			hub.setDomain(hub.domain("publish.pili.test").withCallbacks(callback, callback));
			SimulatedStream stream = simulator.createStream();
			stream.goLive();
			client.post("/v1/streams/" + stream.id() + "/snapshot",
					"{\"name\":\"a\",\"format\":\"jpg\",\"notifyUrl\":\"" + simulator.apiHost() + "/notify\"}");
			assertThat(threads()).hasSizeGreaterThan(before.size());
		}
		Set<Thread> after = threads();
		after.removeAll(before);
		for (Thread thread : after) {
			thread.join(20_000);
		}
		assertThat(after).filteredOn(Thread::isAlive).isEmpty();
	}

	@Test
	void leavesNoThreadsWhenThePortIsTaken() throws IOException {
		PiliSimulator.start().close();
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			Set<Thread> before = threads();
			PiliSimulatorBuilder builder = PiliSimulator.builder().port(socket.getLocalPort());
			assertThatExceptionOfType(RuntimeException.class).isThrownBy(builder::start);
			assertThat(threads()).isSubsetOf(before);
		}
	}

	@Test
	void canBeClosedTwice() {
		PiliSimulator simulator = PiliSimulator.start();
		simulator.close();
		simulator.close();
		assertThat(simulator.toString()).contains("127.0.0.1");
	}

	private static Set<Thread> threads() {
		Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
		threads.removeIf((thread) -> thread.getName().startsWith("HttpClient-"));
		return threads;
	}

}
