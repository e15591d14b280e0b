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

import java.util.List;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what {@link AutoConfigurePiliSimulator} imports.
 */
class AutoConfigurePiliSimulatorImportsTests {

	// They hold nothing to inject, and serve parts of an application that slices lack
	private static final List<String> LEFT_OUT = List.of("actuate", "health", "metrics", "store");

	@Test
	void everyAutoConfigurationOfTheClientIsImportedOrLeftOutOnPurpose() {
		List<String> imported = list(AutoConfigurePiliSimulator.class);
		List<String> all = list(AutoConfiguration.class).stream()
			.filter((name) -> name.startsWith("io.pilispring."))
			.toList();
		assertThat(all).filteredOn((name) -> !imported.contains(name))
			.isNotEmpty()
			.allMatch((name) -> LEFT_OUT
				.contains(ClassUtils.getPackageName(name).substring("io.pilispring.autoconfigure.".length())));
	}

	@Test
	void everythingThatIsImportedExists() {
		assertThat(list(AutoConfigurePiliSimulator.class)).hasSizeGreaterThan(5)
			.doesNotHaveDuplicates()
			.allMatch((name) -> ClassUtils.isPresent(name, null));
	}

	private static List<String> list(Class<?> annotation) {
		return StreamSupport.stream(ImportCandidates.load(annotation, null).spliterator(), false).toList();
	}

}
