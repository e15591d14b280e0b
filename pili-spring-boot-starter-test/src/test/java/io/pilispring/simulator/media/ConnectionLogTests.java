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
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConnectionLog}.
 */
class ConnectionLogTests {

	private static final String PREFIX = "2026/03/01 10:00:00 [debug] 13737#13737: ";

	private Path file;

	private ConnectionLog log;

	@BeforeEach
	void create(@TempDir Path directory) {
		this.file = directory.resolve("connections.log");
		this.log = new ConnectionLog(this.file);
	}

	@Test
	void addressHasThePortOfTheConnection() throws IOException {
		append(PREFIX + "accept on 127.0.0.1:1935, ready: 0\n" + PREFIX + "*1 accept: 127.0.0.1:40001 fd:6\n");
		append(PREFIX + "*1 recv: eof:0, avail:1\n" + PREFIX + "*12 accept: 127.0.0.1:40012 fd:7\n");
		assertThat(address("1")).isEqualTo("127.0.0.1:40001");
		assertThat(address("12")).isEqualTo("127.0.0.1:40012");
		append(PREFIX + "*13 accept: 127.0.0.1:40013 fd:6\n");
		assertThat(address("13")).isEqualTo("127.0.0.1:40013");
		assertThat(address("1")).isEqualTo("127.0.0.1:40001");
	}

	@Test
	void addressIsThatOfTheCallWhereTheLogTellsNothing() throws IOException {
		assertThat(address("1")).isEqualTo("127.0.0.1");
		append(PREFIX + "*2 accept: 127.0.0.1:40002 fd:6\n");
		assertThat(address("1")).isEqualTo("127.0.0.1");
	}

	@Test
	void lineMayComeInPieces() throws IOException {
		append(PREFIX + "*1 accept: 127.0.0.1:40");
		assertThat(address("1")).isEqualTo("127.0.0.1");
		append("001 fd:6\n");
		assertThat(address("1")).isEqualTo("127.0.0.1:40001");
	}

	@Test
	void everythingIsReadHoweverLongItIs() throws IOException {
		for (int i = 0; i < 100; i++) {
			append((PREFIX + "*1 recv: eof:0, avail:1\n").repeat(100) + PREFIX + "*" + i + " accept: 127.0.0.1:"
					+ (40_000 + i) + " fd:6\n");
		}
		assertThat(address("0")).isEqualTo("127.0.0.1:40000");
		assertThat(address("99")).isEqualTo("127.0.0.1:40099");
	}

	@Test
	void logIsEmptiedAndReadOn() throws IOException {
		append(PREFIX + "*1 accept: 127.0.0.1:40001 fd:6\n" + (PREFIX + "worker cycle\n").repeat(1000));
		this.log.cleanUp();
		assertThat(this.file).isNotEmptyFile();
		append((PREFIX + "worker cycle\n").repeat(50_000));
		this.log.cleanUp();
		assertThat(this.file).isEmptyFile();
		append(PREFIX + "*2 accept: 127.0.0.1:40002 fd:6\n");
		assertThat(address("1")).isEqualTo("127.0.0.1:40001");
		assertThat(address("2")).isEqualTo("127.0.0.1:40002");
	}

	private String address(String clientId) {
		return this.log
			.address(new PublishCall("publish", new StreamName("hub", "title"), "127.0.0.1", clientId, null));
	}

	private void append(String text) throws IOException {
		Files.writeString(this.file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}

}
