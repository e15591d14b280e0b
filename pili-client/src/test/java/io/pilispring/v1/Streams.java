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

package io.pilispring.v1;

import io.pilispring.PiliServer;
import io.pilispring.internal.WireJson;
import io.pilispring.transport.PiliTransport;
import io.pilispring.url.NonceSource;

/**
 * Streams for tests, made without a call.
 */
final class Streams {

	static final String ID = "z1.test-hub.55d80075e3ba5723280000d2";

	static final String PUBLISH_KEY = "ca11e07f094c3a6e";

	static final String JSON = """
			{"id":"z1.test-hub.55d80075e3ba5723280000d2","createdAt":"2015-08-22T04:54:13.539Z",
			"updatedAt":"2015-08-22T12:54:13+08:00","title":"55d80075e3ba5723280000d2","hub":"test-hub",
			"disabled":false,"publishKey":"ca11e07f094c3a6e","publishSecurity":"dynamic","profiles":["480p","720p"],
			"hosts":{"publish":{"rtmp":"pub.example.com"},"live":{"http":"http.example.com","hdl":"hdl.example.com",
			"hls":"hls.example.com","rtmp":"rtmp.example.com","snapshot":"snap.example.com"},
			"playback":{"http":"pbhttp.example.com","hls":"pbhls.example.com"}}}""";

	private Streams() {
	}

	static PiliStream of(String json) {
		return of(PiliServer.transportBuilder("pili.example.com").build(), json);
	}

	static PiliStream of(PiliTransport transport) {
		return of(transport, JSON);
	}

	static PiliStream of(PiliTransport transport, String json) {
		return new DefaultPiliStream(new StreamsApi(transport, NonceSource.shared()),
				WireJson.read(json, StreamDocument.class), json);
	}

	static PiliStream secured(String publishSecurity) {
		return of(JSON.replace("\"dynamic\"", "\"" + publishSecurity + "\""));
	}

}
