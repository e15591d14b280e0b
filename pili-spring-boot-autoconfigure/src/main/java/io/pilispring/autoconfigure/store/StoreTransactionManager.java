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

package io.pilispring.autoconfigure.store;

import java.util.stream.Stream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Finds the transaction manager of a database, so that the listeners of events take part
 * in the transactions of the store.
 */
final class StoreTransactionManager {

	private static final String JTA = "org.springframework.transaction.jta.JtaTransactionManager";

	private StoreTransactionManager() {
	}

	static @Nullable PlatformTransactionManager find(Stream<PlatformTransactionManager> candidates,
			DataSource dataSource) {
		return candidates.filter((candidate) -> manages(candidate, dataSource)).findFirst().orElse(null);
	}

	// That of JPA has the property too
	private static boolean manages(PlatformTransactionManager candidate, DataSource dataSource) {
		for (Class<?> type = candidate.getClass(); type != null; type = type.getSuperclass()) {
			if (type.getName().equals(JTA)) {
				return true;
			}
		}
		BeanWrapper properties = PropertyAccessorFactory.forBeanPropertyAccess(candidate);
		return properties.isReadableProperty("dataSource") && properties.getPropertyValue("dataSource") == dataSource;
	}

}
