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

import java.net.URI;

/**
 * Validates URLs that requests are sent to.
 */
final class HttpUrls {

	private HttpUrls() {
	}

	static boolean isHttp(String url) {
		try {
			URI uri = URI.create(url);
			return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	static String requireNotifyUrl(String url) {
		if (!isHttp(url)) {
			throw ApiException.badRequest("invalid notifyUrl '%s'".formatted(url));
		}
		return url;
	}

}
