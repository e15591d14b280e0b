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

import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import io.pilispring.sample.hubs.Hub;
import io.pilispring.sample.hubs.HubPaths;
import io.pilispring.sample.hubs.Hubs;

/**
 * The page that says what went wrong, also where no controller of the console was
 * reached: an unknown address, a missing parameter, a refused form.
 */
@Component
class ProblemPage implements ErrorViewResolver {

	private final Hubs hubs;

	private final HubPaths paths;

	private final ConsoleProperties properties;

	ProblemPage(Hubs hubs, HubPaths paths, ConsoleProperties properties) {
		this.hubs = hubs;
		this.paths = paths;
		this.properties = properties;
	}

	ModelAndView show(Problem problem, HttpServletRequest request) {
		Map<String, Object> model = new HashMap<>();
		model.put("problem", problem);
		model.put("hub", hub(request));
		model.put("hubs", this.hubs.all());
		model.put("console", this.properties);
		return new ModelAndView("problem", model, problem.status());
	}

	// Of what was requested, whether it reached a controller or not
	private @Nullable Hub hub(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		String uri = (failed != null) ? failed.toString() : request.getRequestURI();
		return this.paths.hub(uri, request.getContextPath());
	}

	@Override
	public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
		return show(Problem.of(status), request);
	}

}
