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

package io.pilispring.sample.hubs;

import java.lang.reflect.Method;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.condition.RequestCondition;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Maps a request to the controller method for hubs of the version that its hub has.
 */
class HubHandlerMapping extends RequestMappingHandlerMapping {

	private final HubPaths paths;

	HubHandlerMapping(HubPaths paths) {
		this.paths = paths;
	}

	@Override
	protected @Nullable RequestCondition<?> getCustomMethodCondition(Method method) {
		return Arrays.stream(method.getParameterTypes())
			.filter((type) -> type != Hub.class && Hub.class.isAssignableFrom(type))
			.findFirst()
			.map((type) -> new HubVersionCondition(type, this.paths))
			.orElse(null);
	}

}
