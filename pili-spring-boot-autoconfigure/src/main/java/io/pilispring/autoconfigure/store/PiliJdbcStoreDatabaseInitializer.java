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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.boot.jdbc.init.PropertiesBasedDataSourceScriptDatabaseInitializer;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.dao.DataAccessException;

import io.pilispring.jdbc.JdbcStoreSettings;

/**
 * Creates the tables of the store, with the configured prefix.
 *
 * @since 0.1.0
 */
public class PiliJdbcStoreDatabaseInitializer
		extends PropertiesBasedDataSourceScriptDatabaseInitializer<PiliJdbcStoreProperties> {

	private static final int MAX_ATTEMPTS = 6;

	private final String tablePrefix;

	/**
	 * Create an initializer.
	 * @param dataSource the database
	 * @param properties the properties of the store
	 */
	public PiliJdbcStoreDatabaseInitializer(DataSource dataSource, PiliJdbcStoreProperties properties) {
		super(dataSource, properties);
		this.tablePrefix = properties.getTablePrefix();
	}

	@Override
	protected void runScripts(Scripts scripts) {
		if (this.tablePrefix.equals(JdbcStoreSettings.DEFAULT_TABLE_PREFIX)) {
			runUntilNobodyInterferes(scripts);
			return;
		}
		Charset encoding = (scripts.getEncoding() != null) ? scripts.getEncoding() : StandardCharsets.UTF_8;
		List<Resource> prefixed = new ArrayList<>();
		scripts.forEach((script) -> prefixed.add(prefixed(script, encoding)));
		runUntilNobodyInterferes(new Scripts(prefixed).continueOnError(scripts.isContinueOnError())
			.separator(scripts.getSeparator())
			.encoding(encoding));
	}

	// PostgreSQL may fail to create a table that another instance creates at the same
	// time.
	// The script creates only what is missing.
	private void runUntilNobodyInterferes(Scripts scripts) {
		for (int attempt = 1;; attempt++) {
			try {
				super.runScripts(scripts);
				return;
			}
			catch (DataAccessException ex) {
				if (attempt == MAX_ATTEMPTS) {
					throw ex;
				}
			}
		}
	}

	// The name of a constraint may have no schema
	private Resource prefixed(Resource script, Charset encoding) {
		try {
			String name = this.tablePrefix.substring(this.tablePrefix.indexOf('.') + 1);
			String sql = script.getContentAsString(encoding)
				.replace("CONSTRAINT " + JdbcStoreSettings.DEFAULT_TABLE_PREFIX, "CONSTRAINT " + name)
				.replace("EXISTS " + JdbcStoreSettings.DEFAULT_TABLE_PREFIX, "EXISTS " + this.tablePrefix);
			return new ByteArrayResource(sql.getBytes(encoding), script.getDescription());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
