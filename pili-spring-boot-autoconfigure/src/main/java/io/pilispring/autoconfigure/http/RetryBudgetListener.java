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

package io.pilispring.autoconfigure.http;

import io.pilispring.transport.ApiService;
import io.pilispring.transport.RetryBudget;

/**
 * Listener that is notified of the retry budgets of hubs.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface RetryBudgetListener {

	/**
	 * Called when a hub gets its transport.
	 * @param key the key of the hub
	 * @param service the service whose calls share the budget
	 * @param budget the budget, which hubs of one account share
	 */
	void onRetryBudget(String key, ApiService service, RetryBudget budget);

}
