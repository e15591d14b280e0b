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
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import io.pilispring.v1.PiliHub;

/**
 * The page that says what went wrong, also where no controller of the console was
 * reached: an unknown address, a missing parameter, a refused form.
 */
@Component
class ProblemPage implements ErrorViewResolver {

	private final PiliHub hub;

	private final ConsoleProperties properties;

	ProblemPage(PiliHub hub, ConsoleProperties properties) {
		this.hub = hub;
		this.properties = properties;
	}

	ModelAndView show(Problem problem) {
		return new ModelAndView("problem",
				Map.of("problem", problem, "hubName", this.hub.name(), "console", this.properties), problem.status());
	}

	@Override
	public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
		return show(Problem.of(status));
	}

}
