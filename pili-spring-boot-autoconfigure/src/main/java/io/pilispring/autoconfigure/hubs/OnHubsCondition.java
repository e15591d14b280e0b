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
import java.util.Set;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches if the application configures an account or hubs. Always matches during
 * ahead-of-time processing, because the properties may be known only at run time.
 *
 * @since 0.1.0
 */
public class OnHubsCondition extends SpringBootCondition implements ConfigurationCondition {

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("PILI hubs");
		if (HubDefinitions.isAheadOfTime()) {
			return ConditionOutcome.match(message.because("properties are known at run time only"));
		}
		Set<String> keys = HubKeys.in(context.getEnvironment());
		boolean found = !keys.isEmpty() || PrimaryHub.hasAccount(context.getEnvironment(),
				Objects.requireNonNull(context.getBeanFactory()), () -> keys);
		return (found) ? ConditionOutcome.match(message.because("hubs are configured"))
				: ConditionOutcome.noMatch(message.because("no hubs are configured"));
	}

}
