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

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The settings of a hub, but for its domains.
 *
 * @param updatedAt when they were changed
 * @param publishSecurity how publish URLs are authorized
 * @param publishKey the publish key
 * @param storageBucket the bucket that streams are stored in
 * @param storageDays how long streams are stored
 * @param hlsPlus whether HLS with low latency is on
 * @param vodDomain the domain of files, or {@code null} for that of the account
 * @param snapshotInterval how many seconds lie between two cover pictures
 * @param nrop how pictures are judged
 */
record HubSettings(Instant updatedAt, PublishSecurity publishSecurity, String publishKey, String storageBucket,
		int storageDays, boolean hlsPlus, @Nullable String vodDomain, int snapshotInterval, NropSettings nrop) {

	private static final int DEFAULT_DAYS = 15;

	private static final int DEFAULT_INTERVAL = 30;

	static HubSettings defaults(String hub, SimulatorSettings settings) {
		String key = (settings.hubKey() != null) ? settings.hubKey() : Ids.publishKey();
		return new HubSettings(settings.clock().instant(), settings.hubSecurity(), key, hub, DEFAULT_DAYS, false, null,
				DEFAULT_INTERVAL, NropSettings.OFF);
	}

	HubSettings withPublishSecurity(PublishSecurity publishSecurity, String publishKey, Instant now) {
		return new HubSettings(now, publishSecurity, publishKey, this.storageBucket, this.storageDays, this.hlsPlus,
				this.vodDomain, this.snapshotInterval, this.nrop);
	}

	HubSettings withStorage(String bucket, int days, Instant now) {
		return new HubSettings(now, this.publishSecurity, this.publishKey, bucket, days, this.hlsPlus, this.vodDomain,
				this.snapshotInterval, this.nrop);
	}

	HubSettings withHlsPlus(boolean hlsPlus, Instant now) {
		return new HubSettings(now, this.publishSecurity, this.publishKey, this.storageBucket, this.storageDays,
				hlsPlus, this.vodDomain, this.snapshotInterval, this.nrop);
	}

	HubSettings withVodDomain(String vodDomain, Instant now) {
		return new HubSettings(now, this.publishSecurity, this.publishKey, this.storageBucket, this.storageDays,
				this.hlsPlus, vodDomain, this.snapshotInterval, this.nrop);
	}

	HubSettings withSnapshotInterval(int snapshotInterval, Instant now) {
		return new HubSettings(now, this.publishSecurity, this.publishKey, this.storageBucket, this.storageDays,
				this.hlsPlus, this.vodDomain, snapshotInterval, this.nrop);
	}

	HubSettings withNrop(NropSettings nrop, Instant now) {
		return new HubSettings(now, this.publishSecurity, this.publishKey, this.storageBucket, this.storageDays,
				this.hlsPlus, this.vodDomain, this.snapshotInterval, nrop);
	}

	@Override
	public String toString() {
		return "HubSettings[publishSecurity=" + this.publishSecurity + ", storageDays=" + this.storageDays + "]";
	}

}
