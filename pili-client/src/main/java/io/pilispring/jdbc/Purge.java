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

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Deletes rows that are no longer needed, once an hour.
 */
class Purge {

	private static final Log logger = LogFactory.getLog(Purge.class);

	private static final long INTERVAL = Duration.ofHours(1).toNanos();

	private final Database database;

	private final AtomicLong last = new AtomicLong(System.nanoTime() - INTERVAL);

	Purge(Database database) {
		this.database = database;
	}

	void run(String sql, long argument) {
		long last = this.last.get();
		long now = System.nanoTime();
		if (now - last < INTERVAL || !this.last.compareAndSet(last, now)) {
			return;
		}
		try {
			this.database.outside(() -> this.database.jdbc().update(this.database.sql(sql), argument));
		}
		catch (RuntimeException ex) {
			logger.debug("Rows that are no longer needed were not deleted", ex);
		}
	}

}
