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

package io.pilispring.simulator;

import java.time.Duration;
import java.util.Objects;

/**
 * The data that a publisher sends, as reported by the status of a live stream.
 *
 * @param address the address of the publisher, with the port
 * @param bytesPerSecond the bytes per second
 * @param audioFramesPerSecond the audio frames per second
 * @param videoFramesPerSecond the video frames per second
 * @param dataFramesPerSecond the data frames per second
 * @param gop the time between two key frames
 * @since 0.1.0
 */
public record Push(String address, double bytesPerSecond, double audioFramesPerSecond, double videoFramesPerSecond,
		double dataFramesPerSecond, Duration gop) {

	private static final Duration DEFAULT_GOP = Duration.ofSeconds(2);

	private static final Push DEFAULTS = new Push("127.0.0.1:50000", 125_000, 43, 25, 0);

	/**
	 * Create a push.
	 * @param address the address of the publisher, with the port
	 * @param bytesPerSecond the bytes per second
	 * @param audioFramesPerSecond the audio frames per second
	 * @param videoFramesPerSecond the video frames per second
	 * @param dataFramesPerSecond the data frames per second
	 * @param gop the time between two key frames
	 * @throws IllegalArgumentException if a rate is negative or not a number, or the time
	 * between two key frames is negative
	 */
	public Push {
		Objects.requireNonNull(address, "'address' must not be null");
		requireRate(bytesPerSecond, "bytesPerSecond");
		requireRate(audioFramesPerSecond, "audioFramesPerSecond");
		requireRate(videoFramesPerSecond, "videoFramesPerSecond");
		requireRate(dataFramesPerSecond, "dataFramesPerSecond");
		if (gop.isNegative()) {
			throw new IllegalArgumentException("'gop' must not be negative: " + gop);
		}
	}

	/**
	 * Create a push with a key frame every two seconds.
	 * @param address the address of the publisher, with the port
	 * @param bytesPerSecond the bytes per second
	 * @param audioFramesPerSecond the audio frames per second
	 * @param videoFramesPerSecond the video frames per second
	 * @param dataFramesPerSecond the data frames per second
	 * @throws IllegalArgumentException if a rate is negative or not a number
	 */
	public Push(String address, double bytesPerSecond, double audioFramesPerSecond, double videoFramesPerSecond,
			double dataFramesPerSecond) {
		this(address, bytesPerSecond, audioFramesPerSecond, videoFramesPerSecond, dataFramesPerSecond, DEFAULT_GOP);
	}

	/**
	 * Return a push with the rates of a small healthy stream.
	 * @return the default push
	 */
	public static Push defaults() {
		return DEFAULTS;
	}

	/**
	 * Return a copy of this push with another address.
	 * @param address the address of the publisher, with the port
	 * @return the other push
	 */
	public Push from(String address) {
		return new Push(address, this.bytesPerSecond, this.audioFramesPerSecond, this.videoFramesPerSecond,
				this.dataFramesPerSecond, this.gop);
	}

	/**
	 * Return a copy of this push with another rate of bytes.
	 * @param bytesPerSecond the bytes per second
	 * @return the other push
	 * @throws IllegalArgumentException if the rate is negative or not a number
	 */
	public Push withBytesPerSecond(double bytesPerSecond) {
		return new Push(this.address, bytesPerSecond, this.audioFramesPerSecond, this.videoFramesPerSecond,
				this.dataFramesPerSecond, this.gop);
	}

	/**
	 * Return a copy of this push with other rates of frames.
	 * @param audio the audio frames per second
	 * @param video the video frames per second
	 * @param data the data frames per second
	 * @return the other push
	 * @throws IllegalArgumentException if a rate is negative or not a number
	 */
	public Push withFramesPerSecond(double audio, double video, double data) {
		return new Push(this.address, this.bytesPerSecond, audio, video, data, this.gop);
	}

	/**
	 * Return a copy of this push with another time between two key frames.
	 * @param gop the time
	 * @return the other push
	 * @throws IllegalArgumentException if the time is negative
	 */
	public Push withGop(Duration gop) {
		return new Push(this.address, this.bytesPerSecond, this.audioFramesPerSecond, this.videoFramesPerSecond,
				this.dataFramesPerSecond, gop);
	}

	private static void requireRate(double rate, String name) {
		if (!(rate >= 0) || Double.isInfinite(rate)) {
			throw new IllegalArgumentException("'%s' must be a number that is not negative: %s".formatted(name, rate));
		}
	}

}
