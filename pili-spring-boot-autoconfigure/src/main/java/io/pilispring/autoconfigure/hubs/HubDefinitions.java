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
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.env.Environment;

import io.pilispring.autoconfigure.ApiVersion;
import io.pilispring.autoconfigure.PiliPropertiesException;

/**
 * Registers the configured hubs as beans: the primary hub, unless the application defines
 * its own hub bean, and one hub for each key in {@code pili.hubs}.
 * <p>
 * During ahead-of-time processing nothing is registered, because the properties may be
 * known only at run time.
 *
 * @param <T> the type of the hubs
 * @since 0.1.0
 */
public final class HubDefinitions<T> {

	private static final String OWN = HubDefinitions.class.getName();

	private static final Set<String> LATER_BEANS = Set.of(AbstractApplicationContext.MESSAGE_SOURCE_BEAN_NAME,
			AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME,
			AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME,
			ConfigurableApplicationContext.CONVERSION_SERVICE_BEAN_NAME,
			ConfigurableApplicationContext.LOAD_TIME_WEAVER_BEAN_NAME);

	private static final Pattern OWN_BEAN = Pattern.compile("pili[A-Z].*");

	private final Class<T> type;

	private final ApiVersion version;

	private final BiFunction<BeanFactory, String, T> factory;

	/**
	 * Create definitions of hubs.
	 * @param type the type of the hubs
	 * @param version the version of the API of the hubs
	 * @param factory creates a hub from its key
	 */
	public HubDefinitions(Class<T> type, ApiVersion version, BiFunction<BeanFactory, String, T> factory) {
		this.type = type;
		this.version = version;
		this.factory = factory;
	}

	/**
	 * Return whether the application is being processed ahead of time.
	 * @return whether the properties may not be known yet
	 */
	public static boolean isAheadOfTime() {
		return Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING);
	}

	/**
	 * Register the hubs that are not registered yet.
	 * @param registry the registry
	 * @param environment the environment
	 * @throws PiliPropertiesException if the properties of hubs are not valid
	 */
	public void register(BeanDefinitionRegistry registry, Environment environment) {
		if (isAheadOfTime() || !Binder.get(environment).bind("pili.enabled", Boolean.class).orElse(true)) {
			return;
		}
		Set<String> keys = new LinkedHashSet<>(HubKeys.in(environment, this.version));
		ConfigurableListableBeanFactory beans = (ConfigurableListableBeanFactory) registry;
		if (keys.remove(HubConnections.PRIMARY) && !isRegistered(HubConnections.PRIMARY, registry) && !hasOthers(beans)
				&& PrimaryHub.isConfigured(environment, beans, HubKeys.in(environment))) {
			register(registry, beans, HubConnections.PRIMARY, false);
		}
		for (String key : keys) {
			if (!isRegistered(key, registry)) {
				register(registry, beans, key, true);
			}
		}
	}

	private boolean isRegistered(String key, BeanDefinitionRegistry registry) {
		boolean isDefined = registry.containsBeanDefinition(key);
		boolean isOwn = isDefined && registry.getBeanDefinition(key).hasAttribute(OWN);
		if (!isOwn && !key.equals(HubConnections.PRIMARY) && isNameOfOtherBean(key, registry)) {
			throw PiliPropertiesException
				.invalid("'pili.hubs' must not have the key '" + key + "', which is the name of another bean");
		}
		return isDefined;
	}

	// Some beans have no definition, and some are defined after the hubs
	private boolean isNameOfOtherBean(String key, BeanDefinitionRegistry registry) {
		return registry.containsBeanDefinition(key)
				|| ((ConfigurableListableBeanFactory) registry).containsSingleton(key) || LATER_BEANS.contains(key)
				|| OWN_BEAN.matcher(key).matches();
	}

	private boolean hasOthers(ConfigurableListableBeanFactory beans) {
		return Arrays.stream(beans.getBeanNamesForType(this.type, true, false))
			.anyMatch(
					(name) -> !beans.containsBeanDefinition(name) || !beans.getBeanDefinition(name).hasAttribute(OWN));
	}

	// A fallback, so that injecting a hub without a qualifier yields the primary one,
	// or the application's own
	private void register(BeanDefinitionRegistry registry, ConfigurableListableBeanFactory beans, String key,
			boolean fallback) {
		RootBeanDefinition definition = new RootBeanDefinition(this.type, () -> this.factory.apply(beans, key));
		definition.setFallback(fallback);
		definition.setAttribute(OWN, true);
		definition.setResourceDescription("PILI properties");
		registry.registerBeanDefinition(key, definition);
	}

}
