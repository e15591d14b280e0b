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

package io.pilispring.simulator.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Hub and keys from the application's own properties. A value with a placeholder that
 * cannot be resolved counts as not set, because tests often run where there are no keys.
 *
 * @param hub the name of the hub, or {@code null} if none is set
 * @param accessKey the access key, or {@code null} if none is set
 * @param secretKey the secret key, or {@code null} if none is set
 */
record ApplicationAccount(@Nullable String hub, @Nullable String accessKey, @Nullable String secretKey) {

	static final String HUB = "pili.hub";

	static final String ACCESS_KEY = "pili.access-key";

	static final String SECRET_KEY = "pili.secret-key";

	static ApplicationAccount of(Environment environment) {
		Binder binder = Binder.get(environment);
		return new ApplicationAccount(value(binder, HUB), value(binder, ACCESS_KEY), value(binder, SECRET_KEY));
	}

	private static @Nullable String value(Binder binder, String name) {
		String value = binder.bind(name, String.class).orElse("");
		return (value.isBlank() || value.contains("${")) ? null : value;
	}

	@Override
	public String toString() {
		return "ApplicationAccount[hub=" + this.hub + "]";
	}

}
