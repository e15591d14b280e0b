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

import org.jspecify.annotations.Nullable;

import io.pilispring.fop.Fop;
import io.pilispring.fop.FopCode;
import io.pilispring.fop.FopItem;

/**
 * How far a file is.
 *
 * @param file the file
 * @param percent how far the progress bar is
 * @param over whether nothing changes any more
 * @param made whether it is there
 * @param error why it failed, or {@code null}
 */
record FileProgress(MadeFile file, int percent, boolean over, boolean made, @Nullable String error) {

	private static final int WAITING = 15;

	private static final int PROCESSING = 60;

	static FileProgress done(MadeFile file) {
		return new FileProgress(file, 100, true, true, null);
	}

	// File operations take a moment to show, and are forgotten after some days
	static FileProgress unknown(MadeFile file) {
		return new FileProgress(file, 0, false, false, null);
	}

	// It was there, for all that is known, but PILI no longer says
	static FileProgress forgotten(MadeFile file) {
		return new FileProgress(file, 100, true, true, null);
	}

	static FileProgress of(MadeFile file, Fop fop) {
		boolean made = fop.code() == FopCode.DONE || fop.code() == FopCode.NOTIFICATION_FAILED;
		return new FileProgress(file, percent(fop.code()), fop.done(), made, (made) ? null : error(fop));
	}

	private static int percent(FopCode code) {
		return switch (code) {
			case WAITING, UNKNOWN -> WAITING;
			case PROCESSING -> PROCESSING;
			default -> 100;
		};
	}

	private static @Nullable String error(Fop fop) {
		return fop.items().stream().map(FopItem::error).filter((error) -> error != null).findFirst().orElse(null);
	}

}
