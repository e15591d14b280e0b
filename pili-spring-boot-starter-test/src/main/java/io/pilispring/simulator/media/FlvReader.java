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
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

// Reads an FLV file tag by tag while it is still being written
final class FlvReader implements AutoCloseable {

	// With the length of the tag before the first, which is none
	private static final int FILE_HEADER_LENGTH = 13;

	private final FileChannel channel;

	private long position = FILE_HEADER_LENGTH;

	FlvReader(Path file) throws IOException {
		this.channel = FileChannel.open(file, StandardOpenOption.READ);
	}

	// The next tag, or null if it is not all there yet
	@Nullable FlvTag next() throws IOException {
		byte[] header = read(this.position, FlvTag.HEADER_LENGTH);
		byte[] tag = (header != null) ? read(this.position, FlvTag.length(header)) : null;
		if (tag == null) {
			return null;
		}
		this.position += tag.length;
		return new FlvTag(tag);
	}

	private byte @Nullable [] read(long position, int length) throws IOException {
		if (this.channel.size() < position + length) {
			return null;
		}
		ByteBuffer buffer = ByteBuffer.allocate(length);
		while (buffer.hasRemaining()) {
			if (this.channel.read(buffer, position + buffer.position()) < 0) {
				return null;
			}
		}
		return buffer.array();
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
