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

package io.pilispring.simulator.autoconfigure;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;

import io.pilispring.PiliException;
import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.autoconfigure.PiliCredentialsProvider;
import io.pilispring.autoconfigure.http.PiliHttpAutoConfiguration;
import io.pilispring.autoconfigure.hubs.PiliAutoConfiguration;
import io.pilispring.autoconfigure.v1.PiliHubAutoConfiguration;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.PiliSimulatorBuilder;
import io.pilispring.simulator.SimulatedAccount;
import io.pilispring.transport.PiliTransport;
import io.pilispring.v1.PiliHub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for hubs in {@code pili.hubs} on the simulator.
 */
class HubsByPropertyTests {

	private static final AutoConfigurations CLIENT = AutoConfigurations.of(PiliSimulatorAutoConfiguration.class,
			PiliAutoConfiguration.class, PiliHttpAutoConfiguration.class, PiliHubAutoConfiguration.class);

	private final ApplicationContextRunner emptyRunner = new ApplicationContextRunner()
		.withUserConfiguration(PiliSimulatorConfiguration.class)
		.withConfiguration(CLIENT);

	private final ApplicationContextRunner runner = this.emptyRunner.withPropertyValues("pili.access-key=main-ak",
			"pili.secret-key=main-sk", "pili.hub=live");

	private final ApplicationContextRunner ownRunner = new ApplicationContextRunner().withConfiguration(CLIENT)
		.withPropertyValues("pili.access-key=main-ak", "pili.secret-key=main-sk", "pili.hub=live");

	@Test
	void valuesDoNotTellTheirSecrets() {
		HubValues values = new HubValues("my-ak", "my-sk", "my-hub", "http://a.test", null);
		assertThat(values.toString()).contains("my-hub", "http://a.test").doesNotContain("my-sk");
		ApplicationAccount account = new ApplicationAccount("pili", "my-ak", "my-sk", "other-sk");
		assertThat(account.toString()).contains("pili").doesNotContain("my-sk", "other-sk");
	}

	@Test
	void hubsWithKeysHaveAnAccountAndOthersShareOne() {
		this.runner
			.withPropertyValues("pili.hubs.archive.hub=archive-hub", "pili.hubs.partner.access-key=partner-ak",
					"pili.hubs.partner.secret-key=partner-sk", "pili.hubs.partner.hub=live",
					"pili.hubs.partner.api-host=https://partner.invalid",
					"pili.hubs.partner.fop-api-host=fop.partner.invalid")
			.run((context) -> {
				PiliSimulator simulator = context.getBean(PiliSimulator.class);
				assertThat(simulator.accounts()).hasSize(2);
				assertThat(simulator.hubs()).containsExactly("live", "archive-hub");
				SimulatedAccount partner = simulator.account("partner-ak");
				assertThat(partner.secretKey()).isEqualTo("partner-sk");
				assertThat(partner.hubs()).containsExactly("live");
				create(context, "piliHub");
				assertThat(partner.streams()).isEmpty();
				create(context, "partner");
				create(context, "archive");
				assertThat(simulator.streams()).extracting((stream) -> stream.id())
					.containsExactly("z1.live.front-door", "z1.archive-hub.front-door");
				assertThat(partner.streams()).extracting((stream) -> stream.id()).containsExactly("z1.live.front-door");
				PiliConnectionDetails details = context.getBean("partnerPiliSimulatorConnectionDetails",
						PiliConnectionDetails.class);
				assertThat(details.getApiHost()).isEqualTo(simulator.apiHost());
				assertThat(details.getFopApiHost()).isEqualTo(simulator.apiHost());
				assertThat(context.getBean(PiliConnectionDetails.class).getCredentials().accessKey())
					.isEqualTo("main-ak");
			});
	}

	@Test
	void hostOfAHubThatInheritsItsKeysIsThatOfTheSimulator() {
		this.runner
			.withPropertyValues("pili.hubs.archive.hub=archive-hub", "pili.hubs.archive.api-host=archive.invalid",
					"pili.hubs.archive.fop-api-host=fop.archive.invalid")
			.run((context) -> {
				PiliSimulator simulator = context.getBean(PiliSimulator.class);
				create(context, "archive");
				assertThat(simulator.accounts()).hasSize(1);
				assertThat(simulator.stream("front-door").hub()).isEqualTo("archive-hub");
			});
	}

	@ParameterizedTest
	@CsvSource({ "${NOT_SET},${NOT_SET},test-access-key-partner,test-secret-key-partner",
			"partner-ak,${NOT_SET},partner-ak,test-secret-key-partner",
			"${NOT_SET:},partner-sk,test-access-key-partner,partner-sk" })
	void keysThatAreNotThereAreMadeUpForEachHub(String accessKey, String secretKey, String usedAccessKey,
			String usedSecretKey) {
		this.emptyRunner
			.withPropertyValues("pili.access-key=${NOT_SET}", "pili.secret-key=${NOT_SET}", "pili.hub=live",
					"pili.hubs.partner.access-key=" + accessKey, "pili.hubs.partner.secret-key=" + secretKey)
			.run((context) -> {
				PiliSimulator simulator = context.getBean(PiliSimulator.class);
				assertThat(simulator.accessKey()).isEqualTo(PiliSimulatorBuilder.DEFAULT_ACCESS_KEY);
				create(context, "partner");
				assertThat(simulator.streams()).isEmpty();
				SimulatedAccount partner = simulator.account(usedAccessKey);
				assertThat(partner.secretKey()).isEqualTo(usedSecretKey);
				assertThat(partner.stream("front-door").id()).isEqualTo("z1.live.front-door");
			});
	}

	@Test
	void namesThatAreNotThereAreMadeUpForEachHub() {
		this.runner
			.withPropertyValues("pili.hubs.one.hub=${NOT_SET}", "pili.hubs.two.hub=${NOT_SET:}", "pili.hub=${NOT_SET}")
			.run((context) -> {
				PiliSimulator simulator = context.getBean(PiliSimulator.class);
				assertThat(simulator.hubs()).containsExactly("test-hub", "test-hub-one", "test-hub-two");
				assertThat(context.getBean(PiliHub.class).name()).isEqualTo("test-hub");
				create(context, "one");
				create(context, "two");
				assertThat(simulator.streams()).hasSize(2);
			});
	}

	@Test
	void hubsWithTheSameKeysShareAnAccount() {
		this.runner.withPropertyValues("pili.hubs.one.access-key=partner-ak", "pili.hubs.one.secret-key=partner-sk",
				"pili.hubs.one.hub=one", "pili.hubs.two.access-key=partner-ak", "pili.hubs.two.secret-key=partner-sk",
				"pili.hubs.two.hub=two", "pili.hubs.three.access-key=main-ak", "pili.hubs.three.secret-key=main-sk",
				"pili.hubs.three.hub=three")
			.run((context) -> {
				PiliSimulator simulator = context.getBean(PiliSimulator.class);
				assertThat(simulator.accounts()).hasSize(2);
				assertThat(simulator.hubs()).containsExactly("live", "three");
				assertThat(simulator.account("partner-ak").hubs()).containsExactly("one", "two");
				List.of("one", "two", "three").forEach((key) -> create(context, key));
			});
	}

	@Test
	void sameHubOfTheSameKeysAtAnotherHostIsAnotherHub() {
		this.runner.withPropertyValues("pili.hubs.staging.api-host=staging.invalid").run((context) -> {
			PiliSimulator simulator = context.getBean(PiliSimulator.class);
			create(context, "staging");
			assertThat(simulator.streams()).isEmpty();
			assertThat(simulator.account("test-access-key-staging").stream("front-door").hub()).isEqualTo("live");
		});
	}

	@Test
	void furtherHubsAloneMakeNoPrimaryOne() {
		this.emptyRunner
			.withPropertyValues("pili.access-key=main-ak", "pili.secret-key=main-sk", "pili.hubs.one.hub=one",
					"pili.hubs.two.hub=two")
			.run((context) -> {
				PiliSimulator simulator = context.getBean(PiliSimulator.class);
				assertThat(context.getBeansOfType(PiliHub.class)).containsOnlyKeys("one", "two");
				assertThat(simulator.hubs()).containsExactly("one", "two");
				create(context, "two");
				assertThat(simulator.stream("front-door").hub()).isEqualTo("two");
				assertThat(context.getBean(PiliTransport.class).apiHost()).startsWith("127.0.0.1:");
				assertThat(context.getBean(PiliConnectionDetails.class).getApiHost()).isEqualTo(simulator.apiHost());
			});
	}

	@Test
	void hubsOfTheSimulatorAloneAreOfTheDefaultAccount() {
		this.runner
			.withPropertyValues("pili.simulator.hubs=more,archive-hub", "pili.hubs.archive.hub=archive-hub",
					"pili.hubs.partner.access-key=partner-ak")
			.run((context) -> {
				PiliSimulator simulator = context.getBean(PiliSimulator.class);
				assertThat(simulator.hubs()).containsExactly("live", "more", "archive-hub");
				assertThat(simulator.account("partner-ak").hubs()).containsExactly("live");
			});
	}

	@Test
	void detailsOfTheApplicationStay() {
		this.runner.withPropertyValues("pili.hubs.archive.hub=archive-hub", "pili.hubs.partner.hub=partner-hub")
			.withBean("own", PiliConnectionDetails.class, () -> new Details("own"),
					(definition) -> qualify(definition, "partner"))
			.run((context) -> {
				assertThat(context.getBeanNamesForType(PiliConnectionDetails.class)).containsExactlyInAnyOrder("own",
						"piliSimulatorConnectionDetails", "archivePiliSimulatorConnectionDetails");
				assertThat(context.getBean("partner", PiliHub.class).name()).isEqualTo("own-hub");
				create(context, "archive");
				create(context, "piliHub");
			});
	}

	@Test
	void hubsInheritFromDetailsOfTheApplicationUnlessTheyHaveKeys() {
		this.runner.withPropertyValues("pili.hubs.archive.hub=archive-hub", "pili.hubs.partner.access-key=partner-ak")
			.withBean("own", PiliConnectionDetails.class, () -> new Details("own"))
			.run((context) -> {
				assertThat(context.getBeanNamesForType(PiliConnectionDetails.class)).containsExactlyInAnyOrder("own",
						"partnerPiliSimulatorConnectionDetails");
				assertThat(context.getBean("archive", PiliHub.class).name()).isEqualTo("archive-hub");
				create(context, "partner");
				assertThat(context.getBean(PiliSimulator.class).account("partner-ak").streams()).hasSize(1);
			});
	}

	@Test
	void hubWithAProviderOfKeysHasAnAccountOfItsOwn() {
		this.runner.withPropertyValues("pili.hubs.rotated.hub=live")
			.withBean("rotating", PiliCredentialsProvider.class, () -> () -> PiliCredentials.of("real-ak", "real-sk"),
					(definition) -> qualify(definition, "rotated"))
			.run((context) -> {
				create(context, "rotated");
				PiliSimulator simulator = context.getBean(PiliSimulator.class);
				assertThat(simulator.streams()).isEmpty();
				assertThat(simulator.account("test-access-key-rotated").streams()).hasSize(1);
			});
	}

	@Test
	void hubThatSetsNeitherNameNorKeysIsOneOfTheSimulatorToo() {
		this.runner.withPropertyValues("pili.hubs.rotated.read-timeout=3s")
			.withBean("rotating", PiliCredentialsProvider.class, () -> () -> PiliCredentials.of("real-ak", "real-sk"),
					(definition) -> qualify(definition, "rotated"))
			.run((context) -> {
				create(context, "rotated");
				assertThat(context.getBean(PiliSimulator.class).account("test-access-key-rotated").streams())
					.hasSize(1);
			});
	}

	@Test
	void simulatorOfTheApplicationNeedsTheAccountOfAHub() {
		this.ownRunner.withUserConfiguration(OneAccount.class)
			.withPropertyValues("pili.hubs.partner.access-key=partner-ak", "pili.hubs.partner.secret-key=top-secret")
			.run((context) -> {
				assertThat(context).hasFailed();
				assertThat(NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure()))
					.hasMessageContaining("no account with the access key 'partner-ak'")
					.hasMessageContaining("PiliSimulatorBuilder.account(...)")
					.hasMessageNotContaining("top-secret");
			});
		this.ownRunner.withUserConfiguration(TwoAccounts.class)
			.withPropertyValues("pili.hubs.partner.access-key=partner-ak",
					"pili.hubs.partner.secret-key=other-than-there")
			.run((context) -> {
				create(context, "partner");
				assertThat(context.getBean(PiliSimulator.class).account("partner-ak").streams()).hasSize(1);
			});
	}

	@Test
	void hubThatASimulatorOfTheApplicationLacksIsNotFound() {
		this.ownRunner.withUserConfiguration(OneAccount.class)
			.withPropertyValues("pili.hubs.archive.hub=archive-hub")
			.run((context) -> {
				create(context, "piliHub");
				assertThatExceptionOfType(PiliException.class).isThrownBy(() -> create(context, "archive"))
					.withMessageContaining("hub not found");
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "pili.hubs.x.hub|a.b|'pili.hubs.x.hub'", "pili.hubs.x.access-key|a:b|'pili.hubs.x.access-key'",
					"pili.hubs.x.secret-key|top\u00A0secret|'pili.hubs.x.secret-key'",
					"pili.hubs.x.hub|live|'pili.hubs.x.hub': it is that of 'pili.hub' too" })
	void wrongValueEndsTheStartWithTheNameOfTheProperty(String name, String value, String message) {
		this.runner.withPropertyValues("pili.hubs.x.hub=x-hub", name + "=" + value)
			.run((context) -> assertThat(trace(context.getStartupFailure())).contains(message).doesNotContain("top"));
	}

	@Test
	void hubMayBeThereInBothVersions() {
		this.runner.withPropertyValues("pili.hubs.next.api-version=v2").run((context) -> {
			create(context, "piliHub");
			assertThat(context.getBean(PiliSimulator.class).hubs()).hasSize(1);
		});
		this.runner.withPropertyValues("pili.hubs.next.api-version=v2", "pili.hubs.other.api-version=v2")
			.run((context) -> assertThat(trace(context.getStartupFailure()))
				.contains("'pili.hubs.other.hub': it is that of 'pili.hub' too"));
	}

	@Test
	void twoSecretKeysOfOneAccessKeyEndTheStart() {
		this.runner
			.withPropertyValues("pili.hubs.x.access-key=main-ak", "pili.hubs.x.secret-key=top-secret",
					"pili.hubs.x.hub=x-hub")
			.run((context) -> assertThat(trace(context.getStartupFailure()))
				.contains("'pili.hubs.x.secret-key': it is not that of 'pili', which has the same access key")
				.doesNotContain("top-secret"));
	}

	private static String trace(Throwable failure) {
		StringWriter trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace));
		return trace.toString();
	}

	private static void create(ApplicationContext context, String key) {
		context.getBean(key, PiliHub.class).createStream((create) -> create.title("front-door"));
	}

	private static void qualify(BeanDefinition definition, String key) {
		((AbstractBeanDefinition) definition).addQualifier(new AutowireCandidateQualifier(Qualifier.class, key));
	}

	private record Details(String name) implements PiliConnectionDetails {

		@Override
		public PiliCredentials getCredentials() {
			return PiliCredentials.of(this.name + "-ak", this.name + "-sk");
		}

		@Override
		public String getHub() {
			return this.name + "-hub";
		}

		@Override
		public String getApiHost() {
			return "127.0.0.1:9";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OneAccount {

		@Bean
		PiliSimulator ownSimulator() {
			return PiliSimulator.builder().hubs("live").start();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoAccounts {

		@Bean
		PiliSimulator ownSimulator() {
			return PiliSimulator.builder().hubs("live").account("partner-ak", "partner-sk", "live").start();
		}

	}

}
