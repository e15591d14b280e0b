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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

import io.pilispring.autoconfigure.ApiVersion;
import io.pilispring.autoconfigure.RequiredProperties;

/**
 * Base of the failure analyzers that explain why there is no hub of some type to inject.
 *
 * @since 0.1.0
 */
public abstract class NoHubFailureAnalyzer extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException>
		implements Ordered {

	private final Class<?> type;

	private final ApiVersion version;

	private final Environment environment;

	/**
	 * Create an analyzer.
	 * @param type the type of the hubs
	 * @param version the version of the API of the hubs
	 * @param environment the environment
	 */
	protected NoHubFailureAnalyzer(Class<?> type, ApiVersion version, Environment environment) {
		this.type = type;
		this.version = version;
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause) {
		if (cause instanceof NoUniqueBeanDefinitionException || !isHub(cause)) {
			return null;
		}
		String none = "There is no %s to inject, because ".formatted(this.type.getSimpleName());
		if (!Binder.get(this.environment).bind("pili.enabled", Boolean.class).orElse(true)) {
			return new FailureAnalysis(none + "'pili.enabled' is false.",
					"Set 'pili.enabled' to true, or define a " + this.type.getSimpleName() + " bean.", cause);
		}
		Set<String> hubs = configured(this.version);
		if (!hubs.isEmpty()) {
			return noHubOfThatQualifier(hubs, cause);
		}
		if (HubKeys.in(this.environment).isEmpty()) {
			List<String> missing = RequiredProperties.missingIn(RequiredProperties.OF_PRIMARY_HUB, this.environment);
			if (!missing.isEmpty()) {
				return new FailureAnalysis(none + "%s not set.".formatted(RequiredProperties.list(missing)),
						RequiredProperties.howToSet(missing), cause);
			}
		}
		return noHubOfThatVersion(none, cause);
	}

	private Set<String> configured(ApiVersion version) {
		Set<String> keys = HubKeys.in(this.environment, version);
		if (!RequiredProperties.isSet(RequiredProperties.valueOf("pili." + RequiredProperties.HUB, this.environment))) {
			keys.remove(HubConnections.PRIMARY);
		}
		return keys;
	}

	private FailureAnalysis noHubOfThatQualifier(Set<String> hubs, NoSuchBeanDefinitionException cause) {
		return new FailureAnalysis(
				"No %s has the qualifier or the name that is required: %s.".formatted(this.type.getSimpleName(),
						cause.getMessage()),
				"Use the key of a hub that is configured as the qualifier: '" + String.join("', '", hubs)
						+ "'. Or configure the hub in 'pili.hubs', with 'api-version' set to '" + name(this.version)
						+ "' unless that is the default.",
				cause);
	}

	private FailureAnalysis noHubOfThatVersion(String none, NoSuchBeanDefinitionException cause) {
		List<String> properties = new ArrayList<>();
		for (String key : configured(other())) {
			properties
				.add((key.equals(HubConnections.PRIMARY)) ? "pili.api-version" : "pili.hubs." + key + ".api-version");
		}
		String name = name(this.version);
		return new FailureAnalysis(none + "no hub has version '" + name + "' of the API.",
				"Set '%s' to '%s', or inject the hub as the type of version '%s'."
					.formatted(String.join("' or '", properties), name, name(other())),
				cause);
	}

	private ApiVersion other() {
		return (this.version == ApiVersion.V1) ? ApiVersion.V2 : ApiVersion.V1;
	}

	private static String name(ApiVersion version) {
		return version.name().toLowerCase(Locale.ROOT);
	}

	private boolean isHub(NoSuchBeanDefinitionException cause) {
		Class<?> type = (cause.getResolvableType() != null) ? cause.getResolvableType().resolve() : cause.getBeanType();
		return type != null && this.type.isAssignableFrom(type);
	}

	// Before Spring Boot's own analyzer, which would explain less
	@Override
	public int getOrder() {
		return 0;
	}

}
