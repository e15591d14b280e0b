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

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.sun.management.ThreadMXBean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;

import io.pilispring.PiliException;
import io.pilispring.PiliServer;
import io.pilispring.PiliUnreadableResponseException;
import io.pilispring.transport.PiliTransport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests of responses that would take many times their length in memory.
 */
class HugeResponseTests {

	private static final int SIZE = 8 * 1024 * 1024;

	private static final String ID = "z1.hub.cam1";

	@ParameterizedTest
	@ValueSource(strings = { "{\"id\":\"a\"}", "{}", "[]", "\"a\"", "1",
			"{\"id\":\"z1.hub.a\",\"profiles\":[\"a\",\"a\",\"a\",\"a\",\"a\",\"a\",\"a\",\"a\"]}",
			"{\"streamId\":\"a\",\"framesPerSecond\":{}}", "{\"start\":1,\"end\":2}" })
	void memoryIsASmallMultipleOfTheLength(String item) {
		String items = list(item, SIZE - 100);
		for (String body : List.of("{\"items\":" + items + "}", items, "{\"segments\":" + items + "}",
				"{\"id\":\"z1.hub.a\",\"profiles\":" + items + "}", "{\"error\":" + items + "}")) {
			for (int status : new int[] { 200, 500 }) {
				PiliHub hub = hub(status, body);
				assertAllocates(() -> hub.listStreams());
				assertAllocates(() -> hub.listStreams((query) -> query.pageSize(100)));
				assertAllocates(() -> hub.statuses(List.of(ID)));
				assertAllocates(() -> hub.getStream(ID));
				assertAllocates(() -> hub.stream(ID).segments());
				assertAllocates(() -> hub.fop("id"));
			}
		}
	}

	// Whatever comes of it. The bytes, their chunks and the text alone are three times as
	// much
	private static void assertAllocates(Runnable call) {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long before = threads.getCurrentThreadAllocatedBytes();
		Throwable failure = catchThrowable(call::run);
		long allocated = threads.getCurrentThreadAllocatedBytes() - before;
		assertThat(failure).satisfiesAnyOf((ex) -> assertThat(ex).isNull(),
				(ex) -> assertThat(ex).isInstanceOf(PiliException.class));
		assertThat(allocated).isLessThan(8L * SIZE);
	}

	@Test
	void muchMoreThanWasRequestedIsRefused() {
		PiliHub hub = hub(200, "{\"items\":" + repeated("{\"id\":\"z1.hub.a\"}", 1005) + "}");
		assertThat(hub.listStreams((query) -> query.pageSize(5)).items()).hasSize(1005);
		assertThat(hub.listStreams((query) -> query.pageSize(Integer.MAX_VALUE)).items()).hasSize(1005);
		refuses(1004, () -> hub.listStreams((query) -> query.pageSize(4)));
		PiliHub statuses = hub(200, "{\"items\":" + repeated("{\"streamId\":\"a\"}", 1002) + "}");
		assertThat(statuses.statuses(List.of(ID, ID + "2"))).hasSize(2);
		refuses(1001, () -> statuses.statuses(List.of(ID)));
		String segments = repeated("{\"start\":1,\"end\":2}", 1002);
		for (String body : List.of(segments, "{\"segments\":" + segments + "}")) {
			StreamHandle stream = hub(200, body).stream(ID);
			assertThat(stream.segments((query) -> query.limit(2)).segments()).hasSize(1002);
			assertThat(stream.segments().segments()).hasSize(1002);
			refuses(1001, () -> stream.segments((query) -> query.limit(1)));
		}
	}

	private static void refuses(int items, ThrowingCallable call) {
		assertThatExceptionOfType(PiliUnreadableResponseException.class).isThrownBy(call)
			.withMessageContaining("more than " + items + " items");
	}

	private static String repeated(String item, int times) {
		return "[" + item + ("," + item).repeat(times - 1) + "]";
	}

	private static String list(String item, int length) {
		return repeated(item, length / (item.length() + 1));
	}

	private static PiliHub hub(int status, String body) {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		PiliTransport transport = PiliServer.transportBuilder("http://pili.example.com")
			.requestFactory((uri, method) -> {
				MockClientHttpRequest request = new MockClientHttpRequest(method, uri);
				request.setResponse(new MockClientHttpResponse(bytes, status));
				return request;
			})
			.build();
		return PiliHub.create("hub", transport);
	}

}
