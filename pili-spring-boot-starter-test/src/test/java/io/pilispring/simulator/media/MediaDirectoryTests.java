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

package io.pilispring.simulator.media;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MediaDirectory}.
 */
class MediaDirectoryTests {

	@Test
	void filesStayInside() {
		AccountDirectory directory = new MediaDirectory(Path.of("/root-of-it")).account(1);
		assertThat(directory.file("recordings/id/a.mp4"))
			.isEqualTo(Path.of("/root-of-it/account-1/files/recordings/id/a.mp4"));
		assertThat(directory.file("recordings/../../../etc/passwd")).isNull();
		assertThat(directory.file("/etc/passwd")).isNull();
		assertThat(directory.file("a\0b")).isNull();
		assertThat(directory.file("")).isNull();
	}

	@Test
	void nothingIsLeftAfterDeletion() throws Exception {
		MediaDirectory directory = MediaDirectory.create();
		directory.account(2).create(List.of("hub"));
		assertThat(directory.account(2).hls("hub")).isDirectory();
		directory.delete();
		assertThat(directory.root()).doesNotExist();
	}

}
