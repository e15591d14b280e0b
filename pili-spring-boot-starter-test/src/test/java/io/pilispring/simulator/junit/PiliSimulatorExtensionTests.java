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

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.pilispring.simulator.PiliSimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PiliSimulatorExtensionTests {

	@Test
	void runsOnlyDuringTests() {
		assertThatIllegalStateException().isThrownBy(() -> new PiliSimulatorExtension().simulator());
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
