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

package io.pilispring.v1;

import java.time.Instant;
import java.util.function.Consumer;

import org.springframework.util.Assert;

import io.pilispring.internal.Expiry;
import io.pilispring.internal.Specs;

/**
 * The calls of a {@link StreamHandle}.
 */
abstract class AbstractStreamHandle implements StreamHandle {

	private final StreamsApi api;

	AbstractStreamHandle(StreamsApi api) {
		this.api = api;
	}

	StreamsApi api() {
		return this.api;
	}

	@Override
	public PiliStream get() {
		return this.api.get(pathId());
	}

	@Override
	public PiliStream update(Consumer<UpdateStreamSpec> spec) {
		return this.api.update(pathId(), Specs.apply(new UpdateStreamSpec(), spec));
	}

	@Override
	public void disable() {
		update((spec) -> spec.disabled(true));
	}

	@Override
	public void disable(Instant until) {
		Assert.notNull(until, "'until' must not be null");
		this.api.disableUntil(pathId(), Expiry.seconds(until));
	}

	@Override
	public void enable() {
		if (update((spec) -> spec.disabled(false)).disabledTill() != null) {
			this.api.makeAvailable(pathId());
		}
	}

	@Override
	public void delete() {
		this.api.delete(pathId());
	}

	@Override
	public StreamStatus status() {
		return this.api.status(pathId());
	}

	@Override
	public SegmentList segments() {
		return this.api.segments(pathId(), new SegmentsSpec());
	}

	@Override
	public SegmentList segments(Consumer<SegmentsSpec> spec) {
		return this.api.segments(pathId(), Specs.apply(new SegmentsSpec(), spec));
	}

	@Override
	public SaveAsResult saveAs(Consumer<SaveAsSpec> spec) {
		return this.api.saveAs(pathId(), Specs.apply(new SaveAsSpec(), spec));
	}

	@Override
	public SnapshotResult snapshot(Consumer<SnapshotSpec> spec) {
		return this.api.snapshot(pathId(), Specs.apply(new SnapshotSpec(), spec));
	}

	// An id sent by PILI is external input too, so it is checked before it becomes a path
	private String pathId() {
		return StreamArguments.id(id());
	}

}
