package io.pilispring.sample.tour;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the tour.
 *
 * @param enabled whether to take the tour at the start
 * @param patience how long to wait for somebody to publish
 */
@ConfigurationProperties("sample.tour")
record TourProperties(@DefaultValue("false") boolean enabled, @DefaultValue("5m") Duration patience) {

}
