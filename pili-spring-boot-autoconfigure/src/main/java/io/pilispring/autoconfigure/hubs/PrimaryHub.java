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

import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;

import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.autoconfigure.RequiredProperties;

/**
 * Decides whether the application configures a primary hub, and an account for it. If it
 * does, missing properties are reported as an error, and are no reason to back off.
 */
final class PrimaryHub {

	private PrimaryHub() {
	}

	// If only further hubs have a name, keys alone are there to be inherited
	static boolean isConfigured(Environment environment, ConfigurableListableBeanFactory beans, Set<String> keys) {
		return has(RequiredProperties.HUB, environment) || (keys.isEmpty() && hasKeys(environment))
				|| hasDetails(beans, keys);
	}

	// Or a part of one. Looking for beans and reading the keys of hubs takes longer than
	// looking for a property
	static boolean hasAccount(Environment environment, ConfigurableListableBeanFactory beans,
			Supplier<Set<String>> keys) {
		return has(RequiredProperties.HUB, environment) || hasKeys(environment) || hasDetails(beans, keys.get());
	}

	private static boolean hasKeys(Environment environment) {
		return has(RequiredProperties.ACCESS_KEY, environment) || has(RequiredProperties.SECRET_KEY, environment);
	}

	private static boolean has(String name, Environment environment) {
		return StringUtils.hasText(RequiredProperties.valueOf("pili." + name, environment));
	}

	private static boolean hasDetails(ConfigurableListableBeanFactory beans, Set<String> keys) {
		return Arrays.stream(beans.getBeanNamesForType(PiliConnectionDetails.class, true, false))
			.filter((name) -> !name.equals(HubConnections.DETAILS_BEAN))
			.anyMatch((name) -> keys.stream()
				.noneMatch((key) -> BeanFactoryAnnotationUtils.isQualifierMatch(key::equals, name, beans)));
	}

}
