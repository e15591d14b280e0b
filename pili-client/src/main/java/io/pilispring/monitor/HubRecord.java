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

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * What a {@link MonitorStore} has of a hub: the last snapshot, and the states of streams
 * that were reported from elsewhere than rounds or are no longer watched. It has two
 * encoded parts, so that a report does not require writing the whole snapshot. Immutable.
 *
 * @since 0.1.0
 */
public final class HubRecord {

	static final int MAX_REPORTS = 10_000;

	static final int MAX_SEPARATE_REPORTS = 500;

	private final long version;

	private final HubSnapshot snapshot;

	private final Map<String, Report> reports;

	// The reports since the sample was last encoded
	private final Set<String> separate;

	HubRecord(long version, HubSnapshot snapshot, Map<String, Report> reports, Set<String> separate) {
		this.version = version;
		this.snapshot = snapshot;
		this.reports = Collections.unmodifiableMap(reports);
		this.separate = Collections.unmodifiableSet(separate);
	}

	/**
	 * Decode a record.
	 * @param version the version
	 * @param sample the encoded sample
	 * @param reports the encoded reports, or {@code null} if there are none
	 * @return the record
	 * @throws IllegalArgumentException if it cannot be decoded
	 */
	public static HubRecord decode(long version, byte[] sample, byte @Nullable [] reports) {
		Assert.notNull(sample, "'sample' must not be null");
		return HubRecordCodec.decode(version, sample, reports);
	}

	/**
	 * Return the version, which is one more than that of the record before.
	 * @return the version, positive
	 */
	public long version() {
		return this.version;
	}

	/**
	 * Return the last snapshot.
	 * @return the snapshot
	 */
	public HubSnapshot snapshot() {
		return this.snapshot;
	}

	/**
	 * Return whether the encoded sample differs from that of the record before. If it
	 * does not, only the encoded reports need to be written.
	 * @return whether to write the sample
	 */
	public boolean isSampleChanged() {
		return this.separate.isEmpty();
	}

	/**
	 * Encode the sample.
	 * @return the encoded sample, compressed
	 */
	public byte[] encodeSample() {
		return HubRecordCodec.encodeSample(this);
	}

	/**
	 * Encode the reports since the sample was last encoded.
	 * @return the encoded reports, or {@code null} if there are none
	 */
	public byte @Nullable [] encodeReports() {
		return (this.separate.isEmpty()) ? null : HubRecordCodec.encodeReports(this);
	}

	Map<String, Report> reports() {
		return this.reports;
	}

	Set<String> separate() {
		return this.separate;
	}

	static <V> void limit(Map<String, V> reports) {
		Iterator<String> oldestFirst = reports.keySet().iterator();
		while (reports.size() > MAX_REPORTS) {
			oldestFirst.next();
			oldestFirst.remove();
		}
	}

	static Map<String, Report> copy(Map<String, Report> reports) {
		return new LinkedHashMap<>(reports);
	}

	@Override
	public String toString() {
		return "HubRecord[version=" + this.version + ", snapshot=" + this.snapshot + "]";
	}

	/**
	 * The last known state of a stream.
	 *
	 * @param state the state
	 * @param version the version of the record that had it first, or 0 if it was not
	 * reported, but is no longer watched
	 */
	record Report(StreamState state, long version) {

	}

}
