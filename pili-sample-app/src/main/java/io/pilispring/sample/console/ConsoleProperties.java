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

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the console.
 *
 * @param pageSize how many streams a page shows
 * @param pictures whether the play addresses carry pictures; those of the plain simulator
 * do not
 * @param missingPrograms what is not installed that real media would need
 * @param allowedHosts names that browsers may call this application by; those of this
 * machine if there are none
 * @param files where the list of ordered files is kept, or {@code null} for nowhere
 * @param patience how long a page waits for PILI
 * @param renewal how often pages renew the list of streams and the state of a stream
 */
@ConfigurationProperties("sample.console")
record ConsoleProperties(@DefaultValue("20") int pageSize, @DefaultValue("true") boolean pictures,
		@DefaultValue List<String> missingPrograms, @DefaultValue List<String> allowedHosts, @Nullable Path files,
		@DefaultValue("2500ms") Duration patience, @DefaultValue("3s") Duration renewal) {

	private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

	ConsoleProperties {
		allowedHosts = (allowedHosts.isEmpty()) ? LOOPBACK : allowedHosts;
	}

}
