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

package io.pilispring.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds the endpoint for a request.
 */
final class Router {

	private static final Pattern VARIABLE = Pattern.compile("\\{[a-z]+}");

	private final List<Route> routes = new ArrayList<>();

	Router on(String method, String template, Endpoint endpoint) {
		String path = VARIABLE.matcher(template).replaceAll("([^/]+)");
		this.routes.add(new Route(method, Pattern.compile(path), endpoint));
		return this;
	}

	ApiResponse answer(ApiRequest request) {
		boolean known = false;
		for (Route route : this.routes) {
			Matcher matcher = route.path().matcher(request.path());
			if (matcher.matches()) {
				if (route.method().equals(request.method())) {
					return route.endpoint().answer(request, values(matcher));
				}
				known = true;
			}
		}
		throw (known) ? ApiException.methodNotAllowed() : ApiException.notFound();
	}

	private static PathValues values(Matcher matcher) {
		return new PathValues(IntStream.rangeClosed(1, matcher.groupCount()).mapToObj(matcher::group).toList());
	}

	/**
	 * A route to an endpoint.
	 *
	 * @param method the HTTP method
	 * @param path the paths that match
	 * @param endpoint the endpoint that handles the request
	 */
	private record Route(String method, Pattern path, Endpoint endpoint) {

	}

}
