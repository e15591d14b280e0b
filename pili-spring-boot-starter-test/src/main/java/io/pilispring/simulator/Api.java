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

import java.util.Map;
import java.util.Objects;

/**
 * Handles every request.
 */
final class Api {

	private final SignatureVerifier verifier;

	private final Map<AccountState, Router> routers;

	private final Router unsigned;

	/**
	 * Create an API.
	 * @param verifier finds the account of a request
	 * @param routers the calls of each account
	 * @param unsigned the calls that require no signature
	 */
	Api(SignatureVerifier verifier, Map<AccountState, Router> routers, Router unsigned) {
		this.verifier = verifier;
		this.routers = Map.copyOf(routers);
		this.unsigned = unsigned;
	}

	ApiResponse answer(ApiRequest request) {
		try {
			return router(request).answer(request);
		}
		catch (ApiException ex) {
			return ApiResponse.error(ex, request.version());
		}
		catch (RuntimeException ex) {
			return ApiResponse.error(ApiException.failed(ex), request.version());
		}
	}

	private Router router(ApiRequest request) {
		return (FopEndpoint.PATH.equals(request.path())) ? this.unsigned
				: Objects.requireNonNull(this.routers.get(this.verifier.verify(request)));
	}

}
