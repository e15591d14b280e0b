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

package io.pilispring.simulator.autoconfigure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.autoconfigure.http.PiliHttpAutoConfiguration;
import io.pilispring.autoconfigure.hubs.PiliAutoConfiguration;
import io.pilispring.autoconfigure.v1.PiliHubAutoConfiguration;
import io.pilispring.simulator.FopCode;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.PiliSimulatorBuilder;
import io.pilispring.simulator.SimulatedStream;
import io.pilispring.simulator.V2Responses;
import io.pilispring.v1.PiliHub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for {@link PiliSimulatorProperties} and the properties of the application that
 * apply to the simulator.
 */
@ExtendWith(OutputCaptureExtension.class)
class PiliSimulatorPropertiesTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(PiliSimulatorConfiguration.class)
		.withConfiguration(AutoConfigurations.of(PiliSimulatorAutoConfiguration.class, PiliAutoConfiguration.class,
				PiliHttpAutoConfiguration.class, PiliHubAutoConfiguration.class));

	@Test
	void defaultsAreThoseOfTheBuilder() {
		this.contextRunner.run((context) -> {
			PiliSimulator configured = context.getBean(PiliSimulator.class);
			try (PiliSimulator plain = PiliSimulator.start()) {
				assertThat(configured.hubs()).isEqualTo(plain.hubs());
				assertThat(configured.accessKey()).isEqualTo(plain.accessKey());
				assertThat(configured.secretKey()).isEqualTo(plain.secretKey());
				assertThat(configured.createStream("my-title").id()).isEqualTo(plain.createStream("my-title").id());
				assertThat(configured.createStream().publishSecurity())
					.isEqualTo(plain.createStream().publishSecurity());
			}
		});
	}

	@Test
	void defaultsAreThoseOfPili() {
		PiliSimulatorProperties properties = new PiliSimulatorProperties();
		assertThat(properties.isBatchCall()).isTrue();
		PiliSimulatorV2Properties v2 = properties.getV2();
		assertThat(V2Responses.defaults()).isEqualTo(new V2Responses(v2.isZerosWhenNotLive(),
				v2.getUnknownStreamStatus(), v2.isEmptyBodies(), v2.isNullItems()));
		properties.setHubs(List.of("one"));
		assertThat(properties.getHubs()).containsExactly("one");
	}

	@Test
	void everythingCanBeSet() throws IOException {
		int port = freePort();
		this.contextRunner
			.withPropertyValues("pili.simulator.hubs=one,two", "pili.simulator.zone=na0", "pili.simulator.port=" + port,
					"pili.simulator.publish-security=expiry_sk", "pili.simulator.hosts-generation=b",
					"pili.simulator.profiles=480p,720p", "pili.simulator.fop-duration=0s",
					"pili.simulator.batch-call=false", "pili.simulator.address=0.0.0.0",
					"pili.simulator.allowed-hosts=pili.example.com")
			.run((context) -> {
				PiliSimulator simulator = context.getBean(PiliSimulator.class);
				assertThat(simulator.hubs()).containsExactly("one", "two");
				assertThat(simulator.isAllowedHost("pili.example.com")).isTrue();
				assertThat(simulator.isAllowedHost("pili-simulator")).isTrue();
				assertThat(URI.create(simulator.apiHost()).getPort()).isEqualTo(port);
				PiliHub hub = context.getBean(PiliHub.class);
				JsonNode stream = JSON.readTree(hub.createStream((create) -> create.title("my-title")).toJsonString());
				assertThat(stream.get("id").stringValue()).isEqualTo("na0.one.my-title");
				assertThat(stream.get("publishSecurity").stringValue()).isEqualTo("expiry_sk");
				assertThat(stream.get("profiles").toString()).isEqualTo("[\"480p\",\"720p\"]");
				assertThat(stream.get("hosts").get("live").propertyNames()).containsExactlyInAnyOrder("http", "rtmp");
				simulator.stream("my-title").goLive();
				String fop = hub.getStream("na0.one.my-title")
					.snapshot((snapshot) -> snapshot.name("a.jpg").format("jpg"))
					.persistentId();
				assertThat(simulator.fop(fop).code()).isEqualTo(FopCode.DONE);
				assertThat(hub.statuses(List.of("na0.one.my-title")).get("na0.one.my-title").connected()).isTrue();
				assertThat(simulator.wireMock().getAllServeEvents()).extracting((event) -> event.getRequest().getUrl())
					.contains("/v1/statuses", "/v1/streams/na0.one.my-title/status");
			});
	}

	@Test
	void everythingOfVersion2CanBeSet() throws Exception {
		this.contextRunner
			.withPropertyValues("pili.simulator.v2.publish-security=static", "pili.simulator.v2.publish-key=my-key",
					"pili.simulator.v2.pipelines=p1", "pili.simulator.v2.zeros-when-not-live=true",
					"pili.simulator.v2.unknown-stream-status=404", "pili.simulator.v2.empty-bodies=true",
					"pili.simulator.v2.null-items=true")
			.run((context) -> {
				PiliSimulator simulator = context.getBean(PiliSimulator.class);
				assertThat(simulator.defaultHub().publishSecurity()).isEqualTo("static");
				assertThat(simulator.publish("rtmp://publish.pili.test/test-hub/room?key=my-key").accepted()).isTrue();
				simulator.stream("room").goOffline();
				String room = "/v2/hubs/test-hub/streams/cm9vbQ==";
				assertThat(exchange(simulator, "GET", room + "/live", null).body()).contains("\"startAt\":0");
				assertThat(exchange(simulator, "GET", "/v2/hubs/test-hub/streams/YQ==/live", null).statusCode())
					.isEqualTo(404);
				assertThat(exchange(simulator, "POST", room + "/disabled", "{}").body()).isEmpty();
				assertThat(exchange(simulator, "GET", "/v2/hubs/test-hub/streams?prefix=x", null).body())
					.contains("\"items\":null");
				simulator.stream("room").record(Instant.EPOCH, Instant.EPOCH.plusSeconds(9));
				assertThat(exchange(simulator, "POST", room + "/saveas", "{\"pipeline\":\"p1\"}").statusCode())
					.isEqualTo(200);
				assertThat(exchange(simulator, "POST", room + "/saveas", "{\"pipeline\":\"p2\"}").body())
					.contains("no such pipeline");
			});
	}

	private static HttpResponse<String> exchange(PiliSimulator simulator, String method, String target, String body)
			throws Exception {
		String data = method + " " + target + "\nHost: " + URI.create(simulator.apiHost()).getAuthority()
				+ ((body != null) ? "\nContent-Type: application/json" : "") + "\n\n" + ((body != null) ? body : "");
		Mac mac = Mac.getInstance("HmacSHA1");
		mac.init(new SecretKeySpec(simulator.secretKey().getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
		String signature = Base64.getUrlEncoder().encodeToString(mac.doFinal(data.getBytes(StandardCharsets.UTF_8)));
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.apiHost() + target))
			.header("Authorization", "Qiniu " + simulator.accessKey() + ":" + signature)
			.method(method,
					(body != null) ? HttpRequest.BodyPublishers.ofString(body) : HttpRequest.BodyPublishers.noBody());
		if (body != null) {
			request.header("Content-Type", "application/json");
		}
		return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	@Test
	void hubAndKeysOfTheApplicationAreThoseOfTheSimulator() {
		this.contextRunner
			.withPropertyValues("pili.hub=my-hub", "pili.access-key=my-ak", "pili.secret-key=my-sk",
					"pili.simulator.hubs=more,my-hub")
			.run((context) -> {
				PiliSimulator simulator = context.getBean(PiliSimulator.class);
				assertThat(simulator.hubs()).containsExactly("my-hub", "more");
				assertThat(simulator.accessKey()).isEqualTo("my-ak");
				assertThat(simulator.secretKey()).isEqualTo("my-sk");
				assertThat(context.getBean(PiliConnectionDetails.class).getHub()).isEqualTo("my-hub");
				SimulatedStream stream = simulator
					.stream(context.getBean(PiliHub.class).createStream((create) -> create.title("my-title")).id());
				assertThat(stream.id()).isEqualTo("z1.my-hub.my-title");
			});
	}

	@Test
	void whatTheApplicationDoesNotSayIsTheSimulatorsOwn() {
		this.contextRunner.withPropertyValues("pili.access-key=my-ak").run((context) -> {
			PiliSimulator simulator = context.getBean(PiliSimulator.class);
			assertThat(simulator.accessKey()).isEqualTo("my-ak");
			assertThat(simulator.secretKey()).isEqualTo(PiliSimulatorBuilder.DEFAULT_SECRET_KEY);
			assertThat(simulator.hub()).isEqualTo(PiliSimulatorBuilder.DEFAULT_HUB);
			assertThat(context.getBean(PiliHub.class).createStream().hub()).isEqualTo(simulator.hub());
		});
	}

	@Test
	void keysThatOnlyAnotherMachineHasAreNotNeeded() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(PiliSimulatorConfiguration.class, PiliSimulatorAutoConfiguration.class))
			.withPropertyValues("pili.access-key=${NOBODY_SETS_THIS}", "pili.secret-key=${NOBODY_SETS_THIS}",
					"pili.hub=${NOBODY_SETS_THIS:}")
			.run((context) -> {
				PiliSimulator simulator = context.getBean(PiliSimulator.class);
				assertThat(simulator.accessKey()).isEqualTo(PiliSimulatorBuilder.DEFAULT_ACCESS_KEY);
				assertThat(simulator.secretKey()).isEqualTo(PiliSimulatorBuilder.DEFAULT_SECRET_KEY);
				assertThat(simulator.hub()).isEqualTo(PiliSimulatorBuilder.DEFAULT_HUB);
			});
	}

	@ParameterizedTest
	@CsvSource({ "pili.hub,my hub", "pili.access-key,a:b", "pili.simulator.hubs,a.b", "pili.simulator.zone,z.1",
			"pili.simulator.zone,''", "pili.simulator.port,65536", "pili.simulator.port,-1", "pili.simulator.port,x",
			"pili.simulator.publish-security,Static", "pili.simulator.publish-security,''",
			"pili.simulator.hosts-generation,e", "pili.simulator.profiles,a@b", "pili.simulator.fop-duration,-1s",
			"pili.simulator.fop-duration,x", "pili.simulator.batch-call,perhaps",
			"pili.simulator.v2.publish-security,md5", "pili.simulator.v2.publish-key,' '",
			"pili.simulator.v2.pipelines,' , '", "pili.simulator.v2.unknown-stream-status,200",
			"pili.simulator.v2.null-items,perhaps" })
	void wrongValueEndsTheStartWithTheNameOfTheProperty(String name, String value, CapturedOutput output) {
		assertThatException().isThrownBy(() -> start("--" + name + "=" + value));
		assertThat(explanation(output)).contains(name);
	}

	@Test
	void wrongSecretKeyEndsTheStartWithTheNameOfThePropertyAlone(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start("--pili.secret-key=top\u0007secret"));
		assertThat(explanation(output)).contains("'pili.secret-key'").doesNotContain("secret\n", "top");
		assertThat(output.getAll()).doesNotContain("top\u0007secret");
	}

	@Test
	void portThatIsTakenEndsTheStartWithTheNameOfTheProperty(CapturedOutput output) throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			assertThatException().isThrownBy(() -> start("--pili.simulator.port=" + taken.getLocalPort()));
			assertThat(explanation(output)).contains("'pili.simulator.port'", "127.0.0.1:" + taken.getLocalPort());
		}
	}

	@Test
	void builderCanBeInjectedForASimulatorOfOnesOwn() {
		new ApplicationContextRunner().withUserConfiguration(OwnClock.class, PiliSimulatorConfiguration.class)
			.withConfiguration(AutoConfigurations.of(PiliSimulatorAutoConfiguration.class, PiliAutoConfiguration.class,
					PiliHttpAutoConfiguration.class, PiliHubAutoConfiguration.class))
			.withPropertyValues("pili.hub=my-hub", "pili.simulator.zone=na0")
			.run((context) -> {
				PiliSimulator simulator = context.getBean(PiliSimulator.class);
				simulator.createStream("my-title");
				assertThat(context.getBean(PiliHub.class).getStream("na0.my-hub.my-title").createdAt())
					.isEqualTo(OwnClock.NOW);
				assertThat(context.getBean(PiliSimulatorBuilder.class))
					.isNotSameAs(context.getBean(PiliSimulatorBuilder.class));
			});
	}

	@ParameterizedTest
	@CsvSource({ "second,second", "unknown,first" })
	void hubOfTheApplicationIsUsedWhereASimulatorOfOnesOwnHasIt(String configured, String used) {
		new ApplicationContextRunner().withUserConfiguration(TwoHubs.class)
			.withConfiguration(AutoConfigurations.of(PiliSimulatorAutoConfiguration.class, PiliAutoConfiguration.class,
					PiliHttpAutoConfiguration.class, PiliHubAutoConfiguration.class))
			.withPropertyValues("pili.hub=" + configured)
			.run((context) -> assertThat(context.getBean(PiliHub.class).name()).isEqualTo(used));
	}

	@Test
	void everyPropertyIsDescribed() throws IOException {
		JsonNode metadata = JSON
			.readTree(new ClassPathResource("META-INF/spring-configuration-metadata.json").getInputStream());
		List<String> names = new ArrayList<>();
		for (JsonNode property : metadata.get("properties")) {
			names.add(property.get("name").stringValue());
			assertThat(property.get("description").stringValue()).as(property.toString()).endsWith(".");
		}
		assertThat(names).containsExactlyInAnyOrder("pili.simulator.hubs", "pili.simulator.zone",
				"pili.simulator.address", "pili.simulator.port", "pili.simulator.allowed-hosts",
				"pili.simulator.publish-security", "pili.simulator.hosts-generation", "pili.simulator.profiles",
				"pili.simulator.development-profiles", "pili.simulator.fop-duration", "pili.simulator.batch-call",
				"pili.simulator.v2.publish-security", "pili.simulator.v2.publish-key", "pili.simulator.v2.pipelines",
				"pili.simulator.v2.zeros-when-not-live", "pili.simulator.v2.unknown-stream-status",
				"pili.simulator.v2.empty-bodies", "pili.simulator.v2.null-items");
	}

	private static void start(String argument) {
		new SpringApplicationBuilder(Application.class).run("--spring.main.banner-mode=off", argument).close();
	}

	private static String explanation(CapturedOutput output) {
		assertThat(output.getAll()).contains("APPLICATION FAILED TO START");
		return output.getAll().substring(output.getAll().indexOf("APPLICATION FAILED TO START"));
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			return socket.getLocalPort();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application extends PiliSimulatorConfiguration {

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnClock {

		static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

		@Bean
		PiliSimulator ownSimulator(PiliSimulatorBuilder builder) {
			return builder.clock(InstantSource.fixed(NOW)).fopDuration(Duration.ZERO).start();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoHubs {

		@Bean
		PiliSimulator ownSimulator() {
			return PiliSimulator.builder().hubs("first", "second").start();
		}

	}

}
