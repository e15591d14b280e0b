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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

// What is written for one account
record AccountDirectory(Path root) {

	// nginx does not create these directories: if one is missing, it silently writes
	// nothing
	void create(List<String> hubs) throws IOException {
		for (String hub : hubs) {
			Files.createDirectories(hls(hub));
			Files.createDirectories(flv(hub));
		}
		Files.createDirectories(files());
	}

	Path hls(String hub) {
		return this.root.resolve("hls").resolve(hub);
	}

	Path livePlaylist(StreamName stream) {
		return hls(stream.hub()).resolve(stream.title() + ".m3u8");
	}

	Path flv(String hub) {
		return this.root.resolve("flv").resolve(hub);
	}

	Path flv(StreamName stream) {
		return flv(stream.hub()).resolve(stream.title() + ".flv");
	}

	Path files() {
		return this.root.resolve("files");
	}

	// The path comes from a client, so it may try to leave the directory
	@Nullable Path file(String path) {
		if (path.indexOf('\0') != -1) {
			return null;
		}
		Path file = files().resolve(path).normalize();
		return (file.startsWith(files()) && !file.equals(files())) ? file : null;
	}

}
