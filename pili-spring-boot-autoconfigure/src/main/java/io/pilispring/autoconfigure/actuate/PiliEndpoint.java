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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
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
 * Actuator endpoint that shows the last results of the monitor.
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
		return new PiliDescriptor(this.monitor.snapshots().values().stream().map(this::hub).toList());
	}

	/**
	 * Return a hub, or a watched stream of any hub.
	 * @param name the key of a hub, or the id or title of a stream
	 * @return the {@link HubDescriptor hub}, the {@link StreamDescriptor stream}, or the
	 * {@link PiliDescriptor hubs} that watch such a stream if there are several;
	 * {@code null} if there is none
	 */
	@ReadOperation
	public @Nullable OperationResponseBody hubOrStream(@Selector String name) {
		HubSnapshot hub = this.monitor.snapshots().get(name);
		if (hub != null) {
			return hub(hub);
		}
		List<HubDescriptor> found = new ArrayList<>();
		for (HubSnapshot snapshot : this.monitor.snapshots().values()) {
			StreamSample stream = snapshot.stream(name);
			if (stream != null) {
				found.add(hub(snapshot, List.of(stream)));
			}
		}
		if (found.size() == 1) {
			return found.get(0).streams().get(0);
		}
		return (found.isEmpty()) ? null : new PiliDescriptor(found);
	}

	/**
	 * Return a watched stream of a hub.
	 * @param hub the key of the hub
	 * @param stream the id or title of the stream
	 * @return the stream, or {@code null} if it is not watched
	 */
	@ReadOperation
	public @Nullable StreamDescriptor stream(@Selector String hub, @Selector String stream) {
		HubSnapshot snapshot = this.monitor.snapshots().get(hub);
		StreamSample sample = (snapshot != null) ? snapshot.stream(stream) : null;
		return (snapshot != null && sample != null) ? stream(snapshot.key(), sample) : null;
	}

	private HubDescriptor hub(HubSnapshot snapshot) {
		return hub(snapshot, snapshot.streams().values());
	}

	private HubDescriptor hub(HubSnapshot snapshot, Collection<StreamSample> streams) {
		Round round = snapshot.lastRound();
		return new HubDescriptor(snapshot.key(), snapshot.hub(), snapshot.apiHost(),
				this.monitor.isLeader(snapshot.key()), this.monitor.owner(snapshot.key()),
				(round != null) ? round(snapshot.key(), round) : null,
				streams.stream().map((stream) -> stream(snapshot.key(), stream)).toList());
	}

	private RoundDescriptor round(String key, Round round) {
		RuntimeException failure = round.failure();
		return new RoundDescriptor(round.finishedAt(), round.duration(), this.monitor.isStale(key, round.finishedAt()),
				(failure != null) ? String.valueOf(failure.getMessage()) : null,
				(failure instanceof PiliException ex) ? ex.requestId() : null);
	}

	private StreamDescriptor stream(String key, StreamSample sample) {
		StreamMeasurement measurement = sample.measurement();
		return new StreamDescriptor(sample.id(), sample.title(), sample.state(), measurement.address(),
				measurement.since(), measurement.bytesPerSecond(),
				new FramesDescriptor(measurement.audioFramesPerSecond(), measurement.videoFramesPerSecond(),
						measurement.dataFramesPerSecond()),
				sample.sampledAt(), this.monitor.isStale(key, sample.sampledAt()));
	}

	/**
	 * All hubs.
	 *
	 * @param hubs the hubs
	 */
	public record PiliDescriptor(List<HubDescriptor> hubs) implements OperationResponseBody {

	}

	/**
	 * A hub.
	 *
	 * @param key the key of the hub, which is the name of its bean
	 * @param hub the name of the hub at PILI
	 * @param host the host of the API
	 * @param leader whether this instance samples the hub
	 * @param owner the id of the instance that samples the hub for all, or {@code null}
	 * if it is not known or nothing is shared
	 * @param lastRound the last round, or {@code null} before the first
	 * @param streams the watched streams
	 */
	public record HubDescriptor(String key, String hub, String host, boolean leader, @Nullable String owner,
			@Nullable RoundDescriptor lastRound, List<StreamDescriptor> streams) implements OperationResponseBody {

	}

	/**
	 * A round.
	 *
	 * @param finishedAt when it ended
	 * @param duration how long it took
	 * @param stale whether it is stale
	 * @param error why it failed, or {@code null} if it succeeded
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
	 * @param state its state
	 * @param address the address of the publisher, or {@code null}
	 * @param since when it went live, or {@code null}
	 * @param bytesPerSecond bytes per second, or {@code null} if not known
	 * @param framesPerSecond frames per second
	 * @param sampledAt when the sample was taken
	 * @param stale whether the sample is stale
	 */
	public record StreamDescriptor(String id, String title, StreamState state, @Nullable String address,
			@Nullable Instant since, @Nullable Double bytesPerSecond, FramesDescriptor framesPerSecond,
			Instant sampledAt, boolean stale) implements OperationResponseBody {

	}

	/**
	 * Frames per second.
	 *
	 * @param audio audio frames, or {@code null} if not known
	 * @param video video frames, or {@code null} if not known
	 * @param data data frames, or {@code null} if not known
	 */
	public record FramesDescriptor(@Nullable Double audio, @Nullable Double video, @Nullable Double data) {

	}

}
