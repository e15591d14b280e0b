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

package io.pilispring.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/**
 * A web application with the actuator and a client of its own, which knows nothing of
 * PILI: whether the starter is there is a matter of its class path. It tells the
 * milliseconds that its start took, the kilobytes of its memory, and its port.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class WebApplication {

	@Bean
	RestClient restClient(RestClient.Builder builder) {
		return builder.baseUrl("http://127.0.0.1").build();
	}

	public static void main(String[] args) throws Exception {
		SpringApplication application = new SpringApplication(WebApplication.class);
		Duration[] time = new Duration[1];
		application
			.addListeners((ApplicationListener<ApplicationReadyEvent>) (event) -> time[0] = event.getTimeTaken());
		ServletWebServerApplicationContext context = (ServletWebServerApplicationContext) application.run(args);
		System.out.println(time[0].toMillis() + " " + memoryKilobytes() + " " + context.getWebServer().getPort());
	}

	// What is resident, but of the heap only what lives
	private static long memoryKilobytes() throws Exception {
		for (int i = 0; i < 3; i++) {
			System.gc();
		}
		return residentKilobytes() - Runtime.getRuntime().freeMemory() / 1024;
	}

	private static long residentKilobytes() throws Exception {
		return Files.readAllLines(Path.of("/proc/self/status"))
			.stream()
			.filter((line) -> line.startsWith("VmRSS:"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
			.findFirst()
			.orElse(0);
	}

}
