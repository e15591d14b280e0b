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

package io.pilispring.sample.hubs;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

import io.pilispring.autoconfigure.ApiVersion;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.transport.PiliTransport;
import io.pilispring.v1.PiliHub;
import io.pilispring.v2.LiveHub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Hubs}.
 */
class HubsTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withBean(Hubs.class)
		.withBean(PiliTransport.class,
				() -> PiliTransport.builder().credentials(PiliCredentials.of("an-access-key", "a-secret-key")).build());

	@Test
	void primaryHubIsTheFirst() {
		this.runner.withUserConfiguration(WithPrimary.class).run((context) -> {
			Hubs hubs = context.getBean(Hubs.class);
			assertThat(keys(hubs)).containsExactly("second", "first", "third");
			assertThat(client(hubs.first())).isSameAs(context.getBean(PiliHub.class));
		});
	}

	@Test
	void hubThatIsNoFallbackIsTheFirst() {
		this.runner.withUserConfiguration(WithFallbacks.class)
			.run((context) -> assertThat(keys(context.getBean(Hubs.class))).containsExactly("second", "first"));
	}

	@Test
	void withoutAPrimaryHubTheyKeepTheirOrder() {
		this.runner.withUserConfiguration(WithoutPrimary.class)
			.run((context) -> assertThat(keys(context.getBean(Hubs.class))).containsExactly("first", "second"));
	}

	@Test
	void withoutAHubTheStartEnds() {
		this.runner.run((context) -> assertThat(context).getFailure()
			.rootCause()
			.isInstanceOfSatisfying(NoSuchBeanDefinitionException.class,
					(ex) -> assertThat(ex.getBeanType()).isEqualTo(PiliHub.class)));
	}

	@Test
	void hubIsFoundByItsKeyAlone() {
		this.runner.withUserConfiguration(WithoutPrimary.class).run((context) -> {
			Hubs hubs = context.getBean(Hubs.class);
			assertThat(client(hubs.get("second"))).isSameAs(context.getBean("second"));
			assertThat(hubs.get("second").name()).isEqualTo("cams");
			assertThat(hubs.find("cams")).isNull();
			assertThat(hubs.find(null)).isNull();
			assertThatExceptionOfType(UnknownHubException.class).isThrownBy(() -> hubs.get("cams"))
				.satisfies((ex) -> assertThat(ex.getBody().getDetail()).isEqualTo("There is no hub 'cams'"));
		});
	}

	@Test
	void primaryHubOfVersionTwoIsTheFirst() {
		this.runner.withUserConfiguration(WithBothVersions.class).run((context) -> {
			Hubs hubs = context.getBean(Hubs.class);
			assertThat(keys(hubs)).containsExactly("first", "second", "live");
			assertThat(hubs.get("live").version()).isEqualTo(ApiVersion.V2);
			assertThat(client(hubs.get("live"))).isSameAs(context.getBean(LiveHub.class));
		});
		this.runner.withUserConfiguration(WithBothVersions.class)
			.withPropertyValues("pili.api-version=v2")
			.run((context) -> assertThat(keys(context.getBean(Hubs.class))).containsExactly("live", "first", "second"));
	}

	@Test
	void hubsMayAllBeOfVersionTwo() {
		this.runner.withUserConfiguration(WithVersionTwo.class)
			.run((context) -> assertThat(keys(context.getBean(Hubs.class))).containsExactly("live"));
	}

	@Test
	void withoutAHubOfVersionTwoTheStartEnds() {
		this.runner.withPropertyValues("pili.api-version=v2")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(NoSuchBeanDefinitionException.class,
						(ex) -> assertThat(ex.getBeanType()).isEqualTo(LiveHub.class)));
	}

	private static Object client(Hub hub) {
		return (hub instanceof V1Hub v1) ? v1.client() : ((V2Hub) hub).client();
	}

	private static List<String> keys(Hubs hubs) {
		return hubs.all().stream().map(Hub::key).toList();
	}

	@Configuration(proxyBeanMethods = false)
	static class WithPrimary {

		@Bean
		PiliHub first(PiliTransport transport) {
			return PiliHub.create("cams", transport);
		}

		@Bean
		@Primary
		PiliHub second(PiliTransport transport) {
			return PiliHub.create("cams", transport);
		}

		@Bean
		PiliHub third(PiliTransport transport) {
			return PiliHub.create("cams", transport);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithFallbacks {

		@Bean
		@Fallback
		PiliHub first(PiliTransport transport) {
			return PiliHub.create("cams", transport);
		}

		@Bean
		PiliHub second(PiliTransport transport) {
			return PiliHub.create("cams", transport);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithoutPrimary {

		@Bean
		PiliHub first(PiliTransport transport) {
			return PiliHub.create("cams", transport);
		}

		@Bean
		PiliHub second(PiliTransport transport) {
			return PiliHub.create("cams", transport);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithVersionTwo {

		@Bean
		LiveHub live(PiliTransport transport) {
			return LiveHub.create("cams", transport);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import({ WithoutPrimary.class, WithVersionTwo.class })
	static class WithBothVersions {

	}

}
