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

package io.pilispring.autoconfigure.monitor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.SimpleAutowireCandidateResolver;

import io.pilispring.monitor.MonitoredHub;

/**
 * The hubs of one version of the API to monitor.
 *
 * @param byKey the hubs by their keys, which are the names of their beans
 * @since 0.1.0
 */
public record MonitoredHubs(Map<String, MonitoredHub> byKey) {

	/**
	 * Return all hubs of a type, which are created by that.
	 * @param <T> the type of the hubs
	 * @param beanFactory the bean factory
	 * @param type the type of the hubs
	 * @param monitored creates the monitor's view of a hub
	 * @return the hubs
	 */
	public static <T> MonitoredHubs of(ConfigurableListableBeanFactory beanFactory, Class<T> type,
			Function<T, MonitoredHub> monitored) {
		Map<String, MonitoredHub> hubs = new LinkedHashMap<>();
		SimpleAutowireCandidateResolver.resolveAutowireCandidates(beanFactory, type)
			.forEach((key, hub) -> hubs.put(key, monitored.apply(hub)));
		return new MonitoredHubs(hubs);
	}

}
