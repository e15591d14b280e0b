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

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.condition.RequestCondition;

/**
 * Prefers the controller method for hubs of the version that the hub of the request has.
 * It matches any hub, so that what only another version has is refused with that reason.
 *
 * @param type the type of the hubs that the method is for
 * @param hub the hub of the request, or {@code null} if it is not known
 * @param paths finds the hub of a request
 */
record HubVersionCondition(Class<?> type, @Nullable Hub hub,
		HubPaths paths) implements RequestCondition<HubVersionCondition> {

	HubVersionCondition(Class<?> type, HubPaths paths) {
		this(type, null, paths);
	}

	@Override
	public HubVersionCondition combine(HubVersionCondition other) {
		return other;
	}

	@Override
	public HubVersionCondition getMatchingCondition(HttpServletRequest request) {
		return new HubVersionCondition(this.type, this.paths.hub(request), this.paths);
	}

	@Override
	public int compareTo(HubVersionCondition other, HttpServletRequest request) {
		int order = Boolean.compare(other.isRight(), isRight());
		// Where no hub is known, either method says so
		return (order != 0) ? order : this.type.getName().compareTo(other.type.getName());
	}

	private boolean isRight() {
		return this.type.isInstance(this.hub);
	}

	// Whether two methods are mapped alike does not depend on a request
	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof HubVersionCondition that && this.type == that.type;
	}

	@Override
	public int hashCode() {
		return Objects.hashCode(this.type);
	}

}
