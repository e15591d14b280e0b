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

package io.pilispring.v2;

import org.jspecify.annotations.Nullable;

/**
 * A domain of a hub.
 *
 * @param type what it is for
 * @param domain the domain
 * @param cname the name that its CNAME record must have, or {@code null}
 * @param certificateEnabled whether it has a certificate
 * @param certificateName the name of the certificate, or {@code null}
 * @since 0.1.0
 */
public record HubDomain(DomainType type, String domain, @Nullable String cname, boolean certificateEnabled,
		@Nullable String certificateName) {

}
