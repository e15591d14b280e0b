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

package io.pilispring.simulator.junit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.PiliSimulatorBuilder;

/**
 * JUnit extension that runs a {@link PiliSimulator}, resolves it as a parameter of test
 * methods and resets it after every test. Registered in a static field, it runs once per
 * class; in an instance field, once per test.
 *
 * @since 0.1.0
 */
@SuppressWarnings("this-escape")
public class PiliSimulatorExtension
		implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {

	private final Namespace namespace = Namespace.create(PiliSimulatorExtension.class, this);

	private final PiliSimulatorBuilder builder;

	private volatile @Nullable PiliSimulator current;

	/**
	 * Create an extension with a simulator that has one hub and a free port.
	 */
	public PiliSimulatorExtension() {
		this(PiliSimulator.builder());
	}

	/**
	 * Create an extension.
	 * @param builder builds the simulator
	 */
	public PiliSimulatorExtension(PiliSimulatorBuilder builder) {
		this.builder = builder;
	}

	/**
	 * Return the simulator.
	 * @return the simulator
	 * @throws IllegalStateException if no test is running
	 */
	public PiliSimulator simulator() {
		PiliSimulator simulator = this.current;
		if (simulator == null) {
			throw new IllegalStateException("The simulator runs only during tests");
		}
		return simulator;
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		obtain(context);
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		obtain(context);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		obtain(context).reset();
	}

	@Override
	public boolean supportsParameter(ParameterContext parameterContext, ExtensionContext extensionContext) {
		return parameterContext.getParameter().getType() == PiliSimulator.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameterContext, ExtensionContext extensionContext) {
		return obtain(extensionContext);
	}

	private PiliSimulator obtain(ExtensionContext context) {
		// The store of the context closes the simulator
		PiliSimulator simulator = context.getStore(this.namespace)
			.computeIfAbsent(PiliSimulator.class, (key) -> this.builder.start(), PiliSimulator.class);
		this.current = simulator;
		return simulator;
	}

}
