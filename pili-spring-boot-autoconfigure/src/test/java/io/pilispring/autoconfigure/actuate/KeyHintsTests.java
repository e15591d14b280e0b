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

package io.pilispring.autoconfigure.actuate;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.context.annotation.ImportRuntimeHints;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that secrets are found, and sanitized, in a native image too.
 */
class KeyHintsTests {

	@Test
	void keysCanBeBound() {
		RuntimeHints hints = new RuntimeHints();
		new PiliActuatorAutoConfiguration.KeyHints().registerHints(hints, null);
		Stream.of(SecretKeySanitizingFunction.HubKeys.class, SecretKeySanitizingFunction.PlayKey.class)
			.flatMap((type) -> Stream.of(type.getDeclaredConstructors()))
			.forEach((
					constructor) -> assertThat(RuntimeHintsPredicates.reflection().onConstructorInvocation(constructor))
						.accepts(hints));
		assertThat(PiliActuatorAutoConfiguration.class).hasAnnotation(ImportRuntimeHints.class);
	}

}
