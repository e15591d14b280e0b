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

package io.pilispring.fop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.pilispring.PiliNotFoundException;
import io.pilispring.PiliServer;
import io.pilispring.v1.PiliHub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FopClientTests {

	@RegisterExtension
	final PiliServer pili = new PiliServer();

	private final PiliHub hub = this.pili.hub();

	@Test
	void getReadsTheOperation() {
		this.pili.answer(200, "{\"id\":\"z1.1\",\"code\":2}");
		assertThat(this.hub.fop("z1.1").code()).isEqualTo(FopCode.PROCESSING);
	}

	@Test
	void unknownOperationIsNotFound() {
		this.pili.answer(612, "{\"error\":\"no such entry\"}");
		assertThatExceptionOfType(PiliNotFoundException.class).isThrownBy(() -> this.hub.fop("z1.1"))
			.withMessage("GET /status/get/prefop: 612 no such entry");
	}

	@Test
	void awaitAsksUntilItIsOver() {
		this.pili.answer(200, "{\"id\":\"z1.1\",\"code\":4}");
		List<Fop> progress = new ArrayList<>();
		Fop fop = this.hub.awaitFop("z1.1", Duration.ofSeconds(5), progress::add);
		assertThat(progress).containsExactly(fop);
		assertThat(this.hub.awaitFop("z1.1", Duration.ofSeconds(5))).isEqualTo(fop);
	}

	@Test
	void awaitPausesBetweenItsRequests() {
		this.pili.answer(200, "{\"id\":\"z1.1\",\"code\":1}");
		assertThatExceptionOfType(FopTimeoutException.class)
			.isThrownBy(() -> this.hub.awaitFop("z1.1", Duration.ofMillis(600)));
		// At once, after 250 milliseconds and at the limit
		assertThat(this.pili.requests()).hasSizeBetween(2, 4);
	}

	@Test
	void idsOfTheGreatestLengthAreTaken() {
		assertThat(FopClient.isId("a".repeat(500))).isTrue();
		assertThat(FopClient.isId("a".repeat(501))).isFalse();
		assertThat(FopClient.isId("a~!")).isTrue();
		assertThat(FopClient.isId("a\u007f")).isFalse();
		assertThat(FopClient.isId("a b")).isFalse();
		assertThat(FopClient.isId("")).isFalse();
	}

}
