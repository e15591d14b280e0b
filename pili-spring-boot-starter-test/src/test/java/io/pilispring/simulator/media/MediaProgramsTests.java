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

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MediaPrograms} and for what is told of those that are missing.
 */
class MediaProgramsTests {

	@Test
	void everythingThatIsMissingIsNamed() {
		assertThat(new MediaPrograms(null, null, null).missing()).containsExactly("nginx", "nginx-rtmp-module",
				"ffmpeg");
		assertThat(new MediaPrograms(Path.of("nginx"), null, Path.of("ffmpeg")).missing())
			.containsExactly("nginx-rtmp-module");
		assertThat(new MediaPrograms(Path.of("a"), Path.of("b"), Path.of("c")).missing()).isEmpty();
	}

	@Test
	void exceptionNamesThem() {
		MissingProgramsException exception = new MissingProgramsException(
				new MediaPrograms(null, null, null).missing());
		assertThat(exception).hasMessage("Not installed: nginx, nginx-rtmp-module, ffmpeg");
		assertThat(exception.programs()).hasSize(3);
	}

}
