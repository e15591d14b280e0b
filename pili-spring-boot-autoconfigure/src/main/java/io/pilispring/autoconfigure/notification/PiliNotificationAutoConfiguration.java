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

import java.util.Map;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

import io.pilispring.autoconfigure.hubs.PiliAutoConfiguration;
import io.pilispring.fop.FopClient;
import io.pilispring.fop.FopNotificationReceiver;
import io.pilispring.fop.FopNotifyUrl;
import io.pilispring.transport.PiliTransport;

/**
 * Auto-configuration of the receiver of notifications of file operations. It is off
 * unless switched on, and receives in a Spring MVC application alone.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = PiliAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "pili.enabled", matchIfMissing = true)
@ConditionalOnBooleanProperty("pili.notifications.enabled")
@ConditionalOnSingleCandidate(PiliTransport.class)
@EnableConfigurationProperties(PiliNotificationProperties.class)
public final class PiliNotificationAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	FopNotifyUrl piliFopNotifyUrl(PiliTransport transport, PiliNotificationProperties properties) {
		return new FopNotifyUrl(transport::credentials, properties.getPath(), properties.getBaseUrl());
	}

	@Bean
	@ConditionalOnMissingBean
	FopNotificationReceiver piliFopNotificationReceiver(PiliTransport transport, ApplicationEventPublisher publisher) {
		return new FopNotificationReceiver(new FopClient(transport), publisher);
	}

	/**
	 * The endpoint, where Spring MVC is in charge.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(DispatcherServlet.class)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	static class WebMvcConfiguration {

		// Before all others: a controller or a resource handler may claim every path
		@Bean
		SimpleUrlHandlerMapping piliFopNotificationHandlerMapping(FopNotifyUrl url, FopNotificationReceiver receiver,
				PiliNotificationProperties properties) {
			FopNotificationHandler handler = new FopNotificationHandler(url, receiver, properties.getMaxSize());
			return new SimpleUrlHandlerMapping(Map.of(url.path(), handler), Ordered.HIGHEST_PRECEDENCE);
		}

	}

}
