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

import java.util.Iterator;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.pilispring.PiliException;
import io.pilispring.PiliServer;
import io.pilispring.PiliServerException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StreamPagerTests {

	@RegisterExtension
	final PiliServer pili = new PiliServer();

	private final PiliHub hub = this.pili.hub();

	@Test
	void nothingIsAskedForBeforeTheWalk() {
		this.hub.streams();
		this.hub.streams((spec) -> spec.pageSize(2)).map(PiliStream::id).filter(String::isEmpty);
		assertThat(this.pili.requests()).isEmpty();
	}

	@Test
	void pagesAreAskedForWhenTheWalkGetsThere() {
		threePages();
		Iterator<PiliStream> streams = this.hub.streams((spec) -> spec.pageSize(2).connected()).iterator();
		assertThat(streams.next().title()).isEqualTo("1");
		assertThat(streams.next().title()).isEqualTo("2");
		assertThat(this.pili.requests()).hasSize(1);
		assertThat(streams.next().title()).isEqualTo("3");
		assertThat(this.pili.requests()).extracting(LoggedRequest::getUrl)
			.containsExactly("/v1/streams?hub=test-hub&status=connected&limit=2",
					"/v1/streams?hub=test-hub&status=connected&marker=m1&limit=2");
	}

	@Test
	void shortWalkAsksForOnePage() {
		threePages();
		assertThat(this.hub.streams().limit(2)).hasSize(2);
		assertThat(this.hub.streams().findFirst()).isPresent();
		assertThat(this.hub.streams().anyMatch((stream) -> stream.title().equals("2"))).isTrue();
		assertThat(this.pili.requests()).hasSize(3);
	}

	@Test
	void wholeWalkEndsAtTheEnd() {
		threePages();
		assertThat(this.hub.streams().map(PiliStream::title)).containsExactly("1", "2", "3", "4", "5");
		assertThat(this.pili.requests()).hasSize(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'marker':'','items':[{'id':'a.b.1'}]}", "{'items':[{'id':'a.b.1'}]}",
			"{'marker':null,'items':[{'id':'a.b.1'},null]}", "{'marker':'x','end':true,'items':[{'id':'a.b.1'}]}",
			"{'marker':' ','end':false,'items':[{'id':'a.b.1'}]}" })
	void lastPage(String page) {
		this.pili.answer(200, page.replace('\'', '"'));
		assertThat(this.hub.streams().map(PiliStream::title)).containsExactly("1");
		assertThat(this.hub.listStreams().hasNext()).isFalse();
		assertThat(this.pili.requests()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{'items':null}", "{'items':[],'marker':'x'}", "{'items':null,'marker':'x'}",
			"{'items':[null],'marker':'x','end':false}" })
	void emptyPage(String page) {
		this.pili.answer(200, page.replace('\'', '"'));
		assertThat(this.hub.streams()).isEmpty();
		assertThat(this.pili.requests()).hasSize(1);
	}

	@Test
	void pageTellsWhereTheNextStarts() {
		threePages();
		StreamPage page = this.hub.listStreams();
		assertThat(page.hasNext()).isTrue();
		assertThat(page.marker()).isEqualTo("m1");
		assertThat(page.items()).isUnmodifiable().extracting(PiliStream::title).containsExactly("1", "2");
	}

	@Test
	void repeatingMarkerEndsTheWalk() {
		this.pili.answer(200, "{\"marker\":\"same\",\"items\":[{\"id\":\"a.b.1\"}]}");
		assertThatExceptionOfType(PiliException.class).isThrownBy(() -> this.hub.streams().count())
			.withMessageContaining("makes no progress");
		assertThat(this.pili.requests()).hasSize(2);
	}

	@Test
	void markersThatRunInACircleEndTheWalk() {
		page(WireMock.absent(), "{'marker':'m1','items':[{'id':'a.b.1'}]}");
		page(WireMock.equalTo("m1"), "{'marker':'m2','items':[{'id':'a.b.2'}]}");
		page(WireMock.equalTo("m2"), "{'marker':'m3','items':[{'id':'a.b.3'}]}");
		page(WireMock.equalTo("m3"), "{'marker':'m2','items':[{'id':'a.b.4'}]}");
		assertThatExceptionOfType(PiliException.class).isThrownBy(() -> this.hub.streams().count())
			.withMessageContaining("makes no progress");
	}

	@Test
	void walkGoesOnAfterAFailure() {
		failOnceThenAnswer("{\"items\":[{\"id\":\"a.b.1\"}]}");
		Iterator<PiliStream> streams = this.hub.streams().iterator();
		assertThatExceptionOfType(PiliServerException.class).isThrownBy(streams::hasNext);
		assertThat(streams.next().title()).isEqualTo("1");
	}

	private void threePages() {
		page(WireMock.absent(), "{'marker':'m1','items':[{'id':'a.b.1'},{'id':'a.b.2'}]}");
		page(WireMock.equalTo("m1"), "{'marker':'m2','end':false,'items':[{'id':'a.b.3'},{'id':'a.b.4'}]}");
		page(WireMock.equalTo("m2"), "{'marker':'m3','end':true,'items':[{'id':'a.b.5'}]}");
	}

	private void page(StringValuePattern marker, String json) {
		this.pili.stub(WireMock.get(WireMock.urlPathEqualTo("/v1/streams"))
			.withQueryParam("marker", marker)
			.willReturn(WireMock.okJson(json.replace('\'', '"'))));
	}

	private void failOnceThenAnswer(String json) {
		this.pili.stub(WireMock.get(WireMock.anyUrl())
			.inScenario("once")
			.whenScenarioStateIs(Scenario.STARTED)
			.willSetStateTo("failed")
			.willReturn(WireMock.serverError()));
		this.pili.stub(WireMock.get(WireMock.anyUrl())
			.inScenario("once")
			.whenScenarioStateIs("failed")
			.willReturn(WireMock.okJson(json)));
	}

}
