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

/**
 * The call that returns the progress of file operations, which requires no signature.
 */
final class FopEndpoint {

	static final String PATH = "/status/get/prefop";

	private final Fops fops;

	FopEndpoint(Fops fops) {
		this.fops = fops;
	}

	void register(Router router) {
		router.on("GET", PATH, (request, path) -> progress(request.query().requireText("id")));
	}

	private ApiResponse progress(String id) {
		FopState fop = this.fops.find(id);
		if (fop == null) {
			throw ApiException.fopNotFound();
		}
		return ApiResponse.ok(FopJson.write(fop));
	}

}
