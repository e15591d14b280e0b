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

package io.pilispring.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

import io.pilispring.simulator.media.MediaServer;

/**
 * Tells the console what it may expect of the simulator, so that its pages can say what
 * is missing.
 */
public class MediaEnvironment implements EnvironmentPostProcessor {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		boolean wanted = environment.acceptsProfiles(Profiles.of("media"));
		List<String> missing = (wanted) ? MediaServer.missingPrograms() : List.of();
		Map<String, Object> properties = new HashMap<>();
		properties.put("sample.console.pictures", wanted && missing.isEmpty());
		properties.put("sample.console.missing-programs", String.join(",", missing));
		environment.getPropertySources().addLast(new MapPropertySource("media", properties));
	}

}
