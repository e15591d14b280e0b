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

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.pilispring.PiliServer;
import io.pilispring.transport.PiliTransport;

import static org.assertj.core.api.Assertions.assertThat;

class PiliStreamTests {

	@RegisterExtension
	final PiliServer pili = new PiliServer();

	private final PiliTransport transport = this.pili.transport();

	private final PiliStream stream = Streams.of(this.transport);

	@Test
	void updateReturnsTheChangedStream() {
		this.pili.answer(200, Streams.JSON.replace("\"disabled\":false", "\"disabled\":true"));
		assertThat(this.stream.disable().disabled()).isTrue();
		assertThat(this.stream.disabled()).isFalse();
	}

	@Test
	void enableAlsoEndsADisablingUntilATime() {
		this.pili.stub(WireMock.post("/v1/streams/" + Streams.ID)
			.willReturn(WireMock.okJson("{\"id\":\"a.b.c\",\"disabledTill\":1440437833}")));
		this.pili.stub(WireMock.post("/v1/streams/" + Streams.ID + "/available").willReturn(WireMock.ok()));
		this.pili.stub(WireMock.get("/v1/streams/" + Streams.ID).willReturn(WireMock.okJson(Streams.JSON)));
		assertThat(this.stream.enable().id()).isEqualTo(Streams.ID);
		assertThat(this.pili.requests()).extracting(LoggedRequest::getBodyAsString)
			.containsExactly("{\"disabled\":false}", "{\"available\":\"enabled\"}", "");
	}

	@Test
	void statusHasTheIdThatWasAskedFor() {
		this.pili.answer(200, "{\"status\":\"connected\",\"streamId\":\"other\"}");
		assertThat(this.stream.status().streamId()).isEqualTo(Streams.ID);
	}

	@Test
	void saveAsAnswersWhatThereIs() {
		this.pili.answer(200, "{\"url\":\"u\",\"targetUrl\":\"t\",\"persistentId\":\"p\",\"new\":1}");
		assertThat(this.stream.saveAs((spec) -> spec.name("a"))).isEqualTo(new SaveAsResult("u", "t", "p"));
		this.pili.answer(200, "{\"url\":\"u\",\"targetUrl\":null}");
		assertThat(this.stream.saveAs((spec) -> spec.name("a"))).isEqualTo(new SaveAsResult("u", null, null));
	}

	@Test
	void snapshotAnswersWhatThereIs() {
		this.pili.answer(200, "{\"targetUrl\":\"t\",\"persistentId\":\"p\"}");
		assertThat(this.stream.snapshot((spec) -> spec.name("a").format("jpg")))
			.isEqualTo(new SnapshotResult("t", "p"));
	}

	@Test
	void hubSaysWhatItIs() {
		PiliHub hub = PiliHub.create("test-hub", PiliServer.transportBuilder("https://Pili.example.com/").build());
		assertThat(hub.name()).isEqualTo("test-hub");
		assertThat(hub).hasToString("PiliHub[name=test-hub, apiHost=pili.example.com]");
	}

}
