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

package io.pilispring.autoconfigure.v1;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

import io.pilispring.autoconfigure.PiliAutoConfiguration;
import io.pilispring.autoconfigure.PiliConnectionDetails;
import io.pilispring.transport.PiliTransport;
import io.pilispring.v1.PiliHub;

/**
 * Auto-configuration of a {@link PiliHub}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = PiliAutoConfiguration.class)
@ConditionalOnBean({ PiliConnectionDetails.class, PiliTransport.class })
public final class PiliHubAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	PiliHub piliHub(PiliConnectionDetails connectionDetails, PiliTransport transport) {
		return PiliHub.create(connectionDetails.getHub(), transport);
	}

}
