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

import java.util.List;

/**
 * An account of a simulator.
 *
 * @param accessKey the access key
 * @param secretKey the secret key
 * @param hubs the names of the hubs, the default one first
 */
record AccountSettings(String accessKey, String secretKey, List<String> hubs) {

	@Override
	public String toString() {
		return "AccountSettings[accessKey=" + this.accessKey + ", hubs=" + this.hubs + "]";
	}

}
