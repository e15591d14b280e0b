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

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.bind.BindableRuntimeHintsRegistrar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration for actuator, which sanitizes secret keys of PILI.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
@ImportRuntimeHints(PiliActuatorAutoConfiguration.KeyHints.class)
public final class PiliActuatorAutoConfiguration {

	// Also if PILI is disabled, because the property may be set anyway
	@Bean
	SecretKeySanitizingFunction piliSecretKeySanitizingFunction(Environment environment) {
		return new SecretKeySanitizingFunction(environment);
	}

	/**
	 * Registers what is bound to find the keys, of which nothing is known ahead of time.
	 */
	static class KeyHints extends BindableRuntimeHintsRegistrar {

		KeyHints() {
			super(SecretKeySanitizingFunction.HubKeys.class, SecretKeySanitizingFunction.PlayKey.class);
		}

	}

}
