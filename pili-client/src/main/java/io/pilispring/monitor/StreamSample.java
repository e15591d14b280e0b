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
import org.springframework.util.Assert;

/**
 * A watched stream as the monitor last saw it. Immutable. Jackson can write it as JSON,
 * and read it again, so that an event with it can be stored or sent.
 *
 * @since 0.1.0
 */
public final class StreamSample {

	private final String id;

	private final String title;

	private final StreamState state;

	private final StreamMeasurement measurement;

	private final Instant sampledAt;

	private StreamSample(String id, String title, StreamState state, StreamMeasurement measurement, Instant sampledAt) {
		this.id = id;
		this.title = title;
		this.state = state;
		this.measurement = measurement;
		this.sampledAt = sampledAt;
	}

	/**
	 * Create a sample, for example to test a listener of events.
	 * @param id the id of the stream
	 * @param title the title of the stream
	 * @param state the state of the stream
	 * @param measurement the measurement that PILI reported
	 * @param sampledAt when the sample was taken
	 * @return the sample
	 */
	@JsonCreator
	public static StreamSample of(@JsonProperty("id") String id, @JsonProperty("title") String title,
			@JsonProperty("state") StreamState state, @JsonProperty("measurement") StreamMeasurement measurement,
			@JsonProperty("sampledAt") Instant sampledAt) {
		Assert.notNull(id, "'id' must not be null");
		Assert.notNull(title, "'title' must not be null");
		Assert.notNull(state, "'state' must not be null");
		Assert.notNull(measurement, "'measurement' must not be null");
		Assert.notNull(sampledAt, "'sampledAt' must not be null");
		return new StreamSample(id, title, state, measurement, sampledAt);
	}

	/**
	 * Return the id of the stream.
	 * @return the id
	 */
	@JsonProperty
	public String id() {
		return this.id;
	}

	/**
	 * Return the title of the stream.
	 * @return the title
	 */
	@JsonProperty
	public String title() {
		return this.title;
	}

	/**
	 * Return the state of the stream.
	 * @return the state
	 */
	@JsonProperty
	public StreamState state() {
		return this.state;
	}

	/**
	 * Return the measurement that PILI reported.
	 * @return the measurement
	 */
	@JsonProperty
	public StreamMeasurement measurement() {
		return this.measurement;
	}

	/**
	 * Return when the sample was taken.
	 * @return the time
	 */
	@JsonProperty
	public Instant sampledAt() {
		return this.sampledAt;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof StreamSample that && this.id.equals(that.id) && this.title.equals(that.title)
				&& this.state == that.state && this.measurement.equals(that.measurement)
				&& this.sampledAt.equals(that.sampledAt);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.id, this.state, this.sampledAt);
	}

	@Override
	public String toString() {
		return "StreamSample[id=" + this.id + ", state=" + this.state + ", measurement=" + this.measurement
				+ ", sampledAt=" + this.sampledAt + "]";
	}

}
