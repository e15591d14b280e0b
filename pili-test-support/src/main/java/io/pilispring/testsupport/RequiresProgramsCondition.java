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

package io.pilispring.testsupport;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Decides for {@link RequiresPrograms}.
 */
class RequiresProgramsCondition implements ExecutionCondition {

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		List<String> missing = AnnotationSupport.findAnnotation(context.getElement(), RequiresPrograms.class)
			.stream()
			.flatMap((requires) -> Stream.of(requires.value()))
			.filter((program) -> Programs.find(program).isEmpty())
			.toList();
		if (missing.isEmpty()) {
			return ConditionEvaluationResult.enabled("Everything is installed");
		}
		if ("true".equals(System.getenv("CI"))) {
			throw new IllegalStateException("Not installed: " + missing);
		}
		return ConditionEvaluationResult.disabled("Not installed: " + missing);
	}

}
