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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * Settings for monitoring a hub: which streams to watch, and how often.
 *
 * @since 0.1.0
 */
public final class MonitorSettings {

	private static final Duration LONGEST = Duration.ofDays(30);

	private static final int INTERVALS_UNTIL_STALE = 3;

	private final List<String> streams;

	private final boolean streamsRequired;

	private final boolean connected;

	private final int maxConnected;

	private final Duration interval;

	private final Duration timeout;

	private final Duration staleAfter;

	private final double minBytesPerSecond;

	private final double minFramesPerSecond;

	private final int concurrency;

	private MonitorSettings(Builder builder) {
		this.streams = builder.streams;
		this.streamsRequired = builder.streamsRequired;
		this.connected = builder.connected;
		this.maxConnected = builder.maxConnected;
		this.interval = builder.interval;
		this.timeout = builder.timeout;
		this.staleAfter = (builder.staleAfter != null) ? builder.staleAfter
				: builder.interval.multipliedBy(INTERVALS_UNTIL_STALE);
		this.minBytesPerSecond = builder.minBytesPerSecond;
		this.minFramesPerSecond = builder.minFramesPerSecond;
		this.concurrency = builder.concurrency;
	}

	/**
	 * Start building settings, with the defaults of the {@code pili.monitor} properties.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Return the streams to watch.
	 * @return their ids or titles
	 */
	public List<String> streams() {
		return this.streams;
	}

	/**
	 * Return whether the health of the application is down if one of the streams to watch
	 * is frozen or not live.
	 * @return whether the streams are required
	 */
	public boolean streamsRequired() {
		return this.streamsRequired;
	}

	/**
	 * Return whether to watch all live streams.
	 * @return whether to watch live streams
	 */
	public boolean connected() {
		return this.connected;
	}

	/**
	 * Return the maximum number of streams to watch because they are live.
	 * @return the number of streams
	 */
	public int maxConnected() {
		return this.maxConnected;
	}

	/**
	 * Return the time from the start of a round to the start of the next.
	 * @return the interval
	 */
	public Duration interval() {
		return this.interval;
	}

	/**
	 * Return how long a round may wait for PILI without a response before it fails.
	 * @return the timeout
	 */
	public Duration timeout() {
		return this.timeout;
	}

	/**
	 * Return the age after which a sample is considered stale.
	 * @return the age
	 */
	public Duration staleAfter() {
		return this.staleAfter;
	}

	/**
	 * Return the rate of bytes below which a live stream is considered frozen.
	 * @return bytes per second
	 */
	public double minBytesPerSecond() {
		return this.minBytesPerSecond;
	}

	/**
	 * Return the rate of audio and video frames below which a live stream is considered
	 * frozen.
	 * @return frames per second
	 */
	public double minFramesPerSecond() {
		return this.minFramesPerSecond;
	}

	/**
	 * Return the maximum number of concurrent calls.
	 * @return the number of calls
	 */
	public int concurrency() {
		return this.concurrency;
	}

	/**
	 * Return whether a sample is stale.
	 * @param sampledAt when the sample was taken
	 * @param now the time now
	 * @return whether it is stale
	 */
	public boolean isStale(Instant sampledAt, Instant now) {
		// Negative if the clock was set back meanwhile, which must not make it look fresh
		return Duration.between(sampledAt, now).abs().compareTo(this.staleAfter) > 0;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof MonitorSettings that && this.streams.equals(that.streams)
				&& this.streamsRequired == that.streamsRequired && this.connected == that.connected
				&& this.maxConnected == that.maxConnected && this.interval.equals(that.interval)
				&& this.timeout.equals(that.timeout) && this.staleAfter.equals(that.staleAfter)
				&& this.minBytesPerSecond == that.minBytesPerSecond
				&& this.minFramesPerSecond == that.minFramesPerSecond && this.concurrency == that.concurrency;
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.streams, this.connected, this.interval, this.timeout);
	}

	@Override
	public String toString() {
		return "MonitorSettings[streams=" + this.streams + ", streamsRequired=" + this.streamsRequired + ", connected="
				+ this.connected + ", maxConnected=" + this.maxConnected + ", interval=" + this.interval + ", timeout="
				+ this.timeout + ", staleAfter=" + this.staleAfter + ", minBytesPerSecond=" + this.minBytesPerSecond
				+ ", minFramesPerSecond=" + this.minFramesPerSecond + ", concurrency=" + this.concurrency + "]";
	}

	/**
	 * Builds {@link MonitorSettings}.
	 *
	 * @since 0.1.0
	 */
	public static final class Builder {

		private List<String> streams = List.of();

		private boolean streamsRequired;

		private boolean connected;

		private int maxConnected = 100;

		private Duration interval = Duration.ofSeconds(30);

		private Duration timeout = Duration.ofSeconds(10);

		private @Nullable Duration staleAfter;

		private double minBytesPerSecond = 1;

		private double minFramesPerSecond = 1;

		private int concurrency = 4;

		private Builder() {
		}

		/**
		 * Set the streams to watch. The default is none.
		 * @param streams their ids or titles
		 * @return this builder
		 */
		public Builder streams(List<String> streams) {
			this.streams = List.copyOf(streams);
			return this;
		}

		/**
		 * Set whether the health of the application is down if one of the streams to
		 * watch is frozen or not live. The default is {@code false}.
		 * @param streamsRequired whether the streams are required
		 * @return this builder
		 */
		public Builder streamsRequired(boolean streamsRequired) {
			this.streamsRequired = streamsRequired;
			return this;
		}

		/**
		 * Set whether to watch all live streams. The default is {@code false}.
		 * @param connected whether to watch live streams
		 * @return this builder
		 */
		public Builder connected(boolean connected) {
			this.connected = connected;
			return this;
		}

		/**
		 * Set the maximum number of streams to watch because they are live. The default
		 * is 100.
		 * @param maxConnected the number of streams, positive
		 * @return this builder
		 * @throws IllegalArgumentException if it is not positive
		 */
		public Builder maxConnected(int maxConnected) {
			this.maxConnected = positive("maxConnected", maxConnected);
			return this;
		}

		/**
		 * Set the time from the start of a round to the start of the next. The default is
		 * 30 seconds.
		 * @param interval the interval, positive and at most 30 days
		 * @return this builder
		 * @throws IllegalArgumentException if it is not within these limits
		 */
		public Builder interval(Duration interval) {
			this.interval = limited("interval", interval);
			return this;
		}

		/**
		 * Set how long a round may wait for PILI without a response before it fails. The
		 * default is 10 seconds.
		 * @param timeout the timeout, positive and at most 30 days
		 * @return this builder
		 * @throws IllegalArgumentException if it is not within these limits
		 */
		public Builder timeout(Duration timeout) {
			this.timeout = limited("timeout", timeout);
			return this;
		}

		/**
		 * Set the age after which a sample is considered stale. The default is three
		 * intervals.
		 * @param staleAfter the age, positive and at most 30 days, or {@code null} for
		 * the default
		 * @return this builder
		 * @throws IllegalArgumentException if it is not within these limits
		 */
		public Builder staleAfter(@Nullable Duration staleAfter) {
			this.staleAfter = (staleAfter != null) ? limited("staleAfter", staleAfter) : null;
			return this;
		}

		/**
		 * Set the rate of bytes below which a live stream is considered frozen. The
		 * default is 1.
		 * @param minBytesPerSecond bytes per second, not negative
		 * @return this builder
		 * @throws IllegalArgumentException if it is negative or not a number
		 */
		public Builder minBytesPerSecond(double minBytesPerSecond) {
			this.minBytesPerSecond = rate("minBytesPerSecond", minBytesPerSecond);
			return this;
		}

		/**
		 * Set the rate of audio and video frames below which a live stream is considered
		 * frozen. The default is 1.
		 * @param minFramesPerSecond frames per second, not negative
		 * @return this builder
		 * @throws IllegalArgumentException if it is negative or not a number
		 */
		public Builder minFramesPerSecond(double minFramesPerSecond) {
			this.minFramesPerSecond = rate("minFramesPerSecond", minFramesPerSecond);
			return this;
		}

		/**
		 * Set the maximum number of concurrent calls. The default is 4.
		 * @param concurrency the number of calls, positive
		 * @return this builder
		 * @throws IllegalArgumentException if it is not positive
		 */
		public Builder concurrency(int concurrency) {
			this.concurrency = positive("concurrency", concurrency);
			return this;
		}

		/**
		 * Build the settings.
		 * @return the settings
		 */
		public MonitorSettings build() {
			return new MonitorSettings(this);
		}

		private static int positive(String name, int number) {
			Assert.isTrue(number > 0, () -> "'" + name + "' must be positive, but is " + number);
			return number;
		}

		private static double rate(String name, double rate) {
			Assert.isTrue(rate >= 0 && Double.isFinite(rate),
					() -> "'" + name + "' must be a number that is not negative, but is " + rate);
			return rate;
		}

		private static Duration limited(String name, Duration duration) {
			Assert.isTrue(
					duration != null && !duration.isNegative() && !duration.isZero()
							&& duration.compareTo(LONGEST) <= 0,
					() -> "'" + name + "' must be positive and at most 30 days, but is " + duration);
			return duration;
		}

	}

}
