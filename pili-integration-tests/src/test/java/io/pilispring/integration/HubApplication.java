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

package io.pilispring.integration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

import io.pilispring.autoconfigure.PiliCredentialsProvider;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.v1.PiliHub;
import io.pilispring.v2.LiveHub;

/**
 * An application that has a hub as the starter configures it.
 */
final class HubApplication implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private HubApplication(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/**
	 * Start an application.
	 * @param simulator the account
	 * @param address where the application finds it
	 * @param properties more properties
	 * @return the application
	 */
	static HubApplication start(PiliSimulator simulator, String address, String... properties) {
		List<String> arguments = new ArrayList<>(List.of("--pili.access-key=" + simulator.accessKey(),
				"--pili.secret-key=" + simulator.secretKey(), "--pili.hub=" + simulator.hub(),
				"--pili.api-host=" + address, "--pili.fop-api-host=" + address, "--logging.level.reactor.netty=off"));
		if (Arrays.stream(properties).noneMatch((property) -> property.startsWith("pili.monitor."))) {
			arguments.add("--pili.monitor.enabled=false");
		}
		Arrays.stream(properties).map((property) -> "--" + property).forEach(arguments::add);
		return new HubApplication(builder().run(arguments.toArray(String[]::new)));
	}

	static HubApplication start(PiliSimulator simulator, PiliCredentialsProvider credentials) {
		ApplicationContextInitializer<GenericApplicationContext> initializer = (context) -> context
			.registerBean(PiliCredentialsProvider.class, () -> credentials);
		return new HubApplication(builder().initializers(initializer)
			.run("--pili.hub=" + simulator.hub(), "--pili.api-host=" + simulator.apiHost(),
					"--pili.monitor.enabled=false"));
	}

	private static SpringApplicationBuilder builder() {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE);
	}

	PiliHub hub() {
		return this.context.getBean(PiliHub.class);
	}

	LiveHub liveHub() {
		return this.context.getBean(LiveHub.class);
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	@Override
	public void close() {
		this.context.close();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
