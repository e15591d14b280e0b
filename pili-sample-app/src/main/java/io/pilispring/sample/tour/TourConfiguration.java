package io.pilispring.sample.tour;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import io.pilispring.v1.PiliHub;

/**
 * Takes the tour at the start if it is switched on.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("sample.tour.enabled")
@EnableConfigurationProperties(TourProperties.class)
class TourConfiguration {

	@Bean
	ApplicationRunner tourRunner(PiliHub hub, TourProperties properties, ApplicationEventPublisher events,
			Environment environment) {
		Narrator narrator = new Narrator(System.out);
		return (arguments) -> {
			new Tour(hub, narrator, events, properties.patience()).take();
			narrator.say("The same over JSON: curl http://localhost:%s/api/streams",
					environment.getProperty("local.server.port"));
			narrator.say("Stop with Ctrl-C.");
		};
	}

}
