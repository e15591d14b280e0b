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

package consumer;

import java.util.Objects;

import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.autoconfigure.PiliSimulatorConfiguration;
import io.pilispring.v1.PiliHub;
import io.pilispring.v1.PiliStream;
import io.pilispring.v2.LiveHub;

import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.SpringVersion;

/**
 * Uses both versions of the API on the simulator.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class Consumer {

	/**
	 * Run the application.
	 * @param args not used
	 */
	public static void main(String[] args) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Consumer.class,
				PiliSimulatorConfiguration.class)
			.properties("pili.hub=main", "pili.hubs.studio.hub=studio", "pili.hubs.studio.api-version=v2",
					"spring.main.banner-mode=off", "logging.level.root=warn")
			.run()) {
			PiliSimulator simulator = context.getBean(PiliSimulator.class);
			PiliStream stream = context.getBean(PiliHub.class).createStream((create) -> create.title("door"));
			check("publish", simulator.publish(stream.rtmpPublishUrl()).accepted());
			check("live", stream.status().connected());
			LiveHub studio = context.getBean("studio", LiveHub.class);
			studio.createStream("stage");
			simulator.hub("studio").goLive("stage");
			check("live in version 2", studio.stream("stage").liveStatus().isPresent());
			System.out.printf("Consumer works: Spring Boot %s, Spring %s, Java %s, Pili Spring %s%n",
					SpringBootVersion.getVersion(), SpringVersion.getVersion(), Runtime.version().feature(),
					Objects.requireNonNullElse(PiliHub.class.getPackage().getImplementationVersion(), "unknown"));
		}
	}

	private static void check(String what, boolean is) {
		if (!is) {
			throw new IllegalStateException("Not as expected: " + what);
		}
	}

}
