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

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

import io.pilispring.PiliException;
import io.pilispring.sample.hubs.Hub;
import io.pilispring.sample.hubs.Hubs;
import io.pilispring.sample.hubs.UnknownHubException;
import io.pilispring.sample.hubs.WrongVersionException;

/**
 * What all pages share: the hubs, and how problems are shown.
 */
@ControllerAdvice(basePackageClasses = ConsoleAdvice.class)
class ConsoleAdvice {

	// Forms that are not on a page of their own path
	private static final Map<String, String> PAGES = Map.ofEntries(Map.entry("publish-address", ""),
			Map.entry("simulate", ""), Map.entry("simulate-end", ""), Map.entry("files", "/recordings"),
			Map.entry("snapshots", "/recordings"), Map.entry("forget", "/recordings"),
			Map.entry("disable", "/settings"), Map.entry("disable-until", "/settings"),
			Map.entry("disable-for", "/settings"), Map.entry("enable", "/settings"),
			Map.entry("converts", "/settings"));

	private final Hubs hubs;

	private final ConsoleProperties properties;

	private final ProblemPage page;

	ConsoleAdvice(Hubs hubs, ConsoleProperties properties, ProblemPage page) {
		this.hubs = hubs;
		this.properties = properties;
		this.page = page;
	}

	// Once a page is being sent it is too late to start the session that the token is in
	@ModelAttribute
	void prepareToken(@Nullable CsrfToken token) {
		if (token != null) {
			token.getToken();
		}
	}

	@ModelAttribute("hub")
	Hub hub(Hub hub) {
		return hub;
	}

	@ModelAttribute("hubs")
	List<Hub> hubs() {
		return this.hubs.all();
	}

	@ModelAttribute("console")
	ConsoleProperties console() {
		return this.properties;
	}

	@ModelAttribute("now")
	Instant now() {
		return Instant.now();
	}

	@ExceptionHandler({ PiliException.class, IllegalStateException.class, FileNameTakenException.class })
	ModelAndView handle(RuntimeException ex, HttpServletRequest request) {
		return show(Problem.of(ex), request);
	}

	@ExceptionHandler
	ModelAndView handle(UnknownHubException ex, HttpServletRequest request) {
		return this.page.show(Problem.of(HttpStatus.NOT_FOUND), request);
	}

	@ExceptionHandler
	ModelAndView handle(WrongVersionException ex, HttpServletRequest request) {
		return this.page.show(Problem.of(ex), request);
	}

	// Also as the cause of what Spring MVC says of a parameter that it cannot convert
	@ExceptionHandler
	ModelAndView handle(IllegalArgumentException ex, HttpServletRequest request) {
		return show(Problem.of(ex), request);
	}

	// htmx takes the problem out of its page. Without scripts, a form that failed is
	// shown again
	private ModelAndView show(Problem problem, HttpServletRequest request) {
		String id = streamId(request);
		if (id == null || !HttpMethod.POST.matches(request.getMethod()) || request.getHeader("HX-Request") != null) {
			return this.page.show(problem, request);
		}
		RequestContextUtils.getOutputFlashMap(request).put("problem", problem);
		String form = request.getRequestURI().substring(request.getRequestURI().lastIndexOf('/') + 1);
		return new ModelAndView("redirect:/hubs/{hub}/streams/{id}" + PAGES.getOrDefault(form, "/" + form));
	}

	private static @Nullable String streamId(HttpServletRequest request) {
		Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
		return (variables instanceof Map<?, ?> map && map.get("id") instanceof String id) ? id : null;
	}

}
