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

package io.pilispring.transport;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.client.MockClientHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ResponseHead}.
 */
class ResponseHeadTests {

	private final MockClientHttpResponse response = TestRequestFactory.response(201, "{}");

	@Test
	void headersAreRead() throws IOException {
		this.response.getHeaders().set("X-Reqid", "r1\n2");
		this.response.getHeaders().set("Retry-After", "7");
		this.response.getHeaders().set("Content-Length", "2");
		assertThat(ResponseHead.of(this.response))
			.isEqualTo(new ResponseHead(201, "r1 2", Duration.ofSeconds(7), 2, false, false));
	}

	@Test
	void bodyMayBeChunkedAndEncoded() throws IOException {
		this.response.getHeaders().set("Transfer-Encoding", "chunked");
		assertThat(ResponseHead.of(this.response)).isEqualTo(new ResponseHead(201, null, null, -1, true, false));
		this.response.getHeaders().set("Content-Encoding", "gzip");
		assertThat(ResponseHead.of(this.response)).isEqualTo(new ResponseHead(201, null, null, -1, true, true));
	}

	@Test
	void blankRequestIdIsNone() throws IOException {
		this.response.getHeaders().set("X-Reqid", " ");
		assertThat(ResponseHead.of(this.response).requestId()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "199,false", "200,true", "204,true", "299,true", "300,false", "612,false" })
	void onlyStatusesFrom200To299AreSuccessful(int status, boolean successful) {
		assertThat(new ResponseHead(status, null, null, -1, false, false).isSuccess()).isEqualTo(successful);
	}

	@ParameterizedTest
	@CsvSource({ "5,4,true", "5,0,true", "5,5,false", "5,6,false", "0,0,false" })
	void bodyShorterThanItsLengthIsCutOff(long length, int received, boolean cutOff) {
		ResponseHead plain = new ResponseHead(200, null, null, length, false, false);
		assertThat(plain.isCutOff(received, true)).isEqualTo(cutOff);
		assertThat(plain.isCutOff(received, false)).isEqualTo(cutOff);
	}

	@ParameterizedTest
	@CsvSource({ "4", "0" })
	void lengthOfAnEncodedBodyIsNotThatOfTheText(int received) {
		assertThat(new ResponseHead(200, null, null, 5, false, true).isCutOff(received, true)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "false,0,true,true", "false,0,false,false", "false,1,true,false", "true,0,true,false" })
	void emptyBodyWithoutALengthIsCutOffWhereOneIsExpected(boolean chunked, int received, boolean answered,
			boolean cutOff) {
		ResponseHead head = new ResponseHead(200, null, null, -1, chunked, false);
		assertThat(head.isCutOff(received, answered)).isEqualTo(cutOff);
	}

}
