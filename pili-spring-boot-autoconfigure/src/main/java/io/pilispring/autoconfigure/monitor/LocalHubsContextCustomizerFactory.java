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

package io.pilispring.autoconfigure.monitor;

import java.net.URI;
import java.util.Collection;
import java.util.List;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

import io.pilispring.monitor.MonitoredHub;

/**
 * Prevents the monitor from calling anything but the local machine in tests: neither the
 * real PILI nor a mock of a hub is called unless a test requests it.
 */
class LocalHubsContextCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configAttributes) {
		return new LocalHubsContextCustomizer();
	}

	/**
	 * A record, because equal customizers let tests share a context.
	 */
	private record LocalHubsContextCustomizer() implements ContextCustomizer {

		@Override
		public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
			context.getBeanFactory()
				.registerSingleton("piliMonitorAutoStartup", (MonitorAutoStartup) LocalHubsContextCustomizer::areLocal);
		}

		private static boolean areLocal(Collection<MonitoredHub> hubs) {
			return hubs.stream().map(MonitoredHub::apiHost).allMatch(LocalHubsContextCustomizer::isLocal);
		}

		private static boolean isLocal(String apiHost) {
			String host = URI.create("http://" + apiHost).getHost();
			return host != null && (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"));
		}

	}

}
