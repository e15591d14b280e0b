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

package io.pilispring;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PiliException} and its subclasses.
 */
class PiliExceptionTests {

	private static final PiliError ERROR = new PiliError(503, 503001, "busy", "r1", Duration.ofSeconds(3));

	static Stream<PiliException> exceptions() {
		return Stream.of(new PiliException("GET /a", ERROR), new PiliAlreadyExistsException("GET /a", ERROR),
				new PiliBadRequestException("GET /a", ERROR), new PiliCredentialsException("GET /a", ERROR),
				new PiliNoDataException("GET /a", ERROR), new PiliNotFoundException("GET /a", ERROR),
				new PiliServerException("GET /a", ERROR), new PiliTooManyRequestsException("GET /a", ERROR),
				new PiliUnreadableResponseException("GET /a", ERROR, null));
	}

	@ParameterizedTest
	@MethodSource("exceptions")
	void exceptionsCanBeSerialized(PiliException exception) throws Exception {
		PiliException copy = copy(exception);
		assertThat(copy).isInstanceOf(exception.getClass()).hasMessage(exception.getMessage());
		assertThat(copy.error()).isEqualTo(ERROR);
		assertThat(copy.status()).isEqualTo(503);
		assertThat(copy.code()).isEqualTo(503001);
		assertThat(copy.requestId()).isEqualTo("r1");
		assertThat(copy.retryAfter()).isEqualTo(Duration.ofSeconds(3));
	}

	@Test
	void failuresOfTheConnectionCanBeSerialized() throws Exception {
		PiliConnectionException copy = copy(new PiliTimeoutException("GET /a", new IOException("cut off"), true));
		assertThat(copy.notSent()).isTrue();
		assertThat(copy.error()).isNull();
		assertThat(copy).hasCauseInstanceOf(IOException.class);
	}

	@SuppressWarnings("unchecked")
	private static <T> T copy(T original) throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream output = new ObjectOutputStream(bytes)) {
			output.writeObject(original);
		}
		try (ObjectInputStream input = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
			return (T) input.readObject();
		}
	}

}
