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

package io.pilispring;

import java.util.Locale;
import java.util.function.Supplier;

import org.mockito.Answers;
import org.mockito.ArgumentCaptor;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;

import io.pilispring.autoconfigure.PiliTransportConfigurer;
import io.pilispring.autoconfigure.http.PiliHttpAutoConfiguration;
import io.pilispring.autoconfigure.hubs.PiliAutoConfiguration;
import io.pilispring.transport.PiliTransport;
import io.pilispring.transport.PiliTransportBuilder;
import io.pilispring.v1.PiliHub;

import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.atMostOnce;
import static org.mockito.Mockito.mock;

/**
 * The HTTP clients that an application may have, each as it is auto-configured, for as
 * long as the tests run.
 */
public enum HttpLibrary {

	HTTP_COMPONENTS,

	JETTY,

	REACTOR,

	JDK,

	SIMPLE;

	private final ClientHttpRequestFactory patient = requestFactory("20s");

	private final ClientHttpRequestFactory impatient = requestFactory("250ms");

	@SuppressWarnings({ "resource", "unchecked" })
	private ClientHttpRequestFactory requestFactory(String readTimeout) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		TestPropertyValues
			.of("spring.http.clients.imperative.factory=" + name().toLowerCase(Locale.ROOT).replace('_', '-'),
					"pili.connect-timeout=20s", "pili.read-timeout=" + readTimeout)
			.applyTo(context);
		context.register(Application.class);
		context.refresh();
		PiliTransportBuilder builder = mock(PiliTransportBuilder.class, Answers.RETURNS_SELF);
		context.getBean(PiliTransportConfigurer.class).configure(builder);
		ArgumentCaptor<ClientHttpRequestFactory> built = ArgumentCaptor.forClass(ClientHttpRequestFactory.class);
		ArgumentCaptor<Supplier<ClientHttpRequestFactory>> lazy = ArgumentCaptor.forClass(Supplier.class);
		then(builder).should(atMostOnce()).requestFactory(built.capture());
		then(builder).should(atMostOnce()).lazyRequestFactory(lazy.capture());
		return (lazy.getAllValues().isEmpty()) ? built.getValue() : lazy.getValue().get();
	}

	/**
	 * Return a factory that waits for an answer longer than any test takes.
	 */
	public ClientHttpRequestFactory requestFactory() {
		return this.patient;
	}

	/**
	 * Return a factory that hardly waits, to wait for what never comes.
	 */
	public ClientHttpRequestFactory impatientRequestFactory() {
		return this.impatient;
	}

	public PiliHub hub(PiliServer pili) {
		return PiliHub.create(PiliServer.HUB, transport(pili));
	}

	public PiliTransport transport(PiliServer pili) {
		return transportBuilder(pili).build();
	}

	public PiliTransportBuilder transportBuilder(PiliServer pili) {
		return pili.transportBuilder().requestFactory(requestFactory());
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ SslAutoConfiguration.class, HttpClientAutoConfiguration.class,
			ImperativeHttpClientAutoConfiguration.class, PiliAutoConfiguration.class, PiliHttpAutoConfiguration.class })
	static class Application {

	}

}
