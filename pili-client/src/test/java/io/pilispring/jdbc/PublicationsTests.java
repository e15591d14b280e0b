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

import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Publications}.
 */
class PublicationsTests {

	private final TestDatabase dataSource = new TestDatabase();

	private final CountingTransactionManager manager = new CountingTransactionManager(this.dataSource);

	private final Database database = new Database(
			JdbcStoreSettings.builder(this.dataSource).transactionManager(this.manager).build());

	private final Publications publications = new Publications(this.database);

	private final List<String> published = new ArrayList<>();

	private void run(Runnable... publications) {
		this.database.inTransaction()
			.executeWithoutResult((status) -> this.publications.runInTransaction(List.of(publications)));
	}

	private Runnable publish(String event) {
		return () -> this.published.add(event);
	}

	@Test
	void everyPublicationHasASavepoint() {
		run(publish("one"), publish("two"));
		assertThat(this.published).containsExactly("one", "two");
		assertThat(this.manager.nested).isEqualTo(2);
	}

	@Test
	void transactionManagerWithoutSavepointsIsAskedForThemOnce() {
		this.manager.delegate.setNestedTransactionAllowed(false);
		run(publish("one"), publish("two"));
		run(publish("three"));
		assertThat(this.published).containsExactly("one", "two", "three");
		assertThat(this.manager.nested).isOne();
	}

	@Test
	void listenerThatFailsDoesNotPreventTheOthersWithOrWithoutATransaction() {
		Runnable broken = () -> {
			throw new StackOverflowError();
		};
		run(publish("one"), broken, publish("two"));
		this.publications.run(List.of(publish("three"), broken, publish("four")));
		this.manager.delegate.setNestedTransactionAllowed(false);
		run(publish("five"), broken, publish("six"));
		assertThat(this.published).containsExactly("one", "two", "three", "four", "five", "six");
	}

	/**
	 * Counts how often a savepoint was asked for.
	 */
	private static final class CountingTransactionManager implements PlatformTransactionManager {

		private final JdbcTransactionManager delegate;

		private int nested;

		CountingTransactionManager(DataSource dataSource) {
			this.delegate = new JdbcTransactionManager(dataSource);
		}

		@Override
		public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
			if (definition != null && definition.getPropagationBehavior() == TransactionDefinition.PROPAGATION_NESTED) {
				this.nested++;
			}
			return this.delegate.getTransaction(definition);
		}

		@Override
		public void commit(TransactionStatus status) {
			this.delegate.commit(status);
		}

		@Override
		public void rollback(TransactionStatus status) {
			this.delegate.rollback(status);
		}

	}

}
