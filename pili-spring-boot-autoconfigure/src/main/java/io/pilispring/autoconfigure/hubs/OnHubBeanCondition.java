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

package io.pilispring.autoconfigure.hubs;

import java.util.Objects;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Base of the conditions that match if there is a bean of a type of hubs. They always
 * match during ahead-of-time processing, because there may be one at run time.
 *
 * @since 0.1.0
 */
public abstract class OnHubBeanCondition extends SpringBootCondition implements ConfigurationCondition {

	private final Class<?> type;

	/**
	 * Create a condition.
	 * @param type the type of the hubs
	 */
	protected OnHubBeanCondition(Class<?> type) {
		this.type = type;
	}

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("PILI hub");
		if (HubDefinitions.isAheadOfTime()) {
			return ConditionOutcome.match(message.because("properties are known at run time only"));
		}
		boolean found = Objects.requireNonNull(context.getBeanFactory())
			.getBeanNamesForType(this.type, true, false).length > 0;
		return (found) ? ConditionOutcome.match(message.because("there is a " + this.type.getSimpleName() + " bean"))
				: ConditionOutcome.noMatch(message.because("there is no " + this.type.getSimpleName() + " bean"));
	}

}
