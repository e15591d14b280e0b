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

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

import io.pilispring.autoconfigure.PiliPropertiesException;
import io.pilispring.autoconfigure.hubs.HubConnections;
import io.pilispring.autoconfigure.hubs.OnHubsCondition;
import io.pilispring.autoconfigure.monitor.PiliMonitorAutoConfiguration;
import io.pilispring.autoconfigure.webhook.OnNoWebServerCondition;
import io.pilispring.autoconfigure.webhook.WebFluxWebhookHandler;
import io.pilispring.autoconfigure.webhook.WebMvcWebhookHandler;
import io.pilispring.autoconfigure.webhook.WebhookConfiguration;
import io.pilispring.delivery.DeliveryLog;
import io.pilispring.monitor.MonitorStore;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.v2.callback.CallbackFields;
import io.pilispring.v2.callback.PushCallbackReceiver;

/**
 * Auto-configuration of the receiver of push callbacks, for hubs of version 2 of the API.
 * It is disabled by default. It uses Spring MVC or Spring WebFlux.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = PiliMonitorAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "pili.enabled", matchIfMissing = true)
@ConditionalOnBooleanProperty("pili.callbacks.enabled")
@Conditional(OnHubsCondition.class)
@EnableConfigurationProperties(PiliCallbackProperties.class)
@Import(WebhookConfiguration.class)
public final class PiliCallbackAutoConfiguration {

	private static final String PREFIX = "pili.callbacks";

	@Bean
	CallbackHubs piliCallbackHubs(ConfigurableListableBeanFactory beanFactory, HubConnections connections) {
		return new CallbackHubs(beanFactory, connections);
	}

	@Bean
	@ConditionalOnMissingBean
	PushCallbackReceiver piliPushCallbackReceiver(CallbackHubs hubs, ObjectProvider<PiliMonitor> monitor,
			PiliCallbackProperties properties, ApplicationEventPublisher publisher,
			ObjectProvider<DeliveryLog> deliveryLog, ObjectProvider<MonitorStore> store) {
		PiliMonitor reporter = monitor.getIfAvailable(() -> hubs.createMonitor(publisher, store.getIfAvailable()));
		PushCallbackReceiver.Builder receiver = PushCallbackReceiver.builder(reporter::report, publisher)
			.verifySignature(properties.isVerifySignature())
			.confirm(properties.isConfirm())
			.deliveryLog(deliveryLog.getIfAvailable());
		PiliPropertiesException.check(PREFIX + ".fields", () -> receiver.fields(fields(properties.getFields())));
		if (hubs.isEmpty()) {
			throw new PiliPropertiesException(
					"PILI cannot be configured: 'pili.callbacks.enabled' is true, but no hub has version 'v2' of the API.",
					"Set 'pili.api-version' or that of a further hub to 'v2', or 'pili.callbacks.enabled' to false.");
		}
		hubs.addTo(receiver);
		return receiver.build();
	}

	private static CallbackFields fields(PiliCallbackProperties.Fields fields) {
		return CallbackFields.builder()
			.title(fields.getTitle())
			.status(fields.getStatus())
			.remoteIp(fields.getRemoteIp())
			.startTime(fields.getStartTime())
			.endTime(fields.getEndTime())
			.timestamp(fields.getTimestamp())
			.build();
	}

	@Bean
	CallbackWebhook piliCallbackWebhook(PushCallbackReceiver receiver, CallbackHubs hubs,
			PiliCallbackProperties properties) {
		CallbackWebhook[] webhook = new CallbackWebhook[1];
		PiliPropertiesException.check(PREFIX,
				() -> webhook[0] = new CallbackWebhook(receiver, hubs.defaultKey(), properties));
		return webhook[0];
	}

	private static <H> Map<String, H> paths(CallbackWebhook webhook, H handler) {
		Map<String, H> paths = new LinkedHashMap<>();
		paths.put(webhook.path(), handler);
		paths.put(webhook.path() + "/*", handler);
		return paths;
	}

	/**
	 * The receiver with Spring MVC.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(DispatcherServlet.class)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	static class WebMvcConfiguration {

		// Before all others, because a controller or a resource handler may match every
		// path
		@Bean
		SimpleUrlHandlerMapping piliCallbackHandlerMapping(CallbackWebhook webhook) {
			return new SimpleUrlHandlerMapping(paths(webhook, new WebMvcWebhookHandler(webhook)),
					Ordered.HIGHEST_PRECEDENCE);
		}

	}

	/**
	 * The receiver with Spring WebFlux.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(DispatcherHandler.class)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	static class WebFluxConfiguration {

		@Bean
		org.springframework.web.reactive.handler.SimpleUrlHandlerMapping piliCallbackHandlerMapping(
				CallbackWebhook webhook) {
			return new org.springframework.web.reactive.handler.SimpleUrlHandlerMapping(
					paths(webhook, new WebFluxWebhookHandler(webhook)), Ordered.HIGHEST_PRECEDENCE);
		}

	}

	/**
	 * Fails the startup if there is no web server to receive callbacks.
	 */
	@Configuration(proxyBeanMethods = false)
	@Conditional(OnNoWebServerCondition.class)
	static class NoWebServerConfiguration {

		@Bean
		@Lazy(false)
		InitializingBean piliCallbackCheck() {
			return () -> {
				throw new PiliPropertiesException(
						"PILI cannot be configured: 'pili.callbacks.enabled' is true, but nothing would receive callbacks, "
								+ "because this is neither a Spring MVC nor a Spring WebFlux application.",
						"Set 'pili.callbacks.enabled' to false, or use Spring MVC or Spring WebFlux.");
			};
		}

	}

}
