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

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import io.pilispring.simulator.autoconfigure.PiliSimulatorProperties;

/**
 * What the program was called with.
 *
 * @param help whether to print the options only
 * @param properties the properties that the options stand for
 */
record SimulatorOptions(boolean help, Map<String, String> properties) {

	private static final String[] PREFIXES = { "pili.", "spring.", "server.", "logging." };

	private static final int MAX_PORT = 65535;

	/**
	 * Read the options.
	 * @param args the arguments of the program
	 * @param variables the environment variables
	 * @return the options
	 * @throws InvalidOptionException if one is not valid
	 */
	static SimulatorOptions parse(String[] args, Map<String, String> variables) {
		Map<Option, String> options = new EnumMap<>(Option.class);
		Map<String, String> properties = new LinkedHashMap<>();
		for (Option option : Option.values()) {
			String value = variables.get(option.variable());
			if (value != null && !value.isBlank()) {
				options.put(option, value);
			}
		}
		for (String arg : args) {
			if (arg.equals("--help") || arg.equals("-h")) {
				return new SimulatorOptions(true, Map.of());
			}
			read(arg, options, properties);
		}
		options.forEach(SimulatorOptions::check);
		Map<String, String> all = new HubSpecs(options).properties();
		all.putAll(properties);
		requireKnown(all);
		return new SimulatorOptions(false, all);
	}

	private static void read(String arg, Map<Option, String> options, Map<String, String> properties) {
		int sign = arg.indexOf('=');
		String name = (arg.startsWith("--") && sign > 2) ? arg.substring(2, sign) : "";
		Option option = Option.find(name);
		if (option != null) {
			options.put(option, arg.substring(sign + 1));
		}
		else if (Stream.of(PREFIXES).anyMatch(name::startsWith)) {
			properties.put(name, arg.substring(sign + 1));
		}
		else {
			// The value may be a secret
			throw new InvalidOptionException("Not an option: '%s'. Options have the form --name=value."
				.formatted((sign > 0) ? arg.substring(0, sign) : arg));
		}
	}

	private static void check(Option option, String value) {
		if (value.isBlank()) {
			throw new InvalidOptionException("--%s must have a value.".formatted(option.label()));
		}
		if (option.isPort() && !isPort(value)) {
			throw new InvalidOptionException(
					"--%s must be a number between 0 and %d: '%s'.".formatted(option.label(), MAX_PORT, value));
		}
	}

	private static boolean isPort(String value) {
		return value.matches("\\d{1,5}") && Integer.parseInt(value) <= MAX_PORT;
	}

	// Properties that do not exist would be ignored otherwise
	private static void requireKnown(Map<String, String> properties) {
		Map<String, String> own = new LinkedHashMap<>(properties);
		own.keySet().removeIf((name) -> !name.startsWith("pili.simulator."));
		try {
			new Binder(new MapConfigurationPropertySource(own)).bind("pili.simulator",
					Bindable.of(PiliSimulatorProperties.class), new NoUnboundElementsBindHandler(BindHandler.DEFAULT));
		}
		catch (BindException ex) {
			Throwable cause = ex.getCause();
			if (cause instanceof UnboundConfigurationPropertiesException unbound) {
				throw new InvalidOptionException("No such property: " + unbound.getUnboundProperties()
					.stream()
					.map((property) -> "'" + property.getName() + "'")
					.collect(Collectors.joining(", ")) + ".");
			}
			throw new InvalidOptionException("'%s' cannot have the value '%s'.".formatted(ex.getName(),
					(ex.getProperty() != null) ? ex.getProperty().getValue() : ""));
		}
	}

	String[] toArguments() {
		return this.properties.entrySet()
			.stream()
			.map((entry) -> "--" + entry.getKey() + "=" + entry.getValue())
			.toArray(String[]::new);
	}

	/**
	 * Return the description of all options.
	 * @return the lines to print
	 */
	static String usage() {
		return Stream.of(
				Stream.of("Usage: java -jar pili-simulator.jar [options]", "",
						"Simulates PILI, versions 1 and 2 of its API.", ""),
				Stream.of(Option.values()).map(Option::usage),
				Stream.of("", "Each option can be an environment variable, such as PILI_SIMULATOR_CONTROL_PORT.",
						"All pili.simulator.* properties are options too, such as --pili.simulator.fop-duration=5s."))
			.flatMap((lines) -> lines)
			.collect(Collectors.joining(System.lineSeparator()));
	}

	@Override
	public String toString() {
		return "SimulatorOptions[properties=" + this.properties.keySet() + "]";
	}

}
