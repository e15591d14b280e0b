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

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;

/**
 * Shows that a stream no longer exists, to a page that renews its state.
 */
public final class StreamGone {

	// htmx stops asking
	private static final int STOP_POLLING = 286;

	private StreamGone() {
	}

	/**
	 * Show it.
	 * @param reason the key of the message that says why
	 * @param model the model
	 * @param response the response
	 * @return the view
	 */
	public static String show(String reason, Model model, HttpServletResponse response) {
		response.setStatus(STOP_POLLING);
		model.addAttribute("reason", reason);
		return "state :: gone";
	}

}
