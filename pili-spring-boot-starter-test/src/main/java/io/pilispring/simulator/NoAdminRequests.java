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

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.security.Authenticator;

/**
 * Rejects every request to WireMock's admin API, which would let any web page that is
 * open in a browser on this machine make stubs and proxies, read requests, write files
 * and stop the server. The process itself uses {@link PiliSimulator#wireMock()}.
 */
final class NoAdminRequests implements Authenticator {

	@Override
	public boolean authenticate(Request request) {
		return false;
	}

}
