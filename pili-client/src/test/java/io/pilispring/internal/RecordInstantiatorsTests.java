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

package io.pilispring.internal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RecordInstantiatorsTests {

	@Test
	void argumentsOfEveryKindAreGiven() {
		assertThat(WireJson.read("{\"c\":true,\"d\":2.5,\"a\":\"流\",\"b\":7}", Values.class))
			.isEqualTo(new Values("流", 7, true, 2.5, null));
	}

	@Test
	void whatIsMissingIsNullZeroOrFalse() {
		assertThat(WireJson.read("{}", Values.class)).isEqualTo(new Values(null, 0, false, 0, null));
	}

	@Test
	void recordInARecordIsMade() {
		assertThat(WireJson.read("{\"inner\":{\"text\":\"a\"}}", Values.class).inner()).isEqualTo(new Inner("a"));
	}

	@Test
	void recordThatRefusesItsArgumentsIsUnreadable() {
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> WireJson.read("{\"inner\":{\"text\":\"\"}}", Values.class))
			.withMessageContaining("no text");
	}

	@Test
	void recordOfOneValueIsMadeOfIt() {
		assertThat(WireJson.read("\"a\"", Single.class)).isEqualTo(new Single("a"));
	}

	record Values(String a, long b, boolean c, double d, Inner inner) {

	}

	record Inner(String text) {

		Inner {
			if (text.isEmpty()) {
				throw new IllegalArgumentException("no text");
			}
		}

	}

	record Single(@JsonValue String value) {

		@JsonCreator
		Single {
		}

	}

}
