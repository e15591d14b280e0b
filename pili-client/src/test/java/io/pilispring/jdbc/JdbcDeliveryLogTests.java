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
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link JdbcDeliveryLog}.
 */
class JdbcDeliveryLogTests {

	private final TestDatabase database = new TestDatabase();

	private final JdbcDeliveryLog log = new JdbcDeliveryLog(this.database.settings());

	private final List<Long> handled = new ArrayList<>();

	private boolean deliver(String subject, long position) {
		return this.log.deliver(subject, position, () -> this.handled.add(position));
	}

	private void insert(String subject, Duration age) {
		this.database.jdbc.update(
				"INSERT INTO PILI_DELIVERY (SUBJECT_ID, POSITION_NUMBER, DELIVERED_AT) VALUES (?, 1, ?)",
				"application/" + subject, System.currentTimeMillis() - age.toMillis());
	}

	@Test
	void notificationIsHandledIfItIsNewerThanTheLast() {
		assertThat(deliver("fop", 5)).isTrue();
		assertThat(deliver("fop", 5)).isFalse();
		assertThat(deliver("fop", 6)).isTrue();
		assertThat(deliver("fop", 4)).isFalse();
		assertThat(this.handled).containsExactly(5L, 6L);
		assertThat(this.log.isDelivered("fop", 6)).isTrue();
		assertThat(this.log.isDelivered("fop", 7)).isFalse();
		assertThat(this.log.isDelivered("other", 0)).isFalse();
	}

	@Test
	void notificationIsRememberedForAWeek() {
		insert("old", Duration.ofDays(7).plusMinutes(1));
		insert("recent", Duration.ofDays(7).minusMinutes(1));
		deliver("fop", 5);
		assertThat(this.log.isDelivered("old", 1)).isFalse();
		assertThat(this.log.isDelivered("recent", 1)).isTrue();
		assertThat(this.log.isDelivered("fop", 5)).isTrue();
		assertThat(this.database.count("PILI_DELIVERY")).isEqualTo(2);
	}

	@Test
	void notificationIsRememberedFromTheLastTimeOn() {
		insert("fop", Duration.ofDays(6));
		deliver("fop", 2);
		assertThat(this.database.count("PILI_DELIVERY WHERE DELIVERED_AT > ?", System.currentTimeMillis() - 60_000))
			.isOne();
	}

	@Test
	void subjectIsRequired() {
		assertThatIllegalArgumentException().isThrownBy(() -> deliver(null, 1))
			.withMessage("'subject' must not be null");
		assertThatIllegalArgumentException().isThrownBy(() -> this.log.isDelivered(null, 1))
			.withMessage("'subject' must not be null");
	}

}
