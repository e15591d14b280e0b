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

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * Creates the streams of an account, each with the defaults of the version that creates
 * it.
 */
final class StreamFactory {

	private final AtomicLong numbers = new AtomicLong();

	private final SimulatorSettings settings;

	private final Ids ids;

	StreamFactory(SimulatorSettings settings) {
		this.settings = settings;
		this.ids = new Ids(settings.zone());
	}

	String title() {
		return this.ids.title(clock().instant());
	}

	PublishSecurity security(@Nullable String wireName) {
		return (wireName != null) ? PublishSecurity.of(wireName) : this.settings.publishSecurity();
	}

	StreamState createV1(HubState hub, String title, @Nullable String publishKey, PublishSecurity security) {
		String key = (publishKey != null) ? publishKey : Ids.publishKey();
		return create(hub, title, key, security, false, false);
	}

	StreamState createV2(HubState hub, String key, boolean nropEnabled) {
		return create(hub, key, null, null, nropEnabled, true);
	}

	private StreamState create(HubState hub, String title, @Nullable String publishKey,
			@Nullable PublishSecurity security, boolean nropEnabled, boolean expires) {
		Instant now = clock().instant();
		StreamSettings own = new StreamSettings(now, publishKey, security, Availability.ENABLED,
				this.settings.profiles(), nropEnabled);
		return new StreamState(hub, new StreamId(this.settings.zone(), hub.name(), title),
				this.numbers.incrementAndGet(), own, expires, clock());
	}

	private InstantSource clock() {
		return this.settings.clock();
	}

}
