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

package io.pilispring.sample.tour;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

import io.pilispring.fop.Fop;
import io.pilispring.sample.hubs.Hub;

/**
 * The life of a stream, step by step.
 */
abstract class Tour {

	private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

	private static final DateTimeFormatter TITLE = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);

	private static final Duration FOP_LIMIT = Duration.ofMinutes(2);

	private final Hub hub;

	private final Narrator narrator;

	private final ApplicationEventPublisher events;

	private final Duration patience;

	Tour(Hub hub, Narrator narrator, ApplicationEventPublisher events, Duration patience) {
		this.hub = hub;
		this.narrator = narrator;
		this.events = events;
		this.patience = patience;
	}

	// A title that people can read, and no other tour has
	static String title() {
		return "tour-" + TITLE.format(LocalDateTime.now());
	}

	abstract void take() throws InterruptedException;

	void waitForPublisher(String stream, String url) {
		this.events.publishEvent(new PublishUrlReady(stream, url));
	}

	void follow(@Nullable String persistentId) {
		if (persistentId != null) {
			Fop fop = this.hub.awaitFop(persistentId, FOP_LIMIT,
					(progress) -> this.narrator.say("... %s", progress.code()));
			this.narrator.say("%s: %s", fop.id(), fop.code());
		}
	}

	<T> T until(Supplier<T> supplier, Predicate<T> condition) throws InterruptedException {
		Instant limit = Instant.now().plus(this.patience);
		T value = supplier.get();
		while (!condition.test(value)) {
			if (Instant.now().isAfter(limit)) {
				throw new IllegalStateException("Nobody published within " + this.patience);
			}
			Thread.sleep(POLL_INTERVAL.toMillis());
			value = supplier.get();
		}
		return value;
	}

}
