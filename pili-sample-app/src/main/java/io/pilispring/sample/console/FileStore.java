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

package io.pilispring.sample.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the list of ordered files on disk, so that a restart does not lose it. Nothing
 * depends on it: if it cannot be read or written, the list is as long as the application
 * runs.
 */
@Component
class FileStore {

	private static final Log logger = LogFactory.getLog(FileStore.class);

	private static final TypeReference<Map<String, List<MadeFile>>> TYPE = new TypeReference<>() {
	};

	private final @Nullable Path path;

	private final JsonMapper json;

	FileStore(ConsoleProperties properties, JsonMapper json) {
		this.path = properties.files();
		this.json = json;
	}

	Map<String, List<MadeFile>> read() {
		if (this.path == null || !Files.exists(this.path)) {
			return Map.of();
		}
		try {
			return this.json.readValue(this.path, TYPE);
		}
		catch (JacksonException ex) {
			logger.warn("The list of files cannot be read from " + this.path + ", and starts empty", ex);
			return Map.of();
		}
	}

	void write(Map<String, ? extends Collection<MadeFile>> files) {
		if (this.path == null) {
			return;
		}
		try {
			Path directory = this.path.toAbsolutePath().getParent();
			Files.createDirectories(directory);
			// Moved into place, so that it is never half a list
			Path fresh = Files.createTempFile(directory, "files", ".tmp");
			this.json.writeValue(fresh, files);
			Files.move(fresh, this.path, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException | JacksonException ex) {
			logger.warn("The list of files cannot be written to " + this.path, ex);
		}
	}

}
