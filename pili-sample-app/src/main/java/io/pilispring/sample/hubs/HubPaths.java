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

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPattern.PathMatchInfo;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Finds the hub that a path names.
 */
@Component
public class HubPaths {

	private static final List<PathPattern> PATTERNS = List.of(PathPatternParser.defaultInstance.parse("/hubs/{hub}/**"),
			PathPatternParser.defaultInstance.parse("/api/hubs/{hub}/**"));

	private final Hubs hubs;

	HubPaths(Hubs hubs) {
		this.hubs = hubs;
	}

	/**
	 * Return the hub of a request.
	 * @param request the request
	 * @return the hub, or {@code null} if the path names none that is known
	 */
	public @Nullable Hub hub(HttpServletRequest request) {
		return hub(request.getRequestURI(), request.getContextPath());
	}

	/**
	 * Return the hub of a path.
	 * @param uri the path of the request
	 * @param contextPath the path of the application
	 * @return the hub, or {@code null} if the path names none that is known
	 */
	public @Nullable Hub hub(String uri, String contextPath) {
		PathContainer path = PathContainer.parsePath(uri.substring(contextPath.length()));
		for (PathPattern pattern : PATTERNS) {
			PathMatchInfo match = pattern.matchAndExtract(path);
			if (match != null) {
				return this.hubs.find(match.getUriVariables().get("hub"));
			}
		}
		return null;
	}

}
