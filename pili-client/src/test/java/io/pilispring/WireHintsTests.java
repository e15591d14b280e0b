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

package io.pilispring;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.support.SpringFactoriesLoader;
import tools.jackson.databind.annotation.JsonDeserialize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that everything that is read from JSON, or written, has hints for native images.
 */
class WireHintsTests {

	// What results from JSON, but is not created by it
	private static final Set<String> OTHERS = Set.of("io.pilispring.v1.DefaultStreamHosts",
			"io.pilispring.v1.DefaultStreamStatus", "io.pilispring.v1.StreamId", "io.pilispring.v2.DefaultDomainInfo",
			"io.pilispring.v2.DefaultHubInfo", "io.pilispring.v2.DefaultLiveStatus",
			"io.pilispring.v2.DefaultStreamInfo", "io.pilispring.v2.statistics.StatisticsQuery",
			"io.pilispring.v2.statistics.StatisticsQuery$Numbers", "io.pilispring.fop.FopLimits$Pause");

	private static final RuntimeHints HINTS = new RuntimeHints();

	static {
		List<RuntimeHintsRegistrar> registrars = SpringFactoriesLoader
			.forResourceLocation("META-INF/spring/aot.factories")
			.load(RuntimeHintsRegistrar.class);
		registrars.stream()
			.filter((registrar) -> registrar.getClass().getName().startsWith("io.pilispring"))
			.forEach((registrar) -> registrar.registerHints(HINTS, WireHintsTests.class.getClassLoader()));
	}

	static List<Class<?>> records() {
		return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages("io.pilispring.v1", "io.pilispring.v2", "io.pilispring.fop")
			.stream()
			.filter(JavaClass::isRecord)
			.filter((type) -> !isPublic(type) && !OTHERS.contains(type.getName())
					&& !type.getPackageName().endsWith(".callback"))
			.<Class<?>>map(JavaClass::reflect)
			.toList();
	}

	private static boolean isPublic(JavaClass type) {
		return type.getModifiers().contains(JavaModifier.PUBLIC);
	}

	@ParameterizedTest
	@MethodSource("records")
	void recordCanBeCreatedAndRead(Class<?> type) {
		for (Constructor<?> constructor : type.getDeclaredConstructors()) {
			assertThat(RuntimeHintsPredicates.reflection().onConstructorInvocation(constructor)).accepts(HINTS);
		}
		Stream.of(type.getRecordComponents())
			.forEach((component) -> assertThat(
					RuntimeHintsPredicates.reflection().onMethodInvocation(component.getAccessor()))
				.accepts(HINTS));
		JsonDeserialize deserialize = type.getAnnotation(JsonDeserialize.class);
		if (deserialize != null) {
			assertThat(RuntimeHintsPredicates.reflection()
				.onType(deserialize.using())
				.withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS)).accepts(HINTS);
		}
	}

	@Test
	void thereAreAsManyAsBefore() {
		assertThat(records()).hasSizeGreaterThanOrEqualTo(40);
	}

}
