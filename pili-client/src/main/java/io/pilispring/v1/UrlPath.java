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

package io.pilispring.v1;

import org.springframework.util.Assert;

import io.pilispring.internal.Ascii;
import io.pilispring.internal.OneLine;

/**
 * The path of the URLs of a stream. Hub and title come from PILI, so they are checked
 * before they become a part of a URL.
 */
final class UrlPath {

	private static final String PUNCTUATION = "._~-";

	private UrlPath() {
	}

	static String of(PiliStream stream) {
		String hub = stream.hub();
		String title = stream.title();
		Assert.state(isSegment(hub) && isSegment(title),
				() -> "Stream '" + OneLine.of(stream.id()) + "' has a hub or a title that cannot stand in a URL");
		return "/" + hub + "/" + title;
	}

	// Letters of any language may stand there, but nothing with a meaning of its own
	private static boolean isSegment(String text) {
		return !text.isEmpty() && !text.equals(".") && !text.equals("..")
				&& (Ascii.isMadeOf(text, PUNCTUATION) || text.codePoints().allMatch(UrlPath::isAllowed));
	}

	private static boolean isAllowed(int character) {
		return Character.isLetterOrDigit(character) || PUNCTUATION.indexOf(character) >= 0;
	}

}
