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

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Writes bit rates for people.
 */
public final class Rates {

	private static final double BITS_PER_KILOBIT = 1000;

	private static final double MEGABITS_FROM = 10_000;

	private Rates() {
	}

	/**
	 * Write a bit rate.
	 * @param bytesPerSecond the rate, in bytes, or {@code null} if it is not known
	 * @return the text
	 */
	public static String text(@Nullable Double bytesPerSecond) {
		if (bytesPerSecond == null) {
			return "–";
		}
		double kilobits = bytesPerSecond * Byte.SIZE / BITS_PER_KILOBIT;
		return (kilobits < MEGABITS_FROM) ? String.format(Locale.ROOT, "%.0f kbps", kilobits)
				: String.format(Locale.ROOT, "%.1f Mbps", kilobits / BITS_PER_KILOBIT);
	}

	/**
	 * Write a bit rate.
	 * @param bitsPerSecond the rate, or {@code null} if it is not known
	 * @return the text
	 */
	public static String ofBits(@Nullable Long bitsPerSecond) {
		return text((bitsPerSecond != null) ? bitsPerSecond / (double) Byte.SIZE : null);
	}

}
