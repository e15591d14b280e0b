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

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import io.pilispring.ApiCall;
import io.pilispring.HttpLibrary;
import io.pilispring.PiliException;
import io.pilispring.PiliServer;
import io.pilispring.PiliTimeoutException;
import io.pilispring.RawServer;
import io.pilispring.internal.WireJson;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.transport.PiliTransport;
import io.pilispring.v2.LiveCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Secrets are in nothing that is printed, with every logger at its finest. The one
 * exception are loggers whose very purpose is to show what goes over the wire: they show
 * signatures, and publish keys in bodies, but never the secret key, which is never sent.
 */
class SecretsTests {

	private static final String SECRET_KEY = PiliServer.SECRET_KEY;

	private static final List<String> SENT_SECRETS = List.of("new_secret_words", Streams.PUBLISH_KEY,
			"Qiniu " + PiliServer.ACCESS_KEY + ":");

	// Off unless an application sets them to DEBUG or finer
	private static final Set<String> WIRE_LOGGERS = Set.of("org.apache.hc.client5.http.headers",
			"org.apache.hc.client5.http.wire", "org.eclipse.jetty.client.transport.HttpSender",
			"org.eclipse.jetty.client.transport.internal.HttpSenderOverHTTP", "org.eclipse.jetty.io.WriteFlusher",
			"org.eclipse.jetty.http.HttpGenerator", "sun.net.www.protocol.http.HttpURLConnection");

	@RegisterExtension
	final PiliServer pili = new PiliServer();

	private final Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory())
		.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final java.util.logging.Logger julRoot = LogManager.getLogManager().getLogger("");

	private final java.util.logging.Logger julUrlConnection = java.util.logging.Logger
		.getLogger("sun.net.www.protocol.http.HttpURLConnection");

	private final Log log = new Log();

	private final List<Appender<ILoggingEvent>> otherAppenders = new ArrayList<>();

	private Level level;

	@BeforeEach
	void logEverythingHere() {
		this.level = this.root.getLevel();
		this.root.iteratorForAppenders().forEachRemaining(this.otherAppenders::add);
		this.otherAppenders.forEach(this.root::detachAppender);
		this.log.setContext(this.root.getLoggerContext());
		this.log.start();
		this.root.addAppender(this.log);
		this.root.setLevel(Level.TRACE);
		this.julRoot.addHandler(this.log.handler);
		this.julUrlConnection.setLevel(java.util.logging.Level.ALL);
	}

	@AfterEach
	void logAsBefore() {
		this.julUrlConnection.setLevel(null);
		this.julRoot.removeHandler(this.log.handler);
		this.root.setLevel(this.level);
		this.root.detachAppender(this.log);
		this.otherAppenders.forEach(this.root::addAppender);
	}

	@ParameterizedTest
	@EnumSource(HttpLibrary.class)
	void callsShowNoSecret(HttpLibrary library) throws IOException {
		PiliTransport transport = library.transport(this.pili);
		for (ApiCall call : ApiCall.all()) {
			this.pili.answer(200,
					(call instanceof LiveCall && call.readsABareList()) ? "[" + Streams.JSON + "]" : Streams.JSON);
			assertThat(String.valueOf(run(library, call, transport))).doesNotContain(SECRET_KEY)
				.doesNotContain(SENT_SECRETS);
			for (int status : List.of(401, 404, 500)) {
				this.pili.answer(status, Streams.JSON);
				failsWithoutSecret(call, transport);
			}
			this.pili.answer(200, Streams.JSON.replace("false", "\"perhaps\"") + "}");
			failsWithoutSecret(call, transport);
			this.pili.answer(WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
			failsWithoutSecret(call, transport);
		}
		failsWithoutSecret(Call.UPDATE,
				PiliServer.transportBuilder(hostWhereNobodyListens()).requestFactory(library.requestFactory()).build());
		try (RawServer server = RawServer.thatFallsSilentAfter("")) {
			failsWithoutSecret(Call.UPDATE,
					PiliServer.transportBuilder(server.host())
						.requestFactory(library.impatientRequestFactory())
						.build());
		}
		this.log.hasNoSecret();
	}

	// With everything logged, Jetty's client once missed the end of a response
	private static Object run(HttpLibrary library, ApiCall call, PiliTransport transport) {
		try {
			return call.run(transport);
		}
		catch (PiliTimeoutException ex) {
			assertThat(library).as(() -> Throwables.getStackTrace(ex)).isEqualTo(HttpLibrary.JETTY);
			assertThat(Throwables.getStackTrace(ex)).doesNotContain(SECRET_KEY).doesNotContain(SENT_SECRETS);
			return call.run(transport);
		}
	}

	private static String hostWhereNobodyListens() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return "http://127.0.0.1:" + socket.getLocalPort();
		}
	}

	private static void failsWithoutSecret(ApiCall call, PiliTransport transport) {
		Throwable failure = catchThrowable(() -> call.run(transport));
		if (failure != null) {
			assertThat(failure).isInstanceOf(PiliException.class);
			assertThat(Throwables.getStackTrace(failure)).doesNotContain(SECRET_KEY).doesNotContain(SENT_SECRETS);
		}
	}

	@Test
	void refusedArgumentsShowNoSecret() {
		PiliStream stream = Streams.of(HttpLibrary.SIMPLE.transport(this.pili));
		assertThat(catchThrowable(() -> stream.update((spec) -> spec.publishKey("new_secret_words\n"))))
			.hasMessageNotContaining("new_secret_words");
		assertThat(catchThrowable(() -> Streams.secured("expiry").rtmpPublishUrl()))
			.hasMessageNotContaining(Streams.PUBLISH_KEY);
		this.log.hasNoSecret();
	}

	@Test
	void actuatorShowsNoSecret() {
		this.pili.answer(200, "{\"items\":[" + Streams.JSON + "]}");
		new ApplicationContextRunner().withUserConfiguration(Application.class)
			.withBean(LoggingSystem.class, () -> LoggingSystem.get(getClass().getClassLoader()))
			.withPropertyValues("pili.access-key=" + PiliServer.ACCESS_KEY, "pili.secret-key=" + SECRET_KEY,
					"pili.hub=" + PiliServer.HUB, "pili.api-host=" + this.pili.host(), "pili.monitor.connected=true",
					"spring.jmx.enabled=true", "spring.jmx.unique-names=true",
					"management.endpoints.jmx.exposure.include=*", "management.endpoints.web.exposure.include=*",
					"management.endpoint.env.show-values=always", "management.endpoint.configprops.show-values=always",
					"management.endpoint.health.show-details=always")
			.run((context) -> {
				assertThat(context).hasNotFailed().hasSingleBean(PiliMonitor.class);
				Set<String> ids = new TreeSet<>();
				for (Object endpoint : context.getBeansWithAnnotation(Endpoint.class).values()) {
					String id = endpoint.getClass().getAnnotation(Endpoint.class).id();
					for (Method method : endpoint.getClass().getMethods()) {
						if (method.isAnnotationPresent(ReadOperation.class)) {
							ids.add(id);
							assertThat(shown(endpoint, method)).as(id)
								.doesNotContain(SECRET_KEY)
								.doesNotContain(SENT_SECRETS);
						}
					}
				}
				assertThat(ids).contains("beans", "conditions", "configprops", "env", "health", "loggers", "metrics",
						"pili", "threaddump");
				for (String bean : context.getBeanDefinitionNames()) {
					if (bean.startsWith("pili")) {
						assertThat(context.getBean(bean).toString()).doesNotContain(SECRET_KEY);
					}
				}
			});
		this.log.hasNoSecret();
	}

	private static String shown(Object endpoint, Method method) throws Exception {
		if (Arrays.stream(method.getParameterTypes()).anyMatch(Class::isPrimitive)) {
			return "";
		}
		Object[] arguments = new Object[method.getParameterCount()];
		if (method.isVarArgs()) {
			arguments[arguments.length - 1] = new String[0];
		}
		try {
			method.setAccessible(true);
			Object value = method.invoke(endpoint, arguments);
			return JsonMapper.builder()
				.disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
				.build()
				.writeValueAsString(value);
		}
		catch (InvocationTargetException ex) {
			// An operation that needs its argument
			return String.valueOf(ex.getCause());
		}
	}

	@Test
	void bodiesAndAnswersAreDescribedWithoutPublishKey() {
		CreateStreamSpec create = new CreateStreamSpec().publishKey(Streams.PUBLISH_KEY).title("title");
		UpdateStreamSpec update = new UpdateStreamSpec().publishKey(Streams.PUBLISH_KEY);
		StreamDocument document = WireJson.read(Streams.JSON, StreamDocument.class);
		StreamPage page = new StreamPage(List.of(Streams.of(Streams.JSON)), null);
		for (Object value : List.of(create, create.toBody("hub"), update, update.toBody(), document, document.fields(),
				page, new StreamsApi.Page(null, false, Collections.singletonList(document)))) {
			assertThat(value.toString()).as(value.getClass().getName()).doesNotContain(Streams.PUBLISH_KEY);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	/**
	 * All that was logged, by logger.
	 */
	private static final class Log extends UnsynchronizedAppenderBase<ILoggingEvent> {

		private final Map<String, StringBuffer> texts = new ConcurrentHashMap<>();

		private final Handler handler = new Handler() {

			@Override
			public void publish(LogRecord record) {
				add(String.valueOf(record.getLoggerName()), record.getMessage() + record.getThrown());
			}

			@Override
			public void flush() {
			}

			@Override
			public void close() {
			}

		};

		// Without a lock: what is logged may take one of its own to become text
		@Override
		protected void append(ILoggingEvent event) {
			add(event.getLoggerName(), event.getFormattedMessage() + ((event.getThrowableProxy() != null)
					? ThrowableProxyUtil.asString(event.getThrowableProxy()) : ""));
		}

		private void add(String logger, String text) {
			this.texts.computeIfAbsent(logger, (name) -> new StringBuffer()).append(text).append('\n');
		}

		void hasNoSecret() {
			assertThat(loggersThatShow(List.of(SECRET_KEY))).isEmpty();
			assertThat(WIRE_LOGGERS).containsAll(loggersThatShow(SENT_SECRETS));
		}

		private Set<String> loggersThatShow(List<String> secrets) {
			return this.texts.entrySet()
				.stream()
				.filter((entry) -> secrets.stream().anyMatch((secret) -> entry.getValue().indexOf(secret) >= 0))
				.map(Map.Entry::getKey)
				.collect(Collectors.toSet());
		}

	}

}
