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

import java.sql.SQLException;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.TransactionDefinition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Database} and {@link SqlDialect}.
 */
class DatabaseTests {

	private final TestDatabase dataSource = new TestDatabase();

	private Database database(String platform) {
		return new Database(
				JdbcStoreSettings.builder(this.dataSource).platform(platform).tablePrefix("X_").group("shop").build());
	}

	@Test
	void idThatFitsIntoAColumnIsUsedAsItIs() {
		assertThat(Database.id("x".repeat(600))).isEqualTo("x".repeat(600));
		assertThat(database(null).idInGroup("main")).isEqualTo("shop/main");
	}

	@Test
	void idThatIsTooLongIsReplacedByItsHash() {
		assertThat(Database.id("x".repeat(601))).matches("sha256:[0-9a-f]{64}")
			.isEqualTo(Database.id("x".repeat(601)))
			.isNotEqualTo(Database.id("x".repeat(602)));
		assertThat(database(null).idInGroup("x".repeat(596))).matches("sha256:[0-9a-f]{64}");
	}

	@ParameterizedTest
	@CsvSource({ "1,1", "1000,1", "1001,2", "5000,5" })
	void timeoutOfAStatementIsRoundedUpToASecond(long milliseconds, int seconds) {
		Database database = new Database(
				JdbcStoreSettings.builder(this.dataSource).queryTimeout(Duration.ofMillis(milliseconds)).build());
		assertThat(database.jdbc().getQueryTimeout()).isEqualTo(seconds);
	}

	@Test
	void databaseIsAskedOnceWhatItIsAndNotBeforeThatIsNeeded() {
		this.dataSource.attempts = 0;
		Database database = database(null);
		assertThat(this.dataSource.attempts).isZero();
		assertThat(database.dialect()).isEqualTo(SqlDialect.H2);
		assertThat(database.sql("SELECT %NOW")).isEqualTo("SELECT " + SqlDialect.H2.now());
		assertThat(this.dataSource.attempts).isOne();
	}

	@Test
	void databaseWhoseKindIsSetIsNotAsked() {
		this.dataSource.away = true;
		assertThat(database("mysql").dialect()).isEqualTo(SqlDialect.MYSQL);
	}

	@Test
	void databaseThatIsAwayIsAskedAgain() {
		Database database = database(null);
		this.dataSource.away = true;
		assertThatIllegalStateException().isThrownBy(database::dialect)
			.withMessage("The database cannot be asked what it is")
			.withRootCauseExactlyInstanceOf(SQLException.class);
		this.dataSource.away = false;
		assertThat(database.dialect()).isEqualTo(SqlDialect.H2);
	}

	@Test
	void statementHasThePrefixAndTheTimeOfTheDatabase() {
		assertThat(database("h2").sql("UPDATE %PNONCE SET NONCE = GREATEST(%SECONDS, %NOW)")).isEqualTo(
				"UPDATE X_NONCE SET NONCE = GREATEST(" + SqlDialect.H2.seconds() + ", " + SqlDialect.H2.now() + ")");
	}

	@Test
	void timeOfTheDatabaseIsInMillisecondsOrWholeSeconds() {
		long before = System.currentTimeMillis();
		Long milliseconds = query(SqlDialect.H2.now());
		Long seconds = query(SqlDialect.H2.seconds());
		assertThat(milliseconds).isBetween(before - 1000, System.currentTimeMillis() + 1000);
		assertThat(seconds).isBetween(before / 1000 - 1, System.currentTimeMillis() / 1000 + 1);
	}

	private Long query(String expression) {
		return this.dataSource.jdbc.queryForObject("SELECT " + expression, Long.class);
	}

	@Test
	void secondsOfMySqlAreDividedWithoutAFraction() {
		assertThat(SqlDialect.MYSQL.seconds()).isEqualTo("(" + SqlDialect.MYSQL.now() + " DIV 1000)");
		assertThat(SqlDialect.POSTGRESQL.seconds()).isEqualTo("(" + SqlDialect.POSTGRESQL.now() + " / 1000)");
	}

	@ParameterizedTest
	@CsvSource({ "PostgreSQL,POSTGRESQL", "MySQL,MYSQL", "MariaDB,MYSQL", "H2,H2", "h2,H2" })
	void productHasADialect(String product, SqlDialect expected) {
		assertThat(SqlDialect.of(product)).isEqualTo(expected);
	}

	@Test
	void productWithoutADialectIsNamed() {
		assertThatIllegalArgumentException().isThrownBy(() -> SqlDialect.of("Oracle"))
			.withMessageContaining("'Oracle'");
	}

	@Test
	void mySqlReadsWhatIsCommittedAndOthersWhatTheyDoByDefault() {
		assertThat(database("mysql").inTransaction().getIsolationLevel())
			.isEqualTo(TransactionDefinition.ISOLATION_READ_COMMITTED);
		assertThat(database("h2").inTransaction().getIsolationLevel())
			.isEqualTo(TransactionDefinition.ISOLATION_DEFAULT);
	}

	@Test
	void rowExistsIfThereIsAtLeastOne() {
		Database database = new Database(this.dataSource.settings());
		assertThat(database.exists("%PNONCE WHERE STREAM_ID = ?", "door")).isFalse();
		this.dataSource.jdbc.update("INSERT INTO PILI_NONCE (STREAM_ID, NONCE) VALUES ('door', 1), ('gate', 1)");
		assertThat(database.exists("%PNONCE WHERE STREAM_ID = ?", "door")).isTrue();
		assertThat(database.exists("%PNONCE")).isTrue();
	}

	@Test
	void rowsAreDeletedOnceInAWhile() {
		Purge purge = new Purge(new Database(this.dataSource.settings()));
		String sql = "DELETE FROM %PNONCE WHERE NONCE < ?";
		this.dataSource.jdbc.update("INSERT INTO PILI_NONCE (STREAM_ID, NONCE) VALUES ('door', 1), ('gate', 9)");
		purge.run(sql, 5);
		assertThat(this.dataSource.count("PILI_NONCE")).isOne();
		purge.run(sql, 10);
		assertThat(this.dataSource.count("PILI_NONCE")).as("not again at once").isOne();
	}

	@Test
	void rowsThatCannotBeDeletedAreLeftForTheNextTime() {
		this.dataSource.attempts = 0;
		this.dataSource.away = true;
		Purge purge = new Purge(database("h2"));
		purge.run("DELETE FROM %PNONCE WHERE NONCE < ?", 5);
		assertThat(this.dataSource.attempts).isOne();
	}

}
