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

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives controllers the {@link Hub} that the path names.
 */
class HubArgumentResolver implements HandlerMethodArgumentResolver {

	private final Hubs hubs;

	HubArgumentResolver(Hubs hubs) {
		this.hubs = hubs;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return Hub.class.isAssignableFrom(parameter.getParameterType());
	}

	@Override
	public Hub resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer mavContainer,
			NativeWebRequest request, @Nullable WebDataBinderFactory binderFactory) {
		Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE,
				RequestAttributes.SCOPE_REQUEST);
		Hub hub = (variables instanceof Map<?, ?> map && map.get("hub") instanceof String key) ? this.hubs.get(key)
				: this.hubs.first();
		if (!parameter.getParameterType().isInstance(hub)) {
			throw new WrongVersionException(hub, "Only another version has this.");
		}
		return hub;
	}

}
