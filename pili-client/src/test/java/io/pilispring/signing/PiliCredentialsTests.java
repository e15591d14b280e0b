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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PiliCredentialsTests {

	@Test
	void textHasNoSecret() {
		PiliCredentials credentials = PiliCredentials.of("my-ak", "my-sk");
		assertThat(credentials.accessKey()).isEqualTo("my-ak");
		assertThat(credentials).hasToString("PiliCredentials[accessKey=my-ak, secretKey=******]");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "a b", "a:b", "a\r\nHost: x", "clé", "a\u007F", "\"ak\"", "'ak'", "ak ", "ak\n",
			"\uFEFFak", "a\u00A0k", "a.b", "a=" })
	void accessKeyThatIsNoneIsRefused(String accessKey) {
		assertThatIllegalArgumentException().isThrownBy(() -> PiliCredentials.of(accessKey, "my-sk"))
			.withMessageStartingWith("'accessKey' must ")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("my-sk"));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " \n", "my-sk ", " my-sk", "my-sk\n", "my\nsk", "my-sk\r", "my\u00A0sk", "\uFEFFmy-sk",
			"\"my-sk\"", "'my-sk'", "my-sk\u0000", "my.sk", "my=sk", "my/sk", "clé-sk" })
	void secretKeyThatIsNoneIsRefusedAndNotShown(String secretKey) {
		assertThatIllegalArgumentException().isThrownBy(() -> PiliCredentials.of("my-ak", secretKey))
			.withMessageStartingWith("'secretKey' must ")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("my-sk", "my", "clé"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "azAZ09-_", "a", "Z" })
	void everyCharacterOfAKeyIsAllowed(String key) {
		assertThat(PiliCredentials.of(key, key).accessKey()).isEqualTo(key);
	}

	@ParameterizedTest
	@ValueSource(chars = { '`', '{', '@', '[', '/', ':', '.', ',' })
	void charactersBesideThoseOfAKeyAreNot(char c) {
		assertThatIllegalArgumentException().isThrownBy(() -> PiliCredentials.of("a" + c, "my-sk"))
			.withMessageEndingWith("but has another character at position 2");
	}

	@Test
	void messageSaysWhatIsWrongWithTheKey() {
		assertThatIllegalArgumentException().isThrownBy(() -> PiliCredentials.of("ak", "my-sk "))
			.withMessageEndingWith("but has white space at position 6");
		assertThatIllegalArgumentException().isThrownBy(() -> PiliCredentials.of("ak", "my\u00A0sk"))
			.withMessageEndingWith("but has white space at position 3");
		assertThatIllegalArgumentException().isThrownBy(() -> PiliCredentials.of("ak", "\"my-sk\""))
			.withMessageEndingWith("but has a quote at position 1");
	}

}
