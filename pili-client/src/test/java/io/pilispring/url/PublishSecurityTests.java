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

package io.pilispring.url;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PublishSecurityTests {

	@Test
	void onlyTwoExpire() {
		assertThat(List.of(PublishSecurity.STATIC, PublishSecurity.DYNAMIC, PublishSecurity.EXPIRY,
				PublishSecurity.EXPIRY_SK, PublishSecurity.NONE, new PublishSecurity("new")))
			.filteredOn(PublishSecurity::expires)
			.containsExactly(PublishSecurity.EXPIRY, PublishSecurity.EXPIRY_SK);
	}

	@Test
	void valueIsItsText() {
		assertThat(new PublishSecurity("new")).hasToString("new").isNotEqualTo(PublishSecurity.NONE);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " " })
	void valueMustNotBeBlank(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> new PublishSecurity(value));
	}

}
