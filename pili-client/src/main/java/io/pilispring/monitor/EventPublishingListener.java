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

package io.pilispring.monitor;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes what happens to streams as events of the application.
 */
final class EventPublishingListener implements SnapshotListener {

	private static final Log logger = LogFactory.getLog(EventPublishingListener.class);

	private final ApplicationEventPublisher publisher;

	EventPublishingListener(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
	}

	@Override
	public void onSnapshot(String name, HubSnapshot before, HubSnapshot after) {
		for (StreamEvent event : StreamChanges.between(before, after)) {
			try {
				this.publisher.publishEvent(event);
			}
			catch (RuntimeException ex) {
				// One listener that fails must not cost the others their events
				logger.warn("A listener of " + event.getClass().getSimpleName() + " failed", ex);
			}
		}
	}

}
