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

package io.pilispring.autoconfigure;

import io.pilispring.signing.PiliCredentials;

/**
 * Provides the credentials if they do not come from {@code pili.access-key} and
 * {@code pili.secret-key}, or if they change while the application runs. A bean of this
 * type replaces these two properties.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface PiliCredentialsProvider {

	/**
	 * Return the credentials. Called before every request, so implementations must be
	 * fast and safe for use by multiple threads. To rotate keys without failed calls,
	 * return the new pair while the old one is still valid.
	 * @return the credentials
	 */
	PiliCredentials getCredentials();

}
