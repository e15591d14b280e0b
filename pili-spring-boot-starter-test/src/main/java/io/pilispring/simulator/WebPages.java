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

import org.jspecify.annotations.Nullable;

/**
 * Recognizes requests that a web page of another site makes a browser send. PILI's API is
 * for servers, so no browser has a reason to call it.
 */
final class WebPages {

	private final AllowedHosts hosts;

	WebPages(AllowedHosts hosts) {
		this.hosts = hosts;
	}

	/**
	 * Return whether a request may come from a web page of another site: it has such an
	 * origin, or it is not signed and has a host that a page can point here.
	 * @param origin the {@code Origin} header, or {@code null} if there is none
	 * @param host the {@code Host} header
	 * @param signed whether the request is signed, which includes the host
	 * @return whether to reject it
	 */
	boolean mayHaveSent(@Nullable String origin, @Nullable String host, boolean signed) {
		return (origin != null && !this.hosts.allowsOrigin(origin)) || (!signed && !this.hosts.allowsHost(host));
	}

}
