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


package io.pilispring.kotlin

import io.pilispring.PiliException
import io.pilispring.autoconfigure.PiliRestClientCustomizer
import io.pilispring.autoconfigure.hubs.PiliAutoConfiguration
import io.pilispring.autoconfigure.http.PiliHttpAutoConfiguration
import io.pilispring.autoconfigure.v1.PiliHubAutoConfiguration
import io.pilispring.autoconfigure.v2.LiveHubAutoConfiguration
import io.pilispring.simulator.PiliSimulator
import io.pilispring.simulator.SimulatedFault
import io.pilispring.simulator.autoconfigure.PiliSimulatorAutoConfiguration
import io.pilispring.simulator.autoconfigure.PiliSimulatorConfiguration
import io.pilispring.transport.PiliRetryListener
import io.pilispring.url.PublishSecurity
import io.pilispring.v1.PiliHub
import io.pilispring.v2.LiveHub
import io.pilispring.v2.LiveStatus
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatExceptionOfType
import org.junit.jupiter.api.Test
import org.springframework.boot.autoconfigure.AutoConfigurations
import org.springframework.boot.test.context.runner.ApplicationContextRunner
import org.springframework.beans.factory.getBean
import org.springframework.context.annotation.Bean
import org.springframework.context.annotation.Configuration
import java.time.Duration
import java.util.concurrent.atomic.AtomicInteger

/**
 * Whether Kotlin takes an expression for one that may be null: not the value, but the type that the compiler has inferred.
 * A type of Java that says nothing of null would not be.
 */
private inline fun <reified T> mayBeNull(@Suppress("UNUSED_PARAMETER") value: T): Boolean = null is T

/**
 * Tests of what users of Kotlin see: null-safety, lambdas, and beans that customize. Warnings are errors.
 */
class KotlinTests {

	private val contextRunner = ApplicationContextRunner()
		.withUserConfiguration(PiliSimulatorConfiguration::class.java, Customizers::class.java)
		.withConfiguration(
			AutoConfigurations.of(
				PiliSimulatorAutoConfiguration::class.java, PiliAutoConfiguration::class.java, PiliHttpAutoConfiguration::class.java,
				PiliHubAutoConfiguration::class.java, LiveHubAutoConfiguration::class.java
			)
		)
		.withPropertyValues("pili.hub=main", "pili.hubs.studio.hub=studio", "pili.hubs.studio.api-version=v2")

	@Test
	fun `streams of version 1 have lambdas and null-safety`() {
		contextRunner.run { context ->
			val simulator = context.getBean<PiliSimulator>()
			val hub = context.getBean<PiliHub>()
			val stream = hub.createStream { it.title("door").publishSecurity(PublishSecurity.DYNAMIC) }
			assertThat(simulator.publish(stream.rtmpPublishUrl()).accepted()).isTrue()
			val status = stream.status()
			val publisher: String = status.addr() ?: "nobody"
			assertThat(publisher).isNotEqualTo("nobody")
			assertThat(mayBeNull(status.addr())).isTrue()
			assertThat(mayBeNull(stream.id())).isFalse()
			assertThat(mayBeNull(stream.createdAt())).isTrue()
			val titles: List<String> = hub.streams { it.connected() }.toList().map { it.title() }
			assertThat(titles).containsExactly("door")
			assertThat(mayBeNull(hub.listStreams().marker())).isTrue()
			assertThat(mayBeNull(hub.statuses(listOf(stream.id()))[stream.id()])).isTrue()
		}
	}

	@Test
	fun `streams of version 2 have lambdas and null-safety`() {
		contextRunner.run { context ->
			val hub = context.getBean<LiveHub>()
			val stream = hub.createStream("stage")
			context.getBean<PiliSimulator>().hub("studio").goLive("stage")
			val live: LiveStatus? = stream.liveStatus().orElse(null)
			assertThat(live?.clientIp()).isNotNull()
			assertThat(mayBeNull(stream.key())).isFalse()
			assertThat(mayBeNull(stream.info().createdAt())).isTrue()
			val url = stream.rtmpPublishUrl { it.validFor(Duration.ofMinutes(5)) }
			assertThat(url).startsWith("rtmp://")
		}
	}

	@Test
	fun `beans that customize are lambdas`() {
		contextRunner.run { context ->
			context.getBean<PiliSimulator>().addFault(SimulatedFault.ofStatus(503).withTimes(1))
			assertThat(context.getBean<PiliHub>().listStreams().items()).isEmpty()
			val calls = context.getBean<Calls>()
			assertThat(calls.retries.get()).isEqualTo(1)
			assertThat(calls.requests.get()).isEqualTo(2)
		}
	}

	@Test
	fun `errors of PILI may have a code`() {
		contextRunner.run { context ->
			assertThatExceptionOfType(PiliException::class.java)
				.isThrownBy { context.getBean<PiliHub>().getStream("z1.main.none") }
				.satisfies({ assertThat(mayBeNull(it.code())).isTrue() })
		}
	}

	class Calls {

		val requests = AtomicInteger()

		val retries = AtomicInteger()

	}

	@Configuration(proxyBeanMethods = false)
	class Customizers {

		@Bean
		fun calls() = Calls()

		@Bean
		fun countsRequests(calls: Calls) = PiliRestClientCustomizer { builder ->
			builder.requestInterceptor { request, body, execution ->
				calls.requests.incrementAndGet()
				execution.execute(request, body)
			}
		}

		@Bean
		fun countsRetries(calls: Calls) = PiliRetryListener { _, _ -> calls.retries.incrementAndGet() }

	}

}
