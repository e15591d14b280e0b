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

import org.jspecify.annotations.Nullable;

import io.pilispring.internal.Arguments;
import io.pilispring.url.PublishSecurity;

/**
 * Common base of the specs to create and to update a stream: who may publish.
 *
 * @param <S> the type of the spec
 * @since 0.1.0
 */
public abstract sealed class SecuritySpec<S extends SecuritySpec<S>> permits CreateStreamSpec, UpdateStreamSpec {

	private @Nullable String publishKey;

	private @Nullable PublishSecurity publishSecurity;

	SecuritySpec() {
	}

	/**
	 * Set the publish key.
	 * @param publishKey the publish key, at most 500 characters; blank counts as absent.
	 * To create publish URLs with {@link PublishSecurity#STATIC}, it must consist of
	 * characters that are allowed unencoded in a query, other than {@code &} and
	 * {@code %}
	 * @return this spec
	 * @throws IllegalArgumentException if the key is too long or has control characters
	 */
	public S publishKey(@Nullable String publishKey) {
		this.publishKey = Arguments.publishKey(publishKey);
		return self();
	}

	/**
	 * Set how publish URLs are authorized.
	 * @param publishSecurity the security, at most 100 characters, or {@code null} to
	 * leave it out
	 * @return this spec
	 * @throws IllegalArgumentException if the security is too long or has control
	 * characters
	 */
	public S publishSecurity(@Nullable PublishSecurity publishSecurity) {
		this.publishSecurity = StreamArguments.publishSecurity(publishSecurity);
		return self();
	}

	@Nullable String publishKey() {
		return this.publishKey;
	}

	@Nullable PublishSecurity publishSecurity() {
		return this.publishSecurity;
	}

	abstract S self();

}
