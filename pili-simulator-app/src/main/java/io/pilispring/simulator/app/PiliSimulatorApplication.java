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

package io.pilispring.simulator.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

import io.pilispring.simulator.autoconfigure.PiliSimulatorConfiguration;

/**
 * The simulator as a program.
 *
 * @since 0.1.0
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
@Import(PiliSimulatorConfiguration.class)
public class PiliSimulatorApplication {

	private static final int USAGE = 2;

	/**
	 * Start the simulator. Ends with the exit code 2 if an option is not valid, and with
	 * 1 if the simulator cannot start.
	 * @param args the options
	 */
	public static void main(String[] args) {
		SimulatorOptions options;
		try {
			options = SimulatorOptions.parse(args, System.getenv());
		}
		catch (InvalidOptionException ex) {
			System.err.println(ex.getMessage());
			System.err.println("Run with --help to see the options.");
			System.exit(USAGE);
			return;
		}
		if (options.help()) {
			System.out.println(SimulatorOptions.usage());
			return;
		}
		SpringApplication.run(PiliSimulatorApplication.class, options.toArguments());
	}

}
