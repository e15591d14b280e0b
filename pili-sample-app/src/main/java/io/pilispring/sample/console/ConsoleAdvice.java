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

package io.pilispring.sample.console;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

import io.pilispring.PiliException;
import io.pilispring.v1.PiliHub;

/**
 * What all pages share: the name of the hub, and how problems are shown.
 */
@ControllerAdvice(basePackageClasses = ConsoleAdvice.class)
class ConsoleAdvice {

	private final PiliHub hub;

	private final ConsoleProperties properties;

	ConsoleAdvice(PiliHub hub, ConsoleProperties properties) {
		this.hub = hub;
		this.properties = properties;
	}

	// Once a page is being sent it is too late to start the session that the token is in
	@ModelAttribute
	void prepareToken(@Nullable CsrfToken token) {
		if (token != null) {
			token.getToken();
		}
	}

	@ModelAttribute("hubName")
	String hubName() {
		return this.hub.name();
	}

	@ModelAttribute("console")
	ConsoleProperties console() {
		return this.properties;
	}

	@ExceptionHandler
	ModelAndView handle(PiliException ex, HttpServletRequest request, HttpServletResponse response) {
		return show(Problem.of(ex), request, response);
	}

	// The client checks arguments before it sends anything
	@ExceptionHandler
	ModelAndView handle(IllegalArgumentException ex, HttpServletRequest request, HttpServletResponse response) {
		return show(Problem.of("argument", ex, HttpStatus.BAD_REQUEST), request, response);
	}

	// An address that the stream lacks something for
	@ExceptionHandler
	ModelAndView handle(IllegalStateException ex, HttpServletRequest request, HttpServletResponse response) {
		return show(Problem.of("state", ex, HttpStatus.CONFLICT), request, response);
	}

	private ModelAndView show(Problem problem, HttpServletRequest request, HttpServletResponse response) {
		Map<String, Object> model = Map.of("problem", problem, "hubName", hubName(), "console", this.properties);
		if (request.getHeader("HX-Request") != null) {
			response.setHeader("HX-Retarget", "#notices");
			response.setHeader("HX-Reswap", "innerHTML");
			return new ModelAndView("fragments :: problem(problem=${problem})", model);
		}
		String id = streamId(request);
		if (HttpMethod.POST.matches(request.getMethod()) && id != null) {
			FlashMap flash = RequestContextUtils.getOutputFlashMap(request);
			flash.put("problem", problem);
			return new ModelAndView("redirect:/streams/{id}", Map.of("id", id));
		}
		return new ModelAndView("problem", model, problem.status());
	}

	private static @Nullable String streamId(HttpServletRequest request) {
		Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
		return (variables instanceof Map<?, ?> map && map.get("id") instanceof String id) ? id : null;
	}

}
