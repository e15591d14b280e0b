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

import io.pilispring.transport.PiliTransportBuilder;

/**
 * Applies the application's HTTP client, settings and customizers to a
 * {@link PiliTransportBuilder}, so that an application can build its own transport in the
 * same way as the auto-configured ones.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface PiliTransportConfigurer {

	/**
	 * Configure a builder with the {@code pili.*} properties, except for the hosts and
	 * the credentials. The HTTP client is shared and closed with the application.
	 * @param builder the builder
	 * @return the same builder
	 */
	PiliTransportBuilder configure(PiliTransportBuilder builder);

}
