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

import java.util.Objects;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches if the application has a primary hub, or no hub at all, without connection
 * details of its own. During ahead-of-time processing properties are ignored, because
 * they may be known only at run time.
 */
class OnPrimaryHubCondition extends SpringBootCondition implements ConfigurationCondition {

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("PILI primary hub");
		Environment environment = context.getEnvironment();
		if (BeansOfHubs.connectionDetails(Objects.requireNonNull(context.getBeanFactory()))
			.havePrimary(HubValues.ofFurther(environment).keySet())) {
			return ConditionOutcome.noMatch(message.because("the application has its own connection details"));
		}
		if (ConnectionDetailsRegistrar.isAheadOfTime() || HubValues.havePrimary(environment)) {
			return ConditionOutcome.match(message.because("there is a primary hub"));
		}
		return ConditionOutcome.noMatch(message.because("there are further hubs only"));
	}

}
