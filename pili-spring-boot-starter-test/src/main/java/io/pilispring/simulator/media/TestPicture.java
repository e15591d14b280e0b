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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A publisher: ffmpeg with a moving test picture and a tone.
 *
 * @since 0.1.0
 */
public final class TestPicture implements AutoCloseable {

	private static final int PICTURES_PER_SECOND = 15;

	private final ChildProcess process;

	private TestPicture(ChildProcess process) {
		this.process = process;
	}

	static TestPicture start(Path ffmpeg, MediaDirectory directory, String url) throws IOException {
		String rate = Integer.toString(PICTURES_PER_SECOND);
		return new TestPicture(ChildProcess.start(
				List.of(ffmpeg.toString(), "-nostdin", "-v", "error", "-re", "-f", "lavfi", "-i",
						"testsrc2=size=640x360:rate=" + rate, "-f", "lavfi", "-i",
						"sine=frequency=440:sample_rate=44100", "-c:v", "libx264", "-preset", "ultrafast", "-tune",
						"zerolatency", "-pix_fmt", "yuv420p", "-g", rate, "-b:v", "400k", "-c:a", "aac", "-b:a", "32k",
						"-ac", "1", "-flvflags", "no_duration_filesize", "-f", "flv", url),
				directory, directory.log()));
	}

	/**
	 * Return whether it is still publishing. It ends if the server rejects it or ends the
	 * push.
	 * @return whether it is running
	 */
	public boolean isRunning() {
		return this.process.isAlive();
	}

	/**
	 * Wait for its end.
	 * @param limit the maximum time to wait
	 * @return whether it has ended
	 * @throws InterruptedException if the thread is interrupted
	 */
	public boolean awaitEnd(Duration limit) throws InterruptedException {
		return this.process.await(limit);
	}

	long pid() {
		return this.process.pid();
	}

	/**
	 * End the push.
	 */
	@Override
	public void close() {
		this.process.close();
	}

}
