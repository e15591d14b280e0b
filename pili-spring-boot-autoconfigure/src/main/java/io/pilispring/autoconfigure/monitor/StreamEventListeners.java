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

package io.pilispring.autoconfigure.monitor;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.context.event.GenericApplicationListenerAdapter;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.ResolvableType;

import io.pilispring.monitor.StreamConnectedEvent;
import io.pilispring.monitor.StreamDisconnectedEvent;
import io.pilispring.monitor.StreamFrozenEvent;
import io.pilispring.monitor.StreamResumedEvent;

/**
 * Determines whether an application listens to the events of the monitor.
 */
final class StreamEventListeners {

	private static final ResolvableType ANYTHING = payload(Object.class);

	private StreamEventListeners() {
	}

	// An event also reaches the listeners of all parents
	static boolean existIn(ApplicationContext context) {
		for (ApplicationContext current = context; current != null; current = current.getParent()) {
			if (current instanceof AbstractApplicationContext application
					&& application.getApplicationListeners().stream().anyMatch(StreamEventListeners::isOne)) {
				return true;
			}
		}
		return false;
	}

	// A listener for any event is not there for the monitor's events
	private static boolean isOne(ApplicationListener<?> listener) {
		GenericApplicationListener typed = (listener instanceof GenericApplicationListener generic) ? generic
				: new GenericApplicationListenerAdapter(listener);
		return !typed.supportsEventType(ANYTHING) && (typed.supportsEventType(payload(StreamConnectedEvent.class))
				|| typed.supportsEventType(payload(StreamDisconnectedEvent.class))
				|| typed.supportsEventType(payload(StreamFrozenEvent.class))
				|| typed.supportsEventType(payload(StreamResumedEvent.class)));
	}

	private static ResolvableType payload(Class<?> type) {
		return ResolvableType.forClassWithGenerics(PayloadApplicationEvent.class, type);
	}

}
