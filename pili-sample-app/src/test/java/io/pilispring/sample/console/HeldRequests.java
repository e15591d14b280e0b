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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that wait until they are released.
 */
final class HeldRequests {

	private final List<Route> routes = new ArrayList<>();

	private boolean released;

	HeldRequests(Page page, Predicate<Request> condition) {
		page.route("**", (route) -> {
			if (!condition.test(route.request())) {
				route.fallback();
			}
			else if (this.released) {
				route.resume();
			}
			else {
				this.routes.add(route);
			}
		});
	}

	void await(Page page, int count) {
		for (int step = 0; this.routes.size() < count; step++) {
			assertThat(step).as("steps of waiting").isLessThan(600);
			page.waitForTimeout(50);
		}
	}

	void releaseFirst() {
		this.routes.remove(0).resume();
	}

	void release() {
		this.released = true;
		this.routes.forEach(Route::resume);
	}

}
