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

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.ApplicationContextAssertProvider;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

import io.pilispring.autoconfigure.PiliPropertiesException;
import io.pilispring.autoconfigure.http.PiliHttpAutoConfiguration;
import io.pilispring.autoconfigure.hubs.PiliAutoConfiguration;
import io.pilispring.fop.FopNotificationReceiver;
import io.pilispring.fop.FopNotifyUrl;
import io.pilispring.transport.PiliTransport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link PiliNotificationAutoConfiguration}.
 */
class PiliNotificationAutoConfigurationTests {

	private static final AutoConfigurations AUTO_CONFIGURATIONS = AutoConfigurations.of(PiliAutoConfiguration.class,
			PiliHttpAutoConfiguration.class, PiliNotificationAutoConfiguration.class);

	private static final String[] CREDENTIALS = { "pili.access-key=ak", "pili.secret-key=sk", "pili.hub=my-hub" };

	private static final String[] ENABLED = { "pili.notifications.enabled=true",
			"pili.notifications.base-url=https://app.example.com" };

	private final WebApplicationContextRunner offRunner = new WebApplicationContextRunner()
		.withConfiguration(AUTO_CONFIGURATIONS)
		.withPropertyValues(CREDENTIALS);

	private final WebApplicationContextRunner runner = this.offRunner.withPropertyValues(ENABLED);

	@Test
	void offByDefault() {
		this.offRunner.run((context) -> assertThat(context).hasNotFailed()
			.hasSingleBean(PiliTransport.class)
			.doesNotHaveBean(FopNotifyUrl.class)
			.doesNotHaveBean(FopNotificationReceiver.class)
			.doesNotHaveBean(SimpleUrlHandlerMapping.class));
	}

	@Test
	void onWhenSwitchedOn() {
		this.runner.run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(FopNotificationReceiver.class);
			assertThat(context.getBean(FopNotifyUrl.class).get())
				.startsWith("https://app.example.com/pili/notifications?token=");
			assertThat(context.getBean(SimpleUrlHandlerMapping.class).getUrlMap().keySet().toString())
				.isEqualTo("[/pili/notifications]");
		});
	}

	@Test
	void pathApplies() {
		this.runner.withPropertyValues("pili.notifications.path=/hooks/fop").run((context) -> {
			assertThat(context.getBean(FopNotifyUrl.class).get())
				.startsWith("https://app.example.com/hooks/fop?token=");
			assertThat(context.getBean(SimpleUrlHandlerMapping.class).getUrlMap().keySet().toString())
				.isEqualTo("[/hooks/fop]");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "hooks", "/", "/**", "/hooks?x", "/{id}" })
	void badPathFailsTheStartAndIsNamed(String path) {
		this.runner.withPropertyValues("pili.notifications.path=" + path)
			.run((context) -> failure(context).isInstanceOf(PiliPropertiesException.class)
				.hasMessageContaining("'pili.notifications.path'"));
	}

	@Test
	void badBaseUrlFailsTheStartAndIsNotTold() {
		this.runner.withPropertyValues("pili.notifications.base-url=https://u:p4ssw0rd@app.example.com")
			.run((context) -> failure(context).isInstanceOf(PiliPropertiesException.class)
				.hasMessageContaining("'pili.notifications.base-url'")
				.hasMessageNotContaining("p4ssw0rd"));
	}

	@Test
	void missingBaseUrlFailsOnlyWhenTheUrlIsAskedFor() {
		this.offRunner.withPropertyValues("pili.notifications.enabled=true").run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(SimpleUrlHandlerMapping.class);
			assertThatIllegalStateException().isThrownBy(() -> context.getBean(FopNotifyUrl.class).get())
				.withMessageContaining("pili.notifications.base-url");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "0B", "-1B", "9MB", "4GB" })
	void senselessMaxSizeFailsTheStartAndIsNamed(String size) {
		this.runner.withPropertyValues("pili.notifications.max-size=" + size)
			.run((context) -> failure(context).isInstanceOf(PiliPropertiesException.class)
				.hasMessageContaining("'pili.notifications.max-size'"));
	}

	@Test
	void defaultsOfTheProperties() {
		this.runner.run((context) -> {
			PiliNotificationProperties properties = context.getBean(PiliNotificationProperties.class);
			assertThat(properties.getPath()).isEqualTo("/pili/notifications");
			assertThat(properties.getMaxSize()).isEqualTo(DataSize.ofKilobytes(64));
			assertThat(new PiliNotificationProperties().isEnabled()).isFalse();
		});
	}

	@Test
	void disabledPiliBacksOff() {
		this.runner.withPropertyValues("pili.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(FopNotifyUrl.class)
				.doesNotHaveBean(SimpleUrlHandlerMapping.class));
	}

	@Test
	void noCredentialsBackOff() {
		new WebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues(ENABLED)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(FopNotifyUrl.class)
				.doesNotHaveBean(SimpleUrlHandlerMapping.class));
	}

	@Test
	void withoutWebApplicationTheStartEndsWithTheReason() {
		new ApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues(CREDENTIALS)
			.withPropertyValues(ENABLED)
			.run((context) -> failure(context).isInstanceOf(PiliPropertiesException.class)
				.hasMessageContaining("'pili.notifications.enabled' is true, but nothing would receive"));
	}

	@Test
	void withoutWebApplicationTheStartEndsThoughBeansAreLazy() {
		new ApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues(CREDENTIALS)
			.withPropertyValues(ENABLED)
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> failure(context).isInstanceOf(PiliPropertiesException.class));
	}

	@Test
	void withoutSpringMvcTheStartEndsWithTheReason() {
		this.runner.withClassLoader(new FilteredClassLoader("org.springframework.web.servlet"))
			.run((context) -> failure(context).isInstanceOf(PiliPropertiesException.class));
		new ReactiveWebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues(CREDENTIALS)
			.withPropertyValues(ENABLED)
			.withClassLoader(new FilteredClassLoader("org.springframework.web.reactive"))
			.run((context) -> failure(context).isInstanceOf(PiliPropertiesException.class));
	}

	@Test
	void withoutWebApplicationUrlsForAnotherApplicationAreTheApplicationsOwn() {
		FopNotifyUrl url = mock(FopNotifyUrl.class);
		new ApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues(CREDENTIALS)
			.withPropertyValues(ENABLED)
			.withBean(FopNotifyUrl.class, () -> url)
			.withClassLoader(new FilteredClassLoader("org.springframework.web.servlet", "jakarta.servlet"))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void reactiveApplicationReceives() {
		new ReactiveWebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues(CREDENTIALS)
			.withPropertyValues(ENABLED)
			.run((context) -> assertThat(
					context.getBean(org.springframework.web.reactive.handler.SimpleUrlHandlerMapping.class).getUrlMap())
				.containsOnlyKeys("/pili/notifications"));
	}

	@Test
	void eachHubHasAUrlWithATokenOfItsOwnAccount() {
		this.runner
			.withPropertyValues("pili.hubs.partner.hub=partner-hub", "pili.hubs.partner.access-key=pk",
					"pili.hubs.partner.secret-key=ps")
			.run((context) -> {
				FopNotifyUrl url = context.getBean(FopNotifyUrl.class);
				assertThat(url.hubOf(url.get().split("\\?")[1])).isEqualTo("piliHub");
				assertThat(url.hubOf(url.forHub("partner").get().split("\\?")[1])).isEqualTo("partner");
			});
	}

	@Test
	void hubsWithoutAPrimaryOneReceiveToo() {
		new WebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues(ENABLED)
			.withPropertyValues("pili.hubs.partner.hub=partner-hub", "pili.hubs.partner.access-key=pk",
					"pili.hubs.partner.secret-key=ps")
			.run((context) -> assertThat(context.getBean(FopNotifyUrl.class)
				.hubOf(context.getBean(FopNotifyUrl.class).get().split("\\?")[1])).isEqualTo("partner"));
	}

	@Test
	void ownBeansWin() {
		FopNotificationReceiver receiver = mock(FopNotificationReceiver.class);
		FopNotifyUrl url = mock(FopNotifyUrl.class);
		given(url.path()).willReturn("/own");
		this.runner.withBean(FopNotificationReceiver.class, () -> receiver)
			.withBean(FopNotifyUrl.class, () -> url)
			.run((context) -> {
				assertThat(context).hasSingleBean(FopNotificationReceiver.class).hasSingleBean(FopNotifyUrl.class);
				Map<String, ?> mapping = context.getBean(SimpleUrlHandlerMapping.class).getUrlMap();
				assertThat(mapping.keySet().toString()).isEqualTo("[/own]");
			});
	}

	@Test
	void beansDoNotPrintTheToken() {
		this.runner.run((context) -> {
			String url = context.getBean(FopNotifyUrl.class).get();
			String token = url.substring(url.indexOf('=') + 1);
			for (String name : context.getBeanDefinitionNames()) {
				assertThat(context.getBean(name).toString()).as(name).doesNotContain(token);
			}
		});
	}

	private static AbstractThrowableAssert<?, ? extends Throwable> failure(
			ApplicationContextAssertProvider<?> context) {
		return assertThat(NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure()));
	}

}
