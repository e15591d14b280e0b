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

package io.pilispring.jdbc;

import java.time.Duration;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link JdbcStoreSettings}.
 */
class JdbcStoreSettingsTests {

	private final JdbcStoreSettings.Builder builder = JdbcStoreSettings.builder(new JdbcDataSource());

	@ParameterizedTest
	@ValueSource(strings = { "a; DROP TABLE X", "a'", "a.b.c", "1a.b", "ä" })
	void prefixThatIsNotANameIsRejected(String prefix) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.builder.tablePrefix(prefix))
			.withMessageContaining("'tablePrefix' must consist of");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "PILI_", "schema.", "schema.x_" })
	void prefixThatIsANameIsAccepted(String prefix) {
		assertThatNoException().isThrownBy(() -> this.builder.tablePrefix(prefix));
	}

	@Test
	void otherValuesThatAreNotValidAreRejected() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.builder.platform("oracle"))
			.withMessage("The database 'oracle' is not supported: only PostgreSQL, MySQL, MariaDB and H2 are");
		assertThatIllegalArgumentException().isThrownBy(() -> this.builder.group(" "));
		assertThatIllegalArgumentException().isThrownBy(() -> this.builder.group("x".repeat(101)));
		assertThatIllegalArgumentException().isThrownBy(() -> this.builder.queryTimeout(Duration.ZERO));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new JdbcMonitorStore(this.builder.build(), Duration.ofMillis(499)))
			.withMessage("'lease' must be between 500ms and 1h, but is PT0.499S");
	}

}
