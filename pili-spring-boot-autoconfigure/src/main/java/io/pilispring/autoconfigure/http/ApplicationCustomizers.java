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

package io.pilispring.autoconfigure.http;

import org.springframework.boot.restclient.RestClientCustomizer;

/**
 * Selects those customizers of the application's clients that can be applied to PILI's
 * client.
 */
final class ApplicationCustomizers {

	// It binds a mock server to the only client under test, and fails with a second one
	private static final String MOCK_SERVER = "org.springframework.boot.restclient.test.MockServerRestClientCustomizer";

	private ApplicationCustomizers() {
	}

	static boolean areMeantForPili(RestClientCustomizer customizer) {
		for (Class<?> type = customizer.getClass(); type != null; type = type.getSuperclass()) {
			if (type.getName().equals(MOCK_SERVER)) {
				return false;
			}
		}
		return true;
	}

}
