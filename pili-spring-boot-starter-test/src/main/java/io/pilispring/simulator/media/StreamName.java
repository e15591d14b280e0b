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

package io.pilispring.simulator.media;

// A stream as URLs name it
record StreamName(String hub, String title) {

	// The profiles of a stream all show the stream as it was published
	static StreamName ofPlayed(String hub, String name) {
		int at = name.indexOf('@');
		return new StreamName(hub, (at != -1) ? name.substring(0, at) : name);
	}

	@Override
	public String toString() {
		return this.hub + "/" + this.title;
	}

}
