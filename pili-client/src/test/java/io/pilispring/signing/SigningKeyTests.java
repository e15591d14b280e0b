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

package io.pilispring.signing;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.pilispring.Golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SigningKeyTests {

	@ParameterizedTest
	@MethodSource("io.pilispring.Golden#hmacs")
	void tokenIsThatOfTheSdks(Golden.Hmac golden) {
		assertThat(SigningKey.of(golden.key()).sign(golden.stringToSign())).isEqualTo(golden.token());
	}

	@Test
	void partsAreSignedAsOne() {
		SigningKey key = SigningKey.of("ключ");
		assertThat(key.sign(bytes("流"), bytes("b"))).isEqualTo(key.sign("流b"));
		assertThat(key.sign(bytes("流"), bytes(""))).isEqualTo(key.sign("流"));
	}

	@ParameterizedTest
	@MethodSource("io.pilispring.Golden#hmacs")
	void keyThatIsUsedOnceSignsTheSame(Golden.Hmac golden) {
		assertThat(SigningKey.signOnce(golden.key(), golden.stringToSign())).isEqualTo(golden.token());
	}

	@Test
	void isSafeForManyThreads() {
		SigningKey key = SigningKey.of("key");
		assertThat(IntStream.range(0, 2000).parallel().mapToObj((i) -> key.sign("text")).distinct()).hasSize(1);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " \t" })
	void blankIsRefused(String secret) {
		assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.of(secret))
			.withMessage("'secret' must not be blank");
		assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.signOnce(secret, "text"))
			.withMessage("'secret' must not be blank");
	}

	@Test
	void textHasNoSecret() {
		assertThat(SigningKey.of("hush")).hasToString("SigningKey[******]");
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
