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

package io.pilispring.integration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.pilispring.autoconfigure.ApiVersion;
import io.pilispring.fop.Fop;
import io.pilispring.simulator.DomainType;
import io.pilispring.simulator.HubDomain;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.SimulatedStream;
import io.pilispring.v1.PiliHub;
import io.pilispring.v1.PiliStream;
import io.pilispring.v2.LiveHub;
import io.pilispring.v2.LiveStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same operations on streams with either version of the API.
 */
interface StreamOperations {

	static StreamOperations of(ApiVersion version, HubApplication application, PiliSimulator simulator) {
		return (version == ApiVersion.V1) ? new OfVersionOne(application.hub(), simulator)
				: new OfVersionTwo(application.liveHub(), simulator);
	}

	void create(String name);

	/**
	 * Return the names that the streams at the server were created with.
	 */
	Stream<String> created();

	/**
	 * Make a stream that is live and recorded, for the operations that follow.
	 */
	void record(Instant start, Instant end);

	void saveAs(String name);

	void snapshot(String name);

	/**
	 * Return calls that may be repeated, each of which checks its result.
	 */
	List<Runnable> repeatable();

	/**
	 * Prepare a deletion.
	 * @return deletes, and checks that it was done
	 */
	Runnable prepareDelete();

	Fop fop(String id);

	/**
	 * Operations of version 1.
	 */
	final class OfVersionOne implements StreamOperations {

		private final PiliHub hub;

		private final PiliSimulator simulator;

		private PiliStream stream;

		OfVersionOne(PiliHub hub, PiliSimulator simulator) {
			this.hub = hub;
			this.simulator = simulator;
		}

		@Override
		public void create(String name) {
			this.hub.createStream((spec) -> spec.publishKey(name));
		}

		@Override
		public Stream<String> created() {
			return this.simulator.streams().stream().map(SimulatedStream::publishKey);
		}

		@Override
		public void record(Instant start, Instant end) {
			SimulatedStream simulated = this.simulator.createStream();
			simulated.record(start, end);
			simulated.goLive();
			this.stream = this.hub.getStream(simulated.id());
		}

		@Override
		public void saveAs(String name) {
			this.stream.saveAs((spec) -> spec.name(name).format("mp4"));
		}

		@Override
		public void snapshot(String name) {
			this.stream.snapshot((spec) -> spec.name(name).format("jpg"));
		}

		@Override
		public List<Runnable> repeatable() {
			PiliStream stream = this.stream;
			return List.of(() -> assertThat(this.hub.getStream(stream.id()).id()).isEqualTo(stream.id()),
					() -> assertThat(stream.status().connected()).isTrue(),
					() -> assertThat(this.hub.statuses(List.of(stream.id())).get(stream.id()).connected()).isTrue(),
					() -> assertThat(stream.segments().segments()).isNotEmpty(),
					() -> assertThat(stream.update((spec) -> spec.publishKey("new-key")).publishKey())
						.isEqualTo("new-key"));
		}

		@Override
		public Runnable prepareDelete() {
			PiliStream stream = this.hub.getStream(this.simulator.createStream().id());
			return () -> {
				stream.delete();
				assertThat(this.simulator.streams()).isEmpty();
			};
		}

		@Override
		public Fop fop(String id) {
			return this.hub.fop(id);
		}

	}

	/**
	 * Operations of version 2, which deletes no streams, but domains.
	 */
	final class OfVersionTwo implements StreamOperations {

		private static final String DOMAIN = "play.example.com";

		private final LiveHub hub;

		private final PiliSimulator simulator;

		private final LiveStream stream;

		OfVersionTwo(LiveHub hub, PiliSimulator simulator) {
			this.hub = hub;
			this.simulator = simulator;
			this.stream = hub.stream("room");
		}

		@Override
		public void create(String name) {
			this.hub.createStream(name);
		}

		@Override
		public Stream<String> created() {
			return this.simulator.streams().stream().map(SimulatedStream::title);
		}

		@Override
		public void record(Instant start, Instant end) {
			SimulatedStream simulated = this.simulator.defaultHub().createStream(this.stream.key());
			simulated.record(start, end);
			simulated.goLive();
		}

		@Override
		public void saveAs(String name) {
			this.stream.saveAs((spec) -> spec.name(name).format("mp4"));
		}

		@Override
		public void snapshot(String name) {
			this.stream.snapshot((spec) -> spec.name(name).notifyUrl("http://127.0.0.1:9/"));
		}

		@Override
		public List<Runnable> repeatable() {
			return List.of(() -> assertThat(this.stream.info().key()).isEqualTo("room"),
					() -> assertThat(this.stream.liveStatus()).isPresent(),
					() -> assertThat(this.hub.liveStatuses(List.of("room", "nobody"))).containsOnlyKeys("room"),
					() -> assertThat(this.stream.history()).isNotEmpty(),
					() -> assertThat(this.hub.streams((spec) -> spec.liveOnly())).hasSize(1),
					() -> this.stream.setConverts(List.of("720p")), () -> this.hub.setHlsPlus(true),
					this::disableAndEnable);
		}

		private void disableAndEnable() {
			LiveStream other = this.hub.stream("other");
			if (!this.simulator.defaultHub().hasStream("other")) {
				this.simulator.defaultHub().createStream("other");
			}
			other.disable(Duration.ofHours(1));
			assertThat(Objects.requireNonNull(other.info().disabledTill())).isAfter(Instant.now());
			other.enable();
		}

		@Override
		public Runnable prepareDelete() {
			this.simulator.defaultHub().setDomain(HubDomain.of(DomainType.LIVE_HLS, DOMAIN));
			return () -> {
				this.hub.unbindDomain(DOMAIN);
				assertThat(this.simulator.defaultHub().domains()).noneMatch((domain) -> domain.domain().equals(DOMAIN));
			};
		}

		@Override
		public Fop fop(String id) {
			return this.hub.fop(id);
		}

	}

}
