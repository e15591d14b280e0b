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

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PublishCall}.
 */
class PublishCallTests {

	private static final String FORM = "app=my-hub&flashver=FMLE/3.0&swfurl=&tcurl=rtmp://127.0.0.1/my-hub&pageurl="
			+ "&addr=127.0.0.1&clientid=7&call=publish&name=my-title&type=live";

	@Test
	void argumentsOfTheUrlAreKeptAsTheyAre() {
		PublishCall call = PublishCall.parse(FORM + "&nonce=1&token=a-b_c=");
		assertThat(call.url("127.0.0.1:1936")).isEqualTo("rtmp://127.0.0.1:1936/my-hub/my-title?nonce=1&token=a-b_c=");
		assertThat(call.address()).isEqualTo("127.0.0.1");
		assertThat(call.clientId()).isEqualTo("7");
	}

	@Test
	void argumentsOfTheUrlAreNoFields() {
		PublishCall call = PublishCall.parse(FORM + "&key=k&name=evil&app=evil&clientid=8&call=play");
		assertThat(call.stream()).isEqualTo(new StreamName("my-hub", "my-title"));
		assertThat(call.call()).isEqualTo("publish");
		assertThat(call.clientId()).isEqualTo("7");
	}

	@Test
	void urlWithoutArgumentsHasNoQuery() {
		assertThat(PublishCall.parse(FORM).url("127.0.0.1:1936")).isEqualTo("rtmp://127.0.0.1:1936/my-hub/my-title");
	}

	@Test
	void anythingElseIsNoCall() {
		assertThat(PublishCall.parse("")).isNull();
		assertThat(PublishCall.parse("app=a&name=b")).isNull();
		assertThat(PublishCall.parse(FORM.replace("my-title", "%zz"))).isNull();
	}

}
