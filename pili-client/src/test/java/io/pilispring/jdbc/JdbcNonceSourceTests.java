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
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link JdbcNonceSource}.
 */
class JdbcNonceSourceTests {

	private final AtomicLong clock = new AtomicLong();

	private final TestDatabase database = new TestDatabase();

	private final JdbcNonceSource source = new JdbcNonceSource(
			JdbcStoreSettings.builder(this.database).platform("h2").build(), this.clock::get);

	@Test
	void databaseThatIsAwayIsTriedByOneCallerInAWhile() {
		long before = this.source.next("door");
		this.database.away = true;
		this.database.attempts = 0;
		long last = before;
		for (int i = 0; i < 100; i++) {
			long nonce = this.source.next("door");
			assertThat(nonce).isGreaterThan(last);
			last = nonce;
			this.source.used("gate", nonce);
		}
		assertThat(this.database.attempts).isEqualTo(1);
		this.clock.addAndGet(JdbcNonceSource.RETRY_INTERVAL.toNanos() - 1);
		this.source.next("door");
		assertThat(this.database.attempts).isEqualTo(1);
		this.clock.addAndGet(1);
		this.source.next("door");
		this.source.next("door");
		assertThat(this.database.attempts).isEqualTo(2);
	}

	@Test
	void databaseThatIsBackLearnsWhatWasUsedMeanwhile() {
		this.database.away = true;
		long meanwhile = 0;
		for (int i = 0; i < 10; i++) {
			meanwhile = this.source.next("door");
		}
		this.source.used("gate", 5_000_000_000L);
		this.database.away = false;
		this.clock.addAndGet(JdbcNonceSource.RETRY_INTERVAL.toNanos());
		assertThat(this.source.next("door")).isGreaterThan(meanwhile);
		assertThat(this.source.next("gate")).isEqualTo(5_000_000_001L);
		JdbcNonceSource other = new JdbcNonceSource(JdbcStoreSettings.builder(this.database).build());
		assertThat(other.next("gate")).isEqualTo(5_000_000_002L);
	}

	@Test
	void nonceThatWasUsedBeforeIsNotCreatedFromTheClock() {
		this.source.used("door", 5);
		assertThat(nonce("door")).isEqualTo(5);
		this.source.used("door", 7);
		assertThat(nonce("door")).isEqualTo(7);
		this.source.used("door", 6);
		assertThat(nonce("door")).isEqualTo(7);
	}

	@Test
	void noncesOfTheDatabaseAreKnownWhileItIsAway() {
		this.database.jdbc.update("INSERT INTO PILI_NONCE (STREAM_ID, NONCE) VALUES ('cellar', 6000000000)");
		assertThat(this.source.next("cellar")).isEqualTo(6_000_000_001L);
		this.database.away = true;
		assertThat(this.source.next("cellar")).isEqualTo(6_000_000_002L);
	}

	@Test
	void nonceOfTheCallerIsKnownWhileTheDatabaseIsAway() {
		this.source.used("yard", 7_000_000_000L);
		this.database.away = true;
		assertThat(this.source.next("yard")).isEqualTo(7_000_000_001L);
	}

	@Test
	void databaseThatIsBackIsUsedForEveryNonce() {
		this.database.away = true;
		this.source.next("door");
		this.database.away = false;
		this.clock.addAndGet(JdbcNonceSource.RETRY_INTERVAL.toNanos());
		this.source.next("door");
		this.database.attempts = 0;
		this.source.next("door");
		this.source.used("door", 1);
		assertThat(this.database.attempts).isEqualTo(2);
	}

	@Test
	void attemptThatFailsIsTheLastForAWhileAlsoIfItTookLong() {
		this.database.away = true;
		this.database.beforeConnection = () -> this.clock.addAndGet(Duration.ofMinutes(1).toNanos());
		this.source.next("door");
		this.database.attempts = 0;
		this.source.next("door");
		assertThat(this.database.attempts).isZero();
		this.clock.addAndGet(JdbcNonceSource.RETRY_INTERVAL.toNanos());
		this.source.next("door");
		assertThat(this.database.attempts).isOne();
	}

	@Test
	void nonceOfTheCallerThatTheDatabaseDoesNotTakeTellsThatItIsAway() {
		this.database.away = true;
		this.source.used("door", 5);
		this.database.attempts = 0;
		this.source.used("door", 6);
		this.source.next("door");
		assertThat(this.database.attempts).isZero();
	}

	@Test
	void othersDoNotWaitWhileOneCallerTriesTheDatabaseAgain() {
		this.database.away = true;
		this.source.next("door");
		this.clock.addAndGet(JdbcNonceSource.RETRY_INTERVAL.toNanos());
		this.database.attempts = 0;
		this.database.beforeConnection = () -> this.source.next("gate");
		this.source.next("door");
		assertThat(this.database.attempts).isOne();
	}

	@Test
	void nonceThatWasUsedMeanwhileIsRememberedUntilTheDatabaseKnowsIt() {
		this.database.away = true;
		this.source.used("hall", 8_000_000_000L);
		this.source.used("hall", 5);
		this.database.away = false;
		this.clock.addAndGet(JdbcNonceSource.RETRY_INTERVAL.toNanos());
		assertThat(this.source.next("hall")).isEqualTo(8_000_000_001L);
		// As after somebody has corrected it
		this.database.jdbc.update("UPDATE PILI_NONCE SET NONCE = 9 WHERE STREAM_ID = 'hall'");
		assertThat(this.source.next("hall")).isLessThan(8_000_000_000L);
	}

	@Test
	void noncesOfOnlySoManyStreamsAreRemembered() {
		this.database.away = true;
		for (int i = 0; i < 100_000; i++) {
			this.source.used("stream" + i, 5_000_000_000L);
		}
		this.source.used("one more", 5_000_000_000L);
		this.source.used("stream0", 5_000_000_005L);
		this.database.away = false;
		this.clock.addAndGet(JdbcNonceSource.RETRY_INTERVAL.toNanos());
		assertThat(this.source.next("stream0")).isEqualTo(5_000_000_006L);
		assertThat(this.source.next("stream99999")).isEqualTo(5_000_000_001L);
		assertThat(this.source.next("one more")).isLessThan(5_000_000_000L);
	}

	@Test
	void streamsWithoutAUrlForADayAreForgotten() {
		long now = System.currentTimeMillis() / 1000;
		insert("old", now - Duration.ofDays(1).toSeconds() - 60);
		insert("recent", now - Duration.ofDays(1).toSeconds() + 60);
		this.source.next("door");
		assertThat(this.database.jdbc.queryForList("SELECT STREAM_ID FROM PILI_NONCE ORDER BY STREAM_ID", String.class))
			.containsExactly("door", "recent");
	}

	@Test
	void streamIsRequired() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.source.next(null))
			.withMessage("'streamId' must not be null");
		assertThatIllegalArgumentException().isThrownBy(() -> this.source.used(null, 1))
			.withMessage("'streamId' must not be null");
	}

	private void insert(String stream, long nonce) {
		this.database.jdbc.update("INSERT INTO PILI_NONCE (STREAM_ID, NONCE) VALUES (?, ?)", stream, nonce);
	}

	private long nonce(String stream) {
		return this.database.jdbc.queryForObject("SELECT NONCE FROM PILI_NONCE WHERE STREAM_ID = ?", Long.class,
				stream);
	}

}
