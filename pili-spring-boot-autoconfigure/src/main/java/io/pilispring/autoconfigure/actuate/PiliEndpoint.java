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

package io.pilispring.autoconfigure.actuate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

import io.pilispring.PiliException;
import io.pilispring.autoconfigure.monitor.MonitorReader;
import io.pilispring.monitor.HubSnapshot;
import io.pilispring.monitor.HubSnapshot.Round;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.monitor.StreamMeasurement;
import io.pilispring.monitor.StreamSample;
import io.pilispring.monitor.StreamState;

/**
 * Actuator endpoint that shows what the monitor saw last.
 *
 * @since 0.1.0
 */
@Endpoint(id = "pili")
public class PiliEndpoint implements MonitorReader {

	private final PiliMonitor monitor;

	/**
	 * Create the endpoint.
	 * @param monitor the monitor
	 */
	public PiliEndpoint(PiliMonitor monitor) {
		this.monitor = monitor;
	}

	/**
	 * Return all hubs with their watched streams.
	 * @return the hubs
	 */
	@ReadOperation
	public PiliDescriptor pili() {
		return new PiliDescriptor(this.monitor.snapshots()
			.entrySet()
			.stream()
			.map((entry) -> hub(entry.getKey(), entry.getValue()))
			.toList());
	}

	/**
	 * Return one watched stream.
	 * @param stream the id or the title of the stream
	 * @return the stream, or {@code null} if it is not watched
	 */
	@ReadOperation
	public @Nullable StreamDescriptor stream(@Selector String stream) {
		StreamSample sample = this.monitor.stream(stream);
		return (sample != null) ? stream(sample) : null;
	}

	private HubDescriptor hub(String bean, HubSnapshot snapshot) {
		Round round = snapshot.lastRound();
		return new HubDescriptor(bean, snapshot.hub(), snapshot.apiHost(), (round != null) ? round(round) : null,
				snapshot.streams().values().stream().map(this::stream).toList());
	}

	private RoundDescriptor round(Round round) {
		RuntimeException failure = round.failure();
		return new RoundDescriptor(round.finishedAt(), round.duration(), this.monitor.isStale(round.finishedAt()),
				(failure != null) ? String.valueOf(failure.getMessage()) : null,
				(failure instanceof PiliException ex) ? ex.requestId() : null);
	}

	private StreamDescriptor stream(StreamSample sample) {
		StreamMeasurement measurement = sample.measurement();
		return new StreamDescriptor(sample.id(), sample.title(), sample.state(), measurement.address(),
				measurement.since(), number(measurement.bytesPerSecond()),
				new FramesDescriptor(number(measurement.audioFramesPerSecond()),
						number(measurement.videoFramesPerSecond()), number(measurement.dataFramesPerSecond())),
				sample.sampledAt(), this.monitor.isStale(sample.sampledAt()));
	}

	private @Nullable Double number(double rate) {
		return (Double.isNaN(rate)) ? null : rate;
	}

	/**
	 * All hubs.
	 *
	 * @param hubs the hubs
	 */
	public record PiliDescriptor(List<HubDescriptor> hubs) {

	}

	/**
	 * A hub.
	 *
	 * @param bean the name of the hub's bean
	 * @param hub the name of the hub
	 * @param host the host of the API
	 * @param lastRound the last round, or {@code null} before the first
	 * @param streams the watched streams
	 */
	public record HubDescriptor(String bean, String hub, String host, @Nullable RoundDescriptor lastRound,
			List<StreamDescriptor> streams) {

	}

	/**
	 * A round.
	 *
	 * @param finishedAt when it was over
	 * @param duration how long it took
	 * @param stale whether it is too old to say anything
	 * @param error why it failed, or {@code null} if it went well
	 * @param requestId the id of the request that failed, or {@code null}
	 */
	public record RoundDescriptor(Instant finishedAt, Duration duration, boolean stale, @Nullable String error,
			@Nullable String requestId) {

	}

	/**
	 * A watched stream.
	 *
	 * @param id the id
	 * @param title the title
	 * @param state how it was
	 * @param address the address that publishes, or {@code null}
	 * @param since since when it is live, or {@code null}
	 * @param bytesPerSecond bytes a second, or {@code null} if not known
	 * @param framesPerSecond frames a second
	 * @param sampledAt when it was seen
	 * @param stale whether that is too long ago to say anything
	 */
	public record StreamDescriptor(String id, String title, StreamState state, @Nullable String address,
			@Nullable Instant since, @Nullable Double bytesPerSecond, FramesDescriptor framesPerSecond,
			Instant sampledAt, boolean stale) {

	}

	/**
	 * Frames a second.
	 *
	 * @param audio audio frames, or {@code null} if not known
	 * @param video video frames, or {@code null} if not known
	 * @param data data frames, or {@code null} if not known
	 */
	public record FramesDescriptor(@Nullable Double audio, @Nullable Double video, @Nullable Double data) {

	}

}
