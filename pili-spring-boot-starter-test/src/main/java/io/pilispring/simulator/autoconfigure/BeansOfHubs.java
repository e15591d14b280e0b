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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.autoconfigure.PiliCredentialsProvider;

/**
 * Beans of a type that the application defines itself, for its primary hub, or qualified
 * with the key of a further one.
 */
final class BeansOfHubs {

	// Used if there are no other details, and replaced by those of the simulator
	private static final String DETAILS_OF_PROPERTIES = "piliPropertiesConnectionDetails";

	private final ConfigurableListableBeanFactory beanFactory;

	private final List<String> names;

	private BeansOfHubs(ConfigurableListableBeanFactory beanFactory, Class<?> type) {
		this.beanFactory = beanFactory;
		this.names = new ArrayList<>(
				Arrays.asList(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, type, true, false)));
		this.names.removeAll(List.of(DETAILS_OF_PROPERTIES, PiliSimulatorAutoConfiguration.PRIMARY_DETAILS));
	}

	static BeansOfHubs connectionDetails(ConfigurableListableBeanFactory beanFactory) {
		return new BeansOfHubs(beanFactory, PiliConnectionDetails.class);
	}

	static BeansOfHubs credentialsProviders(ConfigurableListableBeanFactory beanFactory) {
		return new BeansOfHubs(beanFactory, PiliCredentialsProvider.class);
	}

	boolean haveFurther(String key) {
		return this.names.stream().anyMatch((name) -> isOf(name, key));
	}

	boolean havePrimary(Collection<String> keys) {
		return this.names.stream().anyMatch((name) -> keys.stream().noneMatch((key) -> isOf(name, key)));
	}

	private boolean isOf(String name, String key) {
		return BeanFactoryAnnotationUtils.isQualifierMatch(key::equals, name, this.beanFactory);
	}

}
