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

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.pilispring.ApiCall;
import io.pilispring.HttpLibrary;
import io.pilispring.PiliServer;
import io.pilispring.v2.LiveCall;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever PILI answers, a call ends in a value or in an exception of its own. To repeat
 * what failed, set the system property {@code pili.test.seed} to the seed that was told.
 */
@Timeout(120)
class HostileAnswerTests {

	private static final int TRIES = 400;

	private static final List<ApiCall> CALLS = ApiCall.all();

	private static final List<String> CONTENT_TYPES = List.of("application/json", "text/html;charset=gbk",
			"application/octet-stream", "nonsense");

	private static final List<Integer> STATUSES = List.of(200, 201, 299, 400, 401, 403, 404, 500, 503, 599, 612, 614,
			619, 631, 699);

	private static final byte[] BOMB = HostileJson.gzip(new byte[32 * 1024 * 1024]);

	@RegisterExtension
	final PiliServer pili = new PiliServer();

	private final long seed = Long.getLong("pili.test.seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	private final AnswerCheck answers = new AnswerCheck();

	private final HostileJson hostile = new HostileJson(this.random);

	@BeforeEach
	void tellTheSeed(TestInfo test) {
		System.out.println("pili.test.seed=" + this.seed + " for " + test.getDisplayName());
	}

	@ParameterizedTest
	@MethodSource("io.pilispring.ApiCall#all")
	void everyAnswerIsReadOrUnreadable(ApiCall call) {
		int values = 0;
		for (int i = 0; i < TRIES; i++) {
			values += check(call, 200, this.hostile.answer());
		}
		assertThat(values).isBetween(1, TRIES);
	}

	@Test
	void everyStatusEndsInItsException() {
		for (int status = 200; status <= 699; status++) {
			for (int i = 0; i < 10; i++) {
				check(CALLS.get(this.random.nextInt(CALLS.size())), status, this.hostile.answer());
			}
			check(CALLS.get(this.random.nextInt(CALLS.size())), status, new byte[0]);
		}
	}

	@ParameterizedTest
	@MethodSource("io.pilispring.ApiCall#all")
	void goodAnswersOfOtherCallsAreReadOrUnreadable(ApiCall call) {
		int values = 0;
		for (String answer : HostileJson.ANSWERS) {
			values += check(call, 200, answer.getBytes(StandardCharsets.UTF_8));
		}
		assertThat(values).isPositive();
	}

	@Test
	void largeAnswersAreReadOrUnreadable() {
		String stream = "{\"id\":\"a.b.c\",\"x\":%s}";
		for (String value : List.of("[".repeat(1_000_000), "9".repeat(2_000_000), "\"" + "\\u0000".repeat(300_000),
				"[" + "{},".repeat(500_000) + "{}]", "1e" + "9".repeat(1_000_000))) {
			for (ApiCall call : List.<ApiCall>of(Call.GET, Call.LIST, Call.SEGMENTS, Call.STATUSES, Call.FOP,
					LiveCall.INFO, LiveCall.LIST, LiveCall.LIVE_BATCH, LiveCall.HISTORY, LiveCall.CODEC_GROUPS)) {
				check(call, 200, value.getBytes(StandardCharsets.UTF_8));
				check(call, 500, value.getBytes(StandardCharsets.UTF_8));
				check(call, 200, stream.formatted(value).getBytes(StandardCharsets.UTF_8));
			}
		}
	}

	@ParameterizedTest
	@EnumSource(HttpLibrary.class)
	void everyClientHandsOnWhatItGets(HttpLibrary library) {
		for (int i = 0; i < 60; i++) {
			ApiCall call = CALLS.get(this.random.nextInt(CALLS.size()));
			byte[] body = this.hostile.answer();
			int status = STATUSES.get(this.random.nextInt(STATUSES.size()));
			if (library == HttpLibrary.SIMPLE && (status == 401 || status == 407)) {
				// HttpURLConnection does not show their bodies
				continue;
			}
			this.pili.answer(WireMock.aResponse()
				.withStatus(status)
				.withHeader("Content-Type", CONTENT_TYPES.get(this.random.nextInt(CONTENT_TYPES.size())))
				.withBody(body));
			AnswerCheck.check(call, library.transport(this.pili), status, body);
		}
	}

	@ParameterizedTest
	@EnumSource(HttpLibrary.class)
	void gzipIsReadOrUnreadable(HttpLibrary library) {
		byte[] body = HostileJson.gzip(Streams.JSON.getBytes(StandardCharsets.UTF_8));
		this.pili.answer(gzipped(body));
		AnswerCheck.check(Call.GET, library.transport(this.pili), 200, body);
	}

	@ParameterizedTest
	@EnumSource(HttpLibrary.class)
	void gzipBombDoesNotGoOff(HttpLibrary library) {
		this.pili.answer(gzipped(BOMB));
		assertThat(AnswerCheck.check(Call.GET, library.transport(this.pili), 200, BOMB)).isFalse();
	}

	private static ResponseDefinitionBuilder gzipped(byte[] body) {
		return WireMock.ok().withHeader("Content-Encoding", "gzip").withBody(body);
	}

	private int check(ApiCall call, int status, byte[] body) {
		String contentType = CONTENT_TYPES.get(this.random.nextInt(CONTENT_TYPES.size()));
		return (this.answers.check(call, status, contentType, body)) ? 1 : 0;
	}

}
