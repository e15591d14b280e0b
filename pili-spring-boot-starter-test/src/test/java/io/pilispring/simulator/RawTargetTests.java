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

package io.pilispring.simulator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RawTarget}.
 */
class RawTargetTests {

	@ParameterizedTest
	@CsvSource({ "/a,/a,true", "/a,/b,false", "/a?,/a,true", "/a?b=1,/a?b=1,true", "/a?b=1,/a?b=2,false",
			"/a?b=1,/a,false", "/a?b=%zz,/a?b=%25zz,true", "/a?b=%41,/a?b=%41,true" })
	void isOnlyThatOfTheRequestThatIsToldLikeIt(String raw, String url, boolean told) {
		assertThat(RawTarget.of(raw).isToldAs(url)).isEqualTo(told);
	}

	@Test
	void requestMayHaveNone() {
		assertThat(RawTarget.of(null).raw()).isEmpty();
		assertThat(RawTarget.readableQuery(null)).isNull();
	}

}
