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

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Generates the names and ids that PILI generates itself.
 */
final class Ids {

	private static final SecureRandom RANDOM = new SecureRandom();

	private final AtomicLong counter = new AtomicLong();

	private final String zone;

	Ids(String zone) {
		this.zone = zone;
	}

	String title(Instant now) {
		return "%08x%016x".formatted(now.getEpochSecond() & 0xFFFFFFFFL, this.counter.incrementAndGet());
	}

	String persistentId(Instant now) {
		return this.zone + "." + title(now);
	}

	static String publishKey() {
		return HexFormat.of().formatHex(random(8));
	}

	static String requestId() {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(random(12));
	}

	private static byte[] random(int length) {
		byte[] bytes = new byte[length];
		RANDOM.nextBytes(bytes);
		return bytes;
	}

}
