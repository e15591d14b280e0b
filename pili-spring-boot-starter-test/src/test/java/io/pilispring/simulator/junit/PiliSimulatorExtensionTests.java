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

import java.lang.reflect.Method;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.pilispring.simulator.PiliSimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class PiliSimulatorExtensionTests {

	@Test
	void runsOnlyDuringTests() {
		assertThatIllegalStateException().isThrownBy(() -> new PiliSimulatorExtension().simulator());
	}

	@Test
	void testIsFollowedByAReset() {
		ExtensionContext context = mock();
		ExtensionContext.Store store = mock();
		PiliSimulatorExtension extension = new PiliSimulatorExtension();
		try (PiliSimulator simulator = PiliSimulator.start()) {
			given(context.getStore(any())).willReturn(store);
			given(store.computeIfAbsent(eq(PiliSimulator.class), any(), eq(PiliSimulator.class))).willReturn(simulator);
			extension.beforeEach(context);
			extension.simulator().createStream("my-title");
			extension.afterEach(context);
			assertThat(simulator.streams()).isEmpty();
		}
	}

	@Test
	void onlyTheSimulatorIsAParameter() throws NoSuchMethodException {
		Method method = String.class.getMethod("concat", String.class);
		ParameterContext other = mock();
		given(other.getParameter()).willReturn(method.getParameters()[0]);
		assertThat(new PiliSimulatorExtension().supportsParameter(other, mock())).isFalse();
	}

	@Nested
	class InAStaticField {

		@RegisterExtension
		static PiliSimulatorExtension pili = new PiliSimulatorExtension(PiliSimulator.builder().hubs("my-hub"));

		private static PiliSimulator first;

		@BeforeAll
		static void remember(PiliSimulator simulator) {
			first = simulator;
		}

		@RepeatedTest(2)
		void isOneThatIsReset(PiliSimulator simulator) {
			assertThat(simulator).isSameAs(first).isSameAs(pili.simulator());
			assertThat(simulator.hub()).isEqualTo("my-hub");
			assertThat(simulator.streams()).isEmpty();
			simulator.createStream("my-title");
		}

		@Nested
		class Inside {

			@Test
			void isTheSame(PiliSimulator simulator) {
				assertThat(simulator).isSameAs(first);
				assertThat(simulator.wireMock().isRunning()).isTrue();
			}

		}

	}

	@Nested
	class InAnotherField {

		private static PiliSimulator last;

		@RegisterExtension
		PiliSimulatorExtension pili = new PiliSimulatorExtension();

		@RepeatedTest(2)
		void isOneForEveryTest(PiliSimulator simulator) {
			assertThat(simulator).isSameAs(this.pili.simulator()).isNotSameAs(last);
			assertThat(last == null || !last.wireMock().isRunning()).isTrue();
			last = simulator;
		}

	}

	@Nested
	@ExtendWith(PiliSimulatorExtension.class)
	class ByAnnotation {

		private final PiliSimulator simulator;

		ByAnnotation(PiliSimulator simulator) {
			this.simulator = simulator;
		}

		@RepeatedTest(2)
		void isReset(PiliSimulator simulator) {
			assertThat(simulator).isSameAs(this.simulator);
			assertThat(simulator.streams()).isEmpty();
			simulator.createStream("my-title");
		}

	}

}
