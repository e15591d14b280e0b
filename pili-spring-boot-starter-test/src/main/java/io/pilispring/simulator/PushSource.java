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
 * The URL that a publisher uses.
 *
 * @param url the URL
 * @param protocol the protocol: {@code rtmp} or {@code srt}
 * @param host the host, with a port or without
 * @param parameters the parameters of the URL
 */
record PushSource(String url, String protocol, String host, FormParameters parameters) {

	static PushSource of(PublishUrl url) {
		FormParameters parameters = FormParameters.parse((url.rawQuery() != null) ? url.rawQuery() : "");
		return new PushSource(url.text(), url.protocol(), url.host(),
				(parameters != null) ? parameters : FormParameters.none());
	}

	static PushSource none(String hub, String key, String host) {
		return new PushSource("rtmp://" + host + "/" + hub + "/" + key, "rtmp", host, FormParameters.none());
	}

	String domain() {
		return Domains.withoutPort(this.host);
	}

}
