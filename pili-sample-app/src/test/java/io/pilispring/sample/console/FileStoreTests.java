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
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import io.pilispring.sample.hubs.Hub;
import io.pilispring.sample.hubs.V1Hub;
import io.pilispring.v1.PiliHub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests that the list of files outlasts the application.
 */
class FileStoreTests {

	@TempDir
	Path temp;

	private final Hub hub = new V1Hub("piliHub", mock(PiliHub.class));

	@Test
	void listIsThereAfterARestart() {
		Path path = this.temp.resolve("new/files.json");
		MadeFiles files = files(path);
		MadeFile first = files.add(this.hub,
				(number) -> MadeFile.recording(number, "id", "a.mp4", "https://host/a.mp4", "fop-1"));
		MadeFile second = files.add(this.hub, (number) -> MadeFile.picture(number, "id", "b.jpg", null, null));
		MadeFiles restarted = files(path);
		assertThat(restarted.newestFirst(this.hub, "id")).containsExactly(second, first);
		restarted.remove(this.hub, "id", first.number());
		MadeFile third = restarted.add(this.hub, (number) -> MadeFile.picture(number, "id", "c.jpg", null, null));
		assertThat(third.number()).isGreaterThan(second.number());
		assertThat(files(path).newestFirst(this.hub, "id")).containsExactly(third, second);
	}

	@Test
	void listThatCannotBeReadStartsEmpty() throws IOException {
		Path path = Files.writeString(this.temp.resolve("files.json"), "{\"piliHub\":[{\"number\":");
		MadeFiles files = files(path);
		assertThat(files.newestFirst(this.hub, "id")).isEmpty();
		MadeFile file = files.add(this.hub, (number) -> MadeFile.picture(number, "id", "c.jpg", null, null));
		assertThat(files(path).newestFirst(this.hub, "id")).containsExactly(file);
	}

	@Test
	void listThatCannotBeWrittenIsKeptMeanwhile() throws IOException {
		Path file = Files.writeString(this.temp.resolve("file"), "");
		MadeFiles files = files(file.resolve("files.json"));
		MadeFile picture = files.add(this.hub, (number) -> MadeFile.picture(number, "id", "c.jpg", null, null));
		assertThat(files.newestFirst(this.hub, "id")).containsExactly(picture);
		assertThat(files(null).newestFirst(this.hub, "id")).isEmpty();
	}

	private static MadeFiles files(@Nullable Path path) {
		ConsoleProperties properties = new ConsoleProperties(20, true, List.of(), List.of(), path,
				Duration.ofSeconds(3), Duration.ofSeconds(3));
		return new MadeFiles(new FileStore(properties, JsonMapper.builder().build()));
	}

}
