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
import org.springframework.jdbc.support.JdbcTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;
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

	@Test
	void limitsThemselvesAreAccepted() {
		JdbcStoreSettings settings = this.builder.group("x".repeat(100)).queryTimeout(Duration.ofHours(1)).build();
		assertThat(settings.group()).hasSize(100);
		assertThat(settings.queryTimeout()).isEqualTo(Duration.ofHours(1));
		assertThat(new JdbcMonitorStore(settings, Duration.ofMillis(500)).leaseDuration())
			.isEqualTo(Duration.ofMillis(500));
		assertThat(new JdbcMonitorStore(settings, Duration.ofHours(1)).leaseDuration()).isEqualTo(Duration.ofHours(1));
	}

	@Test
	void moreThanALimitIsRejected() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.builder.queryTimeout(Duration.ofHours(1).plusNanos(1)))
			.withMessage("'queryTimeout' must be positive and at most an hour, but is PT1H0.000000001S");
		assertThatIllegalArgumentException().isThrownBy(() -> this.builder.queryTimeout(Duration.ofMillis(-1)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new JdbcMonitorStore(this.builder.build(), Duration.ofHours(1).plusMillis(1)))
			.withMessage("'lease' must be between 500ms and 1h, but is PT1H0.001S");
	}

	@Test
	void nullIsRejected() {
		assertThatIllegalArgumentException().isThrownBy(() -> JdbcStoreSettings.builder(null))
			.withMessage("'dataSource' must not be null");
		assertThatIllegalArgumentException().isThrownBy(() -> this.builder.tablePrefix(null));
		assertThatIllegalArgumentException().isThrownBy(() -> this.builder.group(null));
		assertThatIllegalArgumentException().isThrownBy(() -> this.builder.queryTimeout(null));
		assertThatIllegalArgumentException().isThrownBy(() -> new JdbcMonitorStore(this.builder.build(), null));
	}

	@Test
	void defaultsNeedNothingButTheDatabase() {
		JdbcStoreSettings settings = this.builder.build();
		assertThat(settings.tablePrefix()).isEqualTo("PILI_");
		assertThat(settings.group()).isEqualTo("application");
		assertThat(settings.platform()).isNull();
		assertThat(settings.queryTimeout()).isEqualTo(Duration.ofSeconds(5));
		assertThat(settings.transactionManager()).isInstanceOfSatisfying(JdbcTransactionManager.class,
				(manager) -> assertThat(manager.getDataSource()).isSameAs(settings.dataSource()));
		assertThat(this.builder.transactionManager(null).platform(null).build().platform()).isNull();
	}

}
