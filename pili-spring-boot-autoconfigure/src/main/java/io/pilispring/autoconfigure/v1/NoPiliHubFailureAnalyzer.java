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

package io.pilispring.autoconfigure.v1;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

import io.pilispring.autoconfigure.RequiredProperties;
import io.pilispring.autoconfigure.hubs.HubConnections;
import io.pilispring.autoconfigure.hubs.HubDefinitions;
import io.pilispring.v1.PiliHub;

/**
 * Failure analyzer that explains why there is no {@link PiliHub} to inject.
 */
class NoPiliHubFailureAnalyzer extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException> implements Ordered {

	private final Environment environment;

	NoPiliHubFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause) {
		if (cause instanceof NoUniqueBeanDefinitionException || !isPiliHub(cause)) {
			return null;
		}
		if (!Binder.get(this.environment).bind("pili.enabled", Boolean.class).orElse(true)) {
			return new FailureAnalysis("There is no PiliHub to inject, because 'pili.enabled' is false.",
					"Set 'pili.enabled' to true, or define a PiliHub bean.", cause);
		}
		Set<String> keys = HubDefinitions.keys(this.environment);
		if (!keys.isEmpty()) {
			return noHubOfThatQualifier(keys, cause);
		}
		List<String> missing = RequiredProperties.missingIn(RequiredProperties.OF_PRIMARY_HUB, this.environment);
		if (missing.isEmpty()) {
			return noHubOfThatQualifier(keys, cause);
		}
		return new FailureAnalysis(
				"There is no PiliHub to inject, because %s not set.".formatted(RequiredProperties.list(missing)),
				RequiredProperties.howToSet(missing), cause);
	}

	private FailureAnalysis noHubOfThatQualifier(Set<String> keys, NoSuchBeanDefinitionException cause) {
		List<String> names = new ArrayList<>(keys);
		if (RequiredProperties.isSet(RequiredProperties.valueOf("pili." + RequiredProperties.HUB, this.environment))) {
			names.add(0, HubConnections.PRIMARY);
		}
		return new FailureAnalysis(
				"No PiliHub has the qualifier or the name that is required: " + cause.getMessage() + ".",
				"Use the key of a hub that is configured as the qualifier: '" + String.join("', '", names)
						+ "'. Or configure the hub in 'pili.hubs'.",
				cause);
	}

	private boolean isPiliHub(NoSuchBeanDefinitionException cause) {
		Class<?> type = (cause.getResolvableType() != null) ? cause.getResolvableType().resolve() : cause.getBeanType();
		return type != null && PiliHub.class.isAssignableFrom(type);
	}

	// Before Spring Boot's own analyzer, which would explain less
	@Override
	public int getOrder() {
		return 0;
	}

}
