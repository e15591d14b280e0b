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

package io.pilispring.sample.tour;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import io.pilispring.autoconfigure.ApiVersion;
import io.pilispring.sample.hubs.Hub;
import io.pilispring.sample.hubs.Hubs;
import io.pilispring.sample.hubs.V1Hub;
import io.pilispring.sample.hubs.V2Hub;
import io.pilispring.sample.publish.ShellCommand;

/**
 * Takes the tour at the start if it is switched on.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("sample.tour.enabled")
@EnableConfigurationProperties(TourProperties.class)
class TourConfiguration {

	@Bean
	ApplicationRunner tourRunner(Hubs hubs, TourProperties properties, ApplicationEventPublisher events,
			Environment environment) {
		Narrator narrator = new Narrator(System.out);
		return (arguments) -> {
			for (Hub hub : firstOfEachVersion(hubs)) {
				tour(hub, narrator, events, properties.patience()).take();
			}
			narrator.step("Go on by yourself");
			narrator.say("The hub in your browser: http://localhost:%s/", environment.getProperty("local.server.port"));
			narrator.say("The same over JSON: %s", ShellCommand.of("curl",
					"http://localhost:%s/api/streams".formatted(environment.getProperty("local.server.port"))));
			narrator.say("Stop with Ctrl-C.");
		};
	}

	private static Collection<Hub> firstOfEachVersion(Hubs hubs) {
		Map<ApiVersion, Hub> first = new LinkedHashMap<>();
		hubs.all().forEach((hub) -> first.putIfAbsent(hub.version(), hub));
		return first.values();
	}

	private static Tour tour(Hub hub, Narrator narrator, ApplicationEventPublisher events, Duration patience) {
		return (hub instanceof V2Hub v2) ? new LiveHubTour(v2, narrator, events, patience)
				: new PiliHubTour((V1Hub) hub, narrator, events, patience);
	}

}
