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

package io.pilispring.autoconfigure.callback;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.server.WebHandler;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

import io.pilispring.autoconfigure.PiliPropertiesException;
import io.pilispring.autoconfigure.http.PiliHttpAutoConfiguration;
import io.pilispring.autoconfigure.hubs.PiliAutoConfiguration;
import io.pilispring.autoconfigure.monitor.PiliMonitorAutoConfiguration;
import io.pilispring.autoconfigure.v2.LiveHubAutoConfiguration;
import io.pilispring.autoconfigure.v2.LiveHubMonitorAutoConfiguration;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.monitor.StreamConnectedEvent;
import io.pilispring.monitor.StreamEvent;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.signing.RequestSigner;
import io.pilispring.v2.callback.PushCallbackReceiver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PiliCallbackAutoConfiguration}.
 */
class PiliCallbackAutoConfigurationTests {

	private static final AutoConfigurations AUTO_CONFIGURATIONS = AutoConfigurations.of(PiliAutoConfiguration.class,
			PiliHttpAutoConfiguration.class, LiveHubAutoConfiguration.class, LiveHubMonitorAutoConfiguration.class,
			PiliMonitorAutoConfiguration.class, PiliCallbackAutoConfiguration.class);

	private static final String[] PROPERTIES = { "pili.access-key=ak", "pili.secret-key=sk", "pili.hub=my-hub",
			"pili.api-version=v2", "pili.monitor.auto-startup=false", "pili.callbacks.enabled=true" };

	private static final String QUERY = "title=room&status=connected";

	private final List<StreamEvent> events = new CopyOnWriteArrayList<>();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AUTO_CONFIGURATIONS)
		.withPropertyValues(PROPERTIES)
		.withBean("listener", ApplicationListener.class, this::listener);

	private ApplicationListener<PayloadApplicationEvent<?>> listener() {
		return (event) -> {
			if (event.getPayload() instanceof StreamEvent stream) {
				this.events.add(stream);
			}
		};
	}

	@Test
	void offByDefault() {
		this.runner.withPropertyValues("pili.callbacks.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(PushCallbackReceiver.class)
				.doesNotHaveBean(SimpleUrlHandlerMapping.class));
	}

	@Test
	void signedCallbackIsPublishedOnce() {
		this.runner.run((context) -> {
			assertThat(get(context, "/pili/callbacks", "ak")).isEqualTo(200);
			assertThat(get(context, "/pili/callbacks", "ak")).isEqualTo(200);
			assertThat(this.events).singleElement().satisfies((event) -> {
				assertThat(event).isInstanceOf(StreamConnectedEvent.class);
				assertThat(event.hubKey()).isEqualTo("piliHub");
				assertThat(event.stream().id()).isEqualTo("room");
			});
			assertThat(context.getBean(PiliMonitor.class)
				.report("piliHub", "room", this.events.get(0).stream().measurement())).isFalse();
		});
	}

	@Test
	void callbackIsPublishedWithoutAMonitorToo() {
		this.runner.withPropertyValues("pili.monitor.enabled=false").run((context) -> {
			assertThat(context).doesNotHaveBean(PiliMonitor.class);
			assertThat(get(context, "/pili/callbacks", "ak")).isEqualTo(200);
			assertThat(get(context, "/pili/callbacks", "ak")).isEqualTo(200);
			assertThat(this.events).hasSize(1);
		});
	}

	@Test
	void otherKeysAreRefused() {
		this.runner.run((context) -> {
			assertThat(get(context, "/pili/callbacks", "other")).isEqualTo(401);
			assertThat(this.events).isEmpty();
		});
	}

	@Test
	void everyHubHasItsPathAndItsKeys() {
		this.runner
			.withPropertyValues("pili.hubs.partner.hub=p", "pili.hubs.partner.access-key=partner",
					"pili.hubs.partner.secret-key=sk", "pili.hubs.old.hub=o", "pili.hubs.old.api-version=v1")
			.run((context) -> {
				assertThat(get(context, "/pili/callbacks/partner", "ak")).isEqualTo(401);
				assertThat(get(context, "/pili/callbacks/partner", "partner")).isEqualTo(200);
				assertThat(get(context, "/pili/callbacks/piliHub", "ak")).isEqualTo(200);
				assertThat(get(context, "/pili/callbacks/old", "ak")).isEqualTo(404);
				assertThat(get(context, "/pili/callbacks/nobody", "ak")).isEqualTo(404);
				assertThat(this.events).extracting(StreamEvent::hubKey).containsExactly("partner", "piliHub");
			});
	}

	@Test
	void onlyHubNeedsNoKeyInThePath() {
		new WebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues("pili.access-key=ak", "pili.secret-key=sk", "pili.hubs.only.hub=h",
					"pili.hubs.only.api-version=v2", "pili.callbacks.enabled=true", "pili.monitor.auto-startup=false")
			.run((context) -> assertThat(get(context, "/pili/callbacks", "ak")).isEqualTo(200));
	}

	@Test
	void publicAddressIsWhatIsSigned() {
		this.runner
			.withPropertyValues("pili.callbacks.base-url=https://app.example.com:8443/ctx/",
					"pili.callbacks.path=/hook")
			.run((context) -> {
				MockHttpServletRequest request = new MockHttpServletRequest("GET", "/inner/hook");
				request.setContextPath("/inner");
				request.setQueryString(QUERY);
				request.addHeader("Host", "internal:8080");
				request.addHeader("Authorization",
						sign("ak", "GET", "/ctx/hook?" + QUERY, "app.example.com:8443", null, ""));
				assertThat(handle(context, request)).isEqualTo(200);
				assertThat(this.events).hasSize(1);
			});
	}

	@Test
	void formsAndDatesAreTaken() {
		this.runner.run((context) -> {
			MockHttpServletRequest request = new MockHttpServletRequest("POST", "/pili/callbacks");
			request.addHeader("Host", "app.example.com");
			request.setContentType("application/x-www-form-urlencoded");
			request.addHeader("X-Qiniu-Date", "20260801T120000Z");
			request.setContent(QUERY.getBytes());
			request.addHeader("Authorization",
					RequestSigner.authorization(PiliCredentials.of("ak", "sk"), "POST", "/pili/callbacks",
							"app.example.com", "application/x-www-form-urlencoded",
							Map.of("X-Qiniu-Date", "20260801T120000Z"), QUERY.getBytes()));
			assertThat(handle(context, request)).isEqualTo(200);
			assertThat(this.events).hasSize(1);
		});
	}

	@Test
	void methodsAndSizesAreLimited() {
		this.runner.withPropertyValues("pili.callbacks.max-size=10B").run((context) -> {
			MockHttpServletRequest put = new MockHttpServletRequest("PUT", "/pili/callbacks");
			MockHttpServletResponse response = new MockHttpServletResponse();
			assertThat(handle(context, put, response)).isEqualTo(405);
			assertThat(response.getHeader("Allow")).isEqualTo("GET,POST");
			MockHttpServletRequest large = new MockHttpServletRequest("POST", "/pili/callbacks");
			large.setContent(new byte[11]);
			assertThat(handle(context, large)).isEqualTo(413);
			MockHttpServletRequest unknownLength = new MockHttpServletRequest("POST", "/pili/callbacks") {

				@Override
				public long getContentLengthLong() {
					return -1;
				}

			};
			unknownLength.setContent(new byte[11]);
			assertThat(handle(context, unknownLength)).isEqualTo(413);
		});
	}

	@Test
	void webFluxReceivesThemToo() {
		new ReactiveWebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues(PROPERTIES)
			.withPropertyValues("pili.callbacks.max-size=60B")
			.withBean("listener", ApplicationListener.class, this::listener)
			.run((context) -> {
				String target = "/pili/callbacks?" + QUERY;
				assertThat(exchange(context,
						MockServerHttpRequest.get(target)
							.header("Host", "app.example.com")
							.header("Authorization", sign("ak", "GET", target, "app.example.com", null, ""))
							.build()))
					.isEqualTo(HttpStatus.OK);
				String json = "{\"title\":\"room\",\"status\":\"disconnected\"}";
				assertThat(exchange(context, MockServerHttpRequest.post("/pili/callbacks/piliHub")
					.header("Host", "app.example.com")
					.header("Content-Type", "application/json")
					.header("Authorization",
							sign("ak", "POST", "/pili/callbacks/piliHub", "app.example.com", "application/json", json))
					.body(json))).isEqualTo(HttpStatus.OK);
				assertThat(exchange(context, MockServerHttpRequest.get(target).header("Host", "other").build()))
					.isEqualTo(HttpStatus.UNAUTHORIZED);
				assertThat(exchange(context, MockServerHttpRequest.delete("/pili/callbacks").build()))
					.isEqualTo(HttpStatus.METHOD_NOT_ALLOWED);
				assertThat(exchange(context, MockServerHttpRequest.post("/pili/callbacks").body("x".repeat(61))))
					.isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
				assertThat(exchange(context, MockServerHttpRequest.get("/pili/callbacks/nobody").build()))
					.isEqualTo(HttpStatus.NOT_FOUND);
				assertThat(this.events).hasSize(2);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "pili.callbacks.path=hooks", "pili.callbacks.path=/a b", "pili.callbacks.path=/**",
			"pili.callbacks.base-url=ftp://h", "pili.callbacks.base-url=https://user:hush@h",
			"pili.callbacks.base-url=https://h?x", "pili.callbacks.max-size=0B", "pili.callbacks.max-size=9MB",
			"pili.callbacks.fields.title=" })
	void valueThatIsNotValidEndsTheStart(String property) {
		this.runner.withPropertyValues(property)
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.isInstanceOf(PiliPropertiesException.class)
				.hasMessageContaining("'" + property.substring(0, property.indexOf('=')) + "' must")
				.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("hush")));
	}

	@Test
	void withoutAHubOfVersionTwoTheStartEndsWithTheReason() {
		this.runner.withPropertyValues("pili.api-version=v1")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.isInstanceOf(PiliPropertiesException.class)
				.hasMessageContaining("no hub has version 'v2'"));
	}

	@Test
	void withoutWebApplicationTheStartEndsWithTheReason() {
		new ApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues(PROPERTIES)
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.isInstanceOf(PiliPropertiesException.class)
				.hasMessageContaining("nothing would receive callbacks"));
	}

	@Test
	void nothingConfiguredBacksOff() {
		new WebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues("pili.callbacks.enabled=true")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(PushCallbackReceiver.class));
	}

	private static int get(ApplicationContext context, String path, String accessKey) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		request.setQueryString(QUERY);
		request.addHeader("Host", "app.example.com");
		request.addHeader("Authorization", sign(accessKey, "GET", path + "?" + QUERY, "app.example.com", null, ""));
		return handle(context, request);
	}

	private static String sign(String accessKey, String method, String target, String host, String type, String body) {
		return RequestSigner.authorization(PiliCredentials.of(accessKey, "sk"), method, target, host, type,
				body.getBytes(StandardCharsets.UTF_8));
	}

	private static int handle(ApplicationContext context, MockHttpServletRequest request) throws Exception {
		return handle(context, request, new MockHttpServletResponse());
	}

	private static int handle(ApplicationContext context, MockHttpServletRequest request,
			MockHttpServletResponse response) throws Exception {
		HandlerExecutionChain handler = context.getBean(SimpleUrlHandlerMapping.class).getHandler(request);
		assertThat(handler).isNotNull();
		((HttpRequestHandler) handler.getHandler()).handleRequest(request, response);
		return response.getStatus();
	}

	private static Object exchange(ApplicationContext context, MockServerHttpRequest request) {
		MockServerWebExchange exchange = MockServerWebExchange.from(request);
		WebHandler handler = (WebHandler) context
			.getBean(org.springframework.web.reactive.handler.SimpleUrlHandlerMapping.class)
			.getHandler(exchange)
			.block();
		assertThat(handler).isNotNull();
		handler.handle(exchange).block();
		return exchange.getResponse().getStatusCode();
	}

}
