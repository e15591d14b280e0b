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

import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.transaction.NestedTransactionNotSupportedException;

/**
 * Runs publications, none of which may prevent the others.
 */
class Publications {

	private static final Log logger = LogFactory.getLog(Publications.class);

	private final Database database;

	// Unknown before the first; not every transaction manager has savepoints
	private volatile boolean savepoints = true;

	Publications(Database database) {
		this.database = database;
	}

	void run(List<Runnable> publications) {
		publications.forEach(Publications::run);
	}

	private static void run(Runnable publication) {
		try {
			publication.run();
		}
		catch (Throwable ex) {
			logger.warn("A listener of an event of the monitor failed", ex);
		}
	}

	/**
	 * Run publications in the current transaction. What a listener that fails has written
	 * is rolled back, and that alone.
	 * @param publications the publications
	 */
	void runInTransaction(List<Runnable> publications) {
		for (Runnable publication : publications) {
			if (!this.savepoints) {
				run(publication);
				continue;
			}
			try {
				this.database.nested().executeWithoutResult((status) -> {
					try {
						publication.run();
					}
					catch (Throwable ex) {
						throw new ListenerException(ex);
					}
				});
			}
			catch (ListenerException ex) {
				logger.warn("A listener of an event of the monitor failed", ex.getCause());
			}
			catch (NestedTransactionNotSupportedException ex) {
				this.savepoints = false;
				run(publication);
			}
		}
	}

	/**
	 * Tells the failure of a listener from that of the transaction.
	 */
	@SuppressWarnings("serial")
	private static final class ListenerException extends RuntimeException {

		ListenerException(Throwable cause) {
			super(cause);
		}

	}

}
