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

package io.pilispring.simulator.media;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Looks for programs in the path.
 */
class RequiresProgramsCondition implements ExecutionCondition {

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		Optional<RequiresPrograms> annotation = AnnotationSupport.findAnnotation(context.getElement(),
				RequiresPrograms.class);
		List<String> missing = annotation.stream()
			.flatMap((requires) -> Stream.of(requires.value()))
			.flatMap(RequiresProgramsCondition::missing)
			.distinct()
			.toList();
		if (missing.isEmpty()) {
			return ConditionEvaluationResult.enabled("Everything is installed");
		}
		if ("true".equals(System.getenv("CI"))) {
			throw new IllegalStateException("Not installed: " + missing);
		}
		return ConditionEvaluationResult.disabled("Not installed: " + missing);
	}

	// nginx is of use with its RTMP module only
	private static Stream<String> missing(String program) {
		if ("nginx".equals(program)) {
			return MediaServer.missingPrograms().stream();
		}
		return (find(program).isEmpty()) ? Stream.of(program) : Stream.empty();
	}

	static Optional<Path> find(String program) {
		return Stream.concat(Stream.of(System.getenv("PATH").split(File.pathSeparator)), Stream.of("/usr/sbin"))
			.map((directory) -> Path.of(directory, program))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
