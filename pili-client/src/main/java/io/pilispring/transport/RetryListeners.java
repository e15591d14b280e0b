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

package io.pilispring.transport;

import java.util.List;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import io.pilispring.PiliException;

/**
 * Notifies listeners of retries. Exceptions are logged, so that a failing listener ends
 * neither the call nor the notification of other listeners.
 *
 * @param listeners the listeners
 */
record RetryListeners(List<PiliRetryListener> listeners) implements PiliRetryListener {

	private static final Log logger = LogFactory.getLog(RetryListeners.class);

	static PiliRetryListener of(List<PiliRetryListener> listeners) {
		return new RetryListeners(List.copyOf(listeners));
	}

	@Override
	public void beforeRetry(ApiRequest request, PiliException failure) {
		notify((listener) -> listener.beforeRetry(request, failure));
	}

	@Override
	public void onBudgetExhausted(ApiRequest request, PiliException failure) {
		notify((listener) -> listener.onBudgetExhausted(request, failure));
	}

	private void notify(Consumer<PiliRetryListener> notification) {
		for (PiliRetryListener listener : this.listeners) {
			try {
				notification.accept(listener);
			}
			catch (RuntimeException ex) {
				logger.warn("A listener of retries failed", ex);
			}
		}
	}

}
