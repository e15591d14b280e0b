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

package io.pilispring.autoconfigure.notification;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
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
import io.pilispring.autoconfigure.http.PiliHttpAutoConfiguration;
import io.pilispring.autoconfigure.http.PiliTransports;
import io.pilispring.autoconfigure.hubs.HubConnection;
import io.pilispring.autoconfigure.hubs.HubConnections;
import io.pilispring.autoconfigure.hubs.OnHubsCondition;
import io.pilispring.autoconfigure.webhook.OnNoWebServerCondition;
import io.pilispring.autoconfigure.webhook.WebFluxWebhookHandler;
import io.pilispring.autoconfigure.webhook.WebMvcWebhookHandler;
import io.pilispring.autoconfigure.webhook.WebhookConfiguration;
import io.pilispring.delivery.DeliveryLog;
import io.pilispring.fop.FopClient;
import io.pilispring.fop.FopNotificationReceiver;
import io.pilispring.fop.FopNotifyUrl;
import io.pilispring.signing.PiliCredentials;

/**
 * Auto-configuration of the receiver of notifications of file operations. It is disabled
 * by default. It uses Spring MVC or Spring WebFlux, and one path for all hubs.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = PiliHttpAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "pili.enabled", matchIfMissing = true)
@ConditionalOnBooleanProperty("pili.notifications.enabled")
@Conditional(OnHubsCondition.class)
@EnableConfigurationProperties(PiliNotificationProperties.class)
@Import(WebhookConfiguration.class)
public final class PiliNotificationAutoConfiguration {

	private static final String PREFIX = "pili.notifications";

	@Bean
	@ConditionalOnMissingBean
	FopNotifyUrl piliFopNotifyUrl(HubConnections connections, PiliNotificationProperties properties) {
		Map<String, Supplier<PiliCredentials>> credentials = new LinkedHashMap<>();
		connections.all().forEach((hub) -> credentials.put(hub.key(), hub.details()::getCredentials));
		FopNotifyUrl[] url = new FopNotifyUrl[1];
		PiliPropertiesException.check(PREFIX,
				() -> url[0] = new FopNotifyUrl(credentials, properties.getPath(), properties.getBaseUrl())
					.validFor(properties.getValidity()));
		return url[0];
	}

	@Bean
	@ConditionalOnMissingBean
	FopNotificationReceiver piliFopNotificationReceiver(HubConnections connections, PiliTransports transports,
			ApplicationEventPublisher publisher, ObjectProvider<DeliveryLog> deliveryLog) {
		Map<String, FopClient> clients = new LinkedHashMap<>();
		for (HubConnection hub : connections.all()) {
			clients.put(hub.key(), new FopClient(transports.of(hub).forHub(hub.key())));
		}
		return new FopNotificationReceiver(clients, publisher, deliveryLog.getIfAvailable());
	}

	@Bean
	FopNotificationWebhook piliFopNotificationWebhook(FopNotifyUrl url, FopNotificationReceiver receiver,
			PiliNotificationProperties properties) {
		FopNotificationWebhook[] webhook = new FopNotificationWebhook[1];
		PiliPropertiesException.check(PREFIX,
				() -> webhook[0] = new FopNotificationWebhook(url, receiver, properties.getMaxSize()));
		return webhook[0];
	}

	/**
	 * The endpoint with Spring MVC.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(DispatcherServlet.class)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	static class WebMvcConfiguration {

		// Before all others, because a controller or a resource handler may match every
		// path
		@Bean
		SimpleUrlHandlerMapping piliFopNotificationHandlerMapping(FopNotificationWebhook webhook) {
			return new SimpleUrlHandlerMapping(Map.of(webhook.path(), new WebMvcWebhookHandler(webhook)),
					Ordered.HIGHEST_PRECEDENCE);
		}

	}

	/**
	 * The endpoint with Spring WebFlux.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(DispatcherHandler.class)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	static class WebFluxConfiguration {

		@Bean
		org.springframework.web.reactive.handler.SimpleUrlHandlerMapping piliFopNotificationHandlerMapping(
				FopNotificationWebhook webhook) {
			return new org.springframework.web.reactive.handler.SimpleUrlHandlerMapping(
					Map.of(webhook.path(), new WebFluxWebhookHandler(webhook)), Ordered.HIGHEST_PRECEDENCE);
		}

	}

	/**
	 * Fails the startup if there is no web server to receive notifications. An
	 * application that creates URLs at which another application receives them defines
	 * its own {@link FopNotifyUrl}.
	 */
	@Configuration(proxyBeanMethods = false)
	@Conditional(OnNoWebServerCondition.class)
	@ConditionalOnMissingBean(FopNotifyUrl.class)
	static class NoWebServerConfiguration {

		@Bean
		@Lazy(false)
		InitializingBean piliFopNotificationCheck() {
			return () -> {
				throw new PiliPropertiesException(
						"PILI cannot be configured: 'pili.notifications.enabled' is true, but nothing would receive "
								+ "notifications, because this is neither a Spring MVC nor a Spring WebFlux application.",
						"Set 'pili.notifications.enabled' to false, or use Spring MVC or Spring WebFlux. To create "
								+ "URLs that another application receives, define a FopNotifyUrl bean.");
			};
		}

	}

}
