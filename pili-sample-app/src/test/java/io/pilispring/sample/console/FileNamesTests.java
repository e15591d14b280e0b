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

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FileNames}.
 */
class FileNamesTests {

	private final FileNames names = new FileNames();

	@Test
	void nameSaysOfWhichStreamTheFileIsAndWhenItWasMade() {
		assertThat(this.names.next("front-door", "mp4")).matches("front-door-20\\d{6}-\\d{6}-\\d{3}\\.mp4");
	}

	@Test
	void noNameComesTwiceHoweverFast() {
		Set<String> made = ConcurrentHashMap.newKeySet();
		IntStream.range(0, 5000).parallel().forEach((number) -> made.add(this.names.next("front-door", "jpg")));
		assertThat(made).hasSize(5000);
	}

}
