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

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;
import tools.jackson.databind.json.JsonMapper;

import io.pilispring.ApiCall;
import io.pilispring.PiliException;
import io.pilispring.PiliUnreadableResponseException;
import io.pilispring.fop.Fop;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.transport.PiliTransport;
import io.pilispring.v1.StreamStatus.FramesPerSecond;

/**
 * Checks that a call ends in a value that can be used, or in a {@link PiliException} that
 * can be logged, whatever the answer is. The answers are given below HTTP, so that there
 * can be many.
 */
final class AnswerCheck {

	private static final Instant TIME = Instant.ofEpochSecond(1440437833);

	private final PiliTransport transport = PiliTransport.builder()
		.credentials(PiliCredentials.of("ak", "sk"))
		.requestFactory(this::createRequest)
		.withoutRetry()
		.build();

	private int status;

	private String contentType = "";

	private byte[] body = {};

	/**
	 * Make a call that gets an answer.
	 * @return whether it ended in a value
	 */
	boolean check(ApiCall call, int status, String contentType, byte[] body) {
		this.status = status;
		this.contentType = contentType;
		this.body = body;
		try {
			return check(call, this.transport, status, body);
		}
		catch (Throwable ex) {
			throw new AssertionError("%s on %d with the body (base64) %s".formatted(call, status,
					Base64.getEncoder().encodeToString(body)), ex);
		}
	}

	private ClientHttpRequest createRequest(URI uri, HttpMethod method) {
		MockClientHttpResponse response = new MockClientHttpResponse(this.body, HttpStatusCode.valueOf(this.status));
		response.getHeaders().set("Content-Type", this.contentType);
		response.getHeaders().setContentLength(this.body.length);
		MockClientHttpRequest request = new MockClientHttpRequest(method, uri);
		request.setResponse(response);
		return request;
	}

	static boolean check(ApiCall call, PiliTransport transport, int status, byte[] body) {
		try {
			use(call.run(transport));
			isTrue(status / 100 == 2 || call.standsForAValue(status), "a value in spite of the status");
			return true;
		}
		catch (PiliException ex) {
			if (ex.getMessage().contains("the same marker twice")) {
				// Of a whole walk, which gets the same page again and again
				return true;
			}
			isTrue(ex.status() != null && ex.status() == status, "another status");
			isTrue((status / 100 == 2) == (ex instanceof PiliUnreadableResponseException), "another exception");
			isSafeLine(ex.getMessage());
			isSafeLine(ex.toString());
			isTrue(ex.getMessage().length() < 1500, "a long message");
			showsTheBeginningOf(body, ex);
			return false;
		}
	}

	// An error that says what is wrong stands for its body, and keys are masked
	private static void showsTheBeginningOf(byte[] body, PiliException failure) {
		String start = new String(body, 0, Math.min(body.length, 20), StandardCharsets.ISO_8859_1);
		boolean plain = start.chars().allMatch((c) -> c > ' ' && c < 0x7F) && !start.matches("(?i).*(key|token).*");
		if (plain && !(start.startsWith("{") && !(failure instanceof PiliUnreadableResponseException))) {
			isTrue(failure.getMessage().contains(start), "not the beginning of the body: " + failure.getMessage());
		}
	}

	private static void use(Object value) {
		if (value instanceof StreamPage page) {
			page.items().forEach(AnswerCheck::use);
			isTrue(page.hasNext() == (page.marker() != null), "no marker");
		}
		else if (value instanceof PiliStream stream) {
			use(stream);
		}
		else if (value instanceof Fop fop) {
			isTrue(fop.done() == fop.code().isFinal(), "not its code");
			fop.items().forEach((item) -> List.of(item.code(), item.keys(), item.toString()));
		}
		else if (value instanceof StreamStatus status) {
			status.connected();
			FramesPerSecond frames = status.framesPerSecond();
			Stream.of(status.bytesPerSecond(), frames.audio(), frames.video(), frames.data())
				.forEach((rate) -> isTrue(rate == null || Double.isFinite(rate), "a rate that is none"));
		}
		else if (value instanceof Map<?, ?> statuses) {
			statuses.values().forEach(AnswerCheck::use);
		}
		else {
			// Reads every value
			JsonMapper.shared().writeValueAsString(value);
		}
		value.toString();
		value.hashCode();
	}

	private static void use(PiliStream stream) {
		List.of(stream.id(), stream.title(), stream.hub(), stream.disabled(), stream.profiles(), stream.hosts(),
				stream.toJsonString());
		stream.publishKey();
		stream.publishSecurity();
		stream.disabledTill();
		stream.createdAt();
		stream.updatedAt();
		isSafeLine(stream.toString());
		urls(stream::rtmpPublishUrl);
		urls(() -> stream.rtmpPublishUrl(1));
		urls(() -> stream.rtmpPublishUrl(TIME));
		urls(() -> stream.rtmpPublishUrl(Duration.ofHours(1)));
		urls(stream::rtmpLiveUrls);
		urls(stream::rtmpLiveUrl);
		urls(stream::hlsLiveUrl);
		urls(stream::httpFlvLiveUrl);
		urls(() -> stream.hlsPlaybackUrl(TIME, TIME.plusSeconds(1)));
		urls(stream::hlsLiveUrls);
		urls(stream::httpFlvLiveUrls);
		urls(() -> stream.hlsPlaybackUrls(TIME, TIME.plusSeconds(1)));
	}

	private static void urls(Supplier<Object> urls) {
		try {
			isTrue(!urls.get().toString().isEmpty(), "no URL");
		}
		catch (IllegalStateException ex) {
			isSafeLine(ex.getMessage());
		}
	}

	static void isSafeLine(String text) {
		isTrue(text.codePoints().noneMatch(AnswerCheck::isUnsafe), "not one safe line");
	}

	private static boolean isUnsafe(int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR ->
				true;
			default -> false;
		};
	}

	private static void isTrue(boolean condition, String message) {
		if (!condition) {
			throw new AssertionError(message);
		}
	}

}
