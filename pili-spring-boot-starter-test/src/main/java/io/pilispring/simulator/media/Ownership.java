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
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

// A lock on the directory of a server. The operating system releases it when the process
// ends, however it ends
final class Ownership implements AutoCloseable {

	private final FileChannel channel;

	private Ownership(FileChannel channel) {
		this.channel = channel;
	}

	// The file gets its name when it is locked, so that it is never seen without its lock
	static Ownership take(MediaDirectory directory) throws IOException {
		Path file = directory.root().resolve("new-owner");
		FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
		try {
			channel.lock();
			Files.move(file, directory.owner());
			return new Ownership(channel);
		}
		catch (IOException ex) {
			channel.close();
			throw ex;
		}
	}

	// Returns null if the owner still runs, or if there never was one
	static @Nullable Ownership takeOver(MediaDirectory directory) throws IOException {
		if (!Files.isRegularFile(directory.owner(), LinkOption.NOFOLLOW_LINKS)) {
			return null;
		}
		FileChannel channel = FileChannel.open(directory.owner(), StandardOpenOption.WRITE);
		FileLock lock = null;
		try {
			lock = channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			// This process is the owner
		}
		finally {
			if (lock == null) {
				channel.close();
			}
		}
		return (lock != null) ? new Ownership(channel) : null;
	}

	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			// The lock is released with this process at the latest
		}
	}

}
