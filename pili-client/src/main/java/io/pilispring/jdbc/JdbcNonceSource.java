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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.TransactionException;
import org.springframework.util.Assert;

import io.pilispring.url.NonceSource;

/**
 * A {@link NonceSource} in a database, so that PILI accepts the URLs of any instance
 * after those of any other. A nonce is the time of the database in unix seconds, or the
 * previous nonce plus one if that is larger; each takes one short transaction. While the
 * database cannot be reached, nonces are those of {@link NonceSource#shared()}, which are
 * larger than all that this instance has created before, and the database is tried again
 * every few seconds by one caller alone, so that an outage holds up few of them.
 *
 * @since 0.1.0
 */
public final class JdbcNonceSource implements NonceSource {

	private static final Log logger = LogFactory.getLog(JdbcNonceSource.class);

	private static final Duration KEEP = Duration.ofDays(1);

	private static final int MAX_LOCAL = 100_000;

	private static final int MAX_ATTEMPTS = 5;

	static final Duration RETRY_INTERVAL = Duration.ofSeconds(3);

	private final Database database;

	private final Purge purge;

	private final NonceSource local = NonceSource.shared();

	// The nonces that the database does not know yet
	private final Map<String, Long> unknown = new ConcurrentHashMap<>();

	private final AtomicBoolean away = new AtomicBoolean();

	private final AtomicLong retryAt = new AtomicLong();

	private final LongSupplier nanoTime;

	/**
	 * Create a source.
	 * @param settings the settings
	 */
	public JdbcNonceSource(JdbcStoreSettings settings) {
		this(settings, System::nanoTime);
	}

	JdbcNonceSource(JdbcStoreSettings settings, LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
		this.database = new Database(settings);
		this.purge = new Purge(this.database);
	}

	@Override
	public long next(String streamId) {
		Assert.notNull(streamId, "'streamId' must not be null");
		if (!mayTry()) {
			return nextLocal(streamId);
		}
		try {
			Long unknown = this.unknown.get(streamId);
			long nonce = advance(streamId, (unknown != null) ? unknown : 0, 1);
			reached(streamId, unknown);
			this.local.used(streamId, nonce);
			this.purge.run("DELETE FROM %PNONCE WHERE NONCE < %SECONDS - ?", KEEP.toSeconds());
			return nonce;
		}
		catch (DataAccessException | TransactionException | IllegalStateException ex) {
			failed(ex);
			return nextLocal(streamId);
		}
	}

	private long nextLocal(String streamId) {
		long nonce = this.local.next(streamId);
		remember(streamId, nonce);
		return nonce;
	}

	@Override
	public void used(String streamId, long nonce) {
		Assert.notNull(streamId, "'streamId' must not be null");
		this.local.used(streamId, nonce);
		if (!mayTry()) {
			remember(streamId, nonce);
			return;
		}
		try {
			advance(streamId, nonce, 0);
			reached(streamId, null);
		}
		catch (DataAccessException | TransactionException | IllegalStateException ex) {
			failed(ex);
			remember(streamId, nonce);
		}
	}

	private boolean mayTry() {
		if (!this.away.get()) {
			return true;
		}
		long retryAt = this.retryAt.get();
		long now = this.nanoTime.getAsLong();
		return now - retryAt >= 0 && this.retryAt.compareAndSet(retryAt, now + RETRY_INTERVAL.toNanos());
	}

	private void reached(String streamId, @Nullable Long unknown) {
		if (unknown != null) {
			this.unknown.remove(streamId, unknown);
		}
		if (this.away.compareAndSet(true, false)) {
			logger.info("The store of nonces can be reached again");
		}
	}

	private void failed(RuntimeException ex) {
		this.retryAt.set(this.nanoTime.getAsLong() + RETRY_INTERVAL.toNanos());
		if (this.away.compareAndSet(false, true)) {
			logger.warn("The store of nonces cannot be reached, so that nonces are those of this instance", ex);
		}
	}

	private void remember(String streamId, long nonce) {
		if (this.unknown.size() < MAX_LOCAL || this.unknown.containsKey(streamId)) {
			this.unknown.merge(streamId, nonce, Math::max);
		}
	}

	private long advance(String streamId, long known, int step) {
		String id = Database.id(streamId);
		for (int attempt = 1;; attempt++) {
			try {
				long[] nonce = new long[1];
				this.database.inTransaction()
					.executeWithoutResult((status) -> nonce[0] = advanceInTransaction(id, known, step));
				return nonce[0];
			}
			catch (DuplicateKeyException ex) {
				// Another instance created the row at the same time
				if (attempt == MAX_ATTEMPTS) {
					throw ex;
				}
			}
		}
	}

	private long advanceInTransaction(String id, long known, int step) {
		// With a step of zero the clock does not count: nothing is created
		String now = (step > 0) ? "%SECONDS" : "0";
		int updated = this.database.jdbc()
			.update(this.database
				.sql("UPDATE %PNONCE SET NONCE = GREATEST(" + now + ", NONCE + ?, ?) WHERE STREAM_ID = ?"), step,
					known + step, id);
		if (updated == 0) {
			this.database.jdbc()
				.update(this.database
					.sql("INSERT INTO %PNONCE (STREAM_ID, NONCE) VALUES (?, GREATEST(" + now + ", ?))"), id,
						known + step);
		}
		Long nonce = this.database.jdbc()
			.queryForObject(this.database.sql("SELECT NONCE FROM %PNONCE WHERE STREAM_ID = ?"), Long.class, id);
		Assert.state(nonce != null, "The nonce is missing");
		return nonce;
	}

}
