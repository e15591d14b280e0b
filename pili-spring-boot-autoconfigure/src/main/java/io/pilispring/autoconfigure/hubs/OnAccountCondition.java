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
 * Matches if the application configures an account, or a part of one, by property or as a
 * bean. Always matches during ahead-of-time processing, because the properties may be
 * known only at run time.
 *
 * @since 0.1.0
 */
public class OnAccountCondition extends SpringBootCondition implements ConfigurationCondition {

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("PILI account");
		if (HubDefinitions.isAheadOfTime()) {
			return ConditionOutcome.match(message.because("properties are known at run time only"));
		}
		if (PrimaryHub.hasAccount(context.getEnvironment(), Objects.requireNonNull(context.getBeanFactory()),
				() -> HubKeys.in(context.getEnvironment()))) {
			return ConditionOutcome.match(message.because("an account is configured"));
		}
		return ConditionOutcome.noMatch(message.because("no account is configured"));
	}

}
