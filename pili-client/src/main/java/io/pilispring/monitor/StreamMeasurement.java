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

package io.pilispring.monitor;

import java.time.Instant;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The status and the rates of a stream that PILI reported at one point in time.
 * Immutable. Jackson can write it as JSON, and read it again.
 *
 * @since 0.1.0
 */
public final class StreamMeasurement {

	/**
	 * A stream that is not live.
	 */
	public static final StreamMeasurement DISCONNECTED = new StreamMeasurement();

	private final boolean connected;

	private final @Nullable String address;

	private final @Nullable Instant since;

	// Primitives save memory, because there may be ten thousand streams; NaN if not known
	private final double bytesPerSecond;

	private final double audioFramesPerSecond;

	private final double videoFramesPerSecond;

	private final double dataFramesPerSecond;

	private StreamMeasurement() {
		this.connected = false;
		this.address = null;
		this.since = null;
		this.bytesPerSecond = 0;
		this.audioFramesPerSecond = 0;
		this.videoFramesPerSecond = 0;
		this.dataFramesPerSecond = 0;
	}

	private StreamMeasurement(Builder builder) {
		this.connected = true;
		this.address = builder.address;
		this.since = builder.since;
		this.bytesPerSecond = builder.bytesPerSecond;
		this.audioFramesPerSecond = builder.audioFramesPerSecond;
		this.videoFramesPerSecond = builder.videoFramesPerSecond;
		this.dataFramesPerSecond = builder.dataFramesPerSecond;
	}

	@JsonCreator
	private static StreamMeasurement of(@JsonProperty("connected") boolean connected,
			@JsonProperty("address") @Nullable String address, @JsonProperty("since") @Nullable Instant since,
			@JsonProperty("bytesPerSecond") @Nullable Double bytesPerSecond,
			@JsonProperty("audioFramesPerSecond") @Nullable Double audio,
			@JsonProperty("videoFramesPerSecond") @Nullable Double video,
			@JsonProperty("dataFramesPerSecond") @Nullable Double data) {
		return (connected) ? live().address(address)
			.since(since)
			.bytesPerSecond(bytesPerSecond)
			.framesPerSecond(audio, video, data)
			.build() : DISCONNECTED;
	}

	/**
	 * Start building the measurement of a live stream, with no other values known yet.
	 * @return a builder
	 */
	public static Builder live() {
		return new Builder();
	}

	/**
	 * Return whether the stream is live.
	 * @return whether the stream is live
	 */
	@JsonProperty
	public boolean connected() {
		return this.connected;
	}

	/**
	 * Return the address of the publisher.
	 * @return the address, or {@code null} if the stream is not live or it is not known
	 */
	@JsonProperty
	public @Nullable String address() {
		return this.address;
	}

	/**
	 * Return when the stream went live.
	 * @return the time, or {@code null} if the stream is not live or it is not known
	 */
	@JsonProperty
	public @Nullable Instant since() {
		return this.since;
	}

	/**
	 * Return the rate of bytes.
	 * @return bytes per second, or {@code null} if not known
	 */
	@JsonProperty
	public @Nullable Double bytesPerSecond() {
		return known(this.bytesPerSecond);
	}

	/**
	 * Return the rate of audio frames.
	 * @return frames per second, or {@code null} if not known
	 */
	@JsonProperty
	public @Nullable Double audioFramesPerSecond() {
		return known(this.audioFramesPerSecond);
	}

	/**
	 * Return the rate of video frames.
	 * @return frames per second, or {@code null} if not known
	 */
	@JsonProperty
	public @Nullable Double videoFramesPerSecond() {
		return known(this.videoFramesPerSecond);
	}

	/**
	 * Return the rate of data frames.
	 * @return frames per second, or {@code null} if not known
	 */
	@JsonProperty
	public @Nullable Double dataFramesPerSecond() {
		return known(this.dataFramesPerSecond);
	}

	private static @Nullable Double known(double rate) {
		return (Double.isNaN(rate)) ? null : Double.valueOf(rate);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof StreamMeasurement that && this.connected == that.connected
				&& Objects.equals(this.address, that.address) && Objects.equals(this.since, that.since)
				&& Double.compare(this.bytesPerSecond, that.bytesPerSecond) == 0
				&& Double.compare(this.audioFramesPerSecond, that.audioFramesPerSecond) == 0
				&& Double.compare(this.videoFramesPerSecond, that.videoFramesPerSecond) == 0
				&& Double.compare(this.dataFramesPerSecond, that.dataFramesPerSecond) == 0;
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.connected, this.address, this.since, this.bytesPerSecond);
	}

	@Override
	public String toString() {
		return "StreamMeasurement[connected=" + this.connected + ", address=" + this.address + ", since=" + this.since
				+ ", bytesPerSecond=" + bytesPerSecond() + ", audioFramesPerSecond=" + audioFramesPerSecond()
				+ ", videoFramesPerSecond=" + videoFramesPerSecond() + ", dataFramesPerSecond=" + dataFramesPerSecond()
				+ "]";
	}

	/**
	 * Builds the {@link StreamMeasurement} of a live stream. A value that is not set is
	 * not known.
	 *
	 * @since 0.1.0
	 */
	public static final class Builder {

		private @Nullable String address;

		private @Nullable Instant since;

		private double bytesPerSecond = Double.NaN;

		private double audioFramesPerSecond = Double.NaN;

		private double videoFramesPerSecond = Double.NaN;

		private double dataFramesPerSecond = Double.NaN;

		private Builder() {
		}

		/**
		 * Set the address of the publisher.
		 * @param address the address, or {@code null} if not known
		 * @return this builder
		 */
		public Builder address(@Nullable String address) {
			this.address = address;
			return this;
		}

		/**
		 * Set when the stream went live.
		 * @param since the time, or {@code null} if not known
		 * @return this builder
		 */
		public Builder since(@Nullable Instant since) {
			this.since = since;
			return this;
		}

		/**
		 * Set the rate of bytes.
		 * @param bytesPerSecond bytes per second, or {@code null} if not known
		 * @return this builder
		 */
		public Builder bytesPerSecond(@Nullable Double bytesPerSecond) {
			this.bytesPerSecond = orNaN(bytesPerSecond);
			return this;
		}

		/**
		 * Set the rates of frames.
		 * @param audio audio frames per second, or {@code null} if not known
		 * @param video video frames per second, or {@code null} if not known
		 * @param data data frames per second, or {@code null} if not known
		 * @return this builder
		 */
		public Builder framesPerSecond(@Nullable Double audio, @Nullable Double video, @Nullable Double data) {
			this.audioFramesPerSecond = orNaN(audio);
			this.videoFramesPerSecond = orNaN(video);
			this.dataFramesPerSecond = orNaN(data);
			return this;
		}

		/**
		 * Build the measurement.
		 * @return the measurement
		 */
		public StreamMeasurement build() {
			return new StreamMeasurement(this);
		}

		private static double orNaN(@Nullable Double rate) {
			return (rate != null) ? rate : Double.NaN;
		}

	}

}
