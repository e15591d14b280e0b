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

package io.pilispring.v2;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.pilispring.url.PublishSecurity;

/**
 * A {@link HubInfo} that was read.
 *
 * @param name as {@link HubInfo#name()}
 * @param createdAt as {@link HubInfo#createdAt()}
 * @param updatedAt as {@link HubInfo#updatedAt()}
 * @param domains as {@link HubInfo#domains()}
 * @param defaultDomains as {@link HubInfo#defaultDomains()}
 * @param storageBucket as {@link HubInfo#storageBucket()}
 * @param liveDataExpireDays as {@link HubInfo#liveDataExpireDays()}
 * @param publishSecurity as {@link HubInfo#publishSecurity()}
 * @param nrop as {@link HubInfo#nrop()}
 * @param passiveCodecProfiles as {@link HubInfo#passiveCodecProfiles()}
 * @param converts as {@link HubInfo#converts()}
 * @param hlsPlus as {@link HubInfo#hlsPlus()}
 * @param vodDomain as {@link HubInfo#vodDomain()}
 * @param accessLog as {@link HubInfo#accessLog()}
 * @param snapshotInterval as {@link HubInfo#snapshotInterval()}
 */
record DefaultHubInfo(String name, @Nullable Instant createdAt, @Nullable Instant updatedAt, List<HubDomain> domains,
		List<HubDomain> defaultDomains, @Nullable String storageBucket, @Nullable Integer liveDataExpireDays,
		@Nullable PublishSecurity publishSecurity, @Nullable Nrop nrop, List<String> passiveCodecProfiles,
		List<String> converts, boolean hlsPlus, @Nullable String vodDomain, @Nullable AccessLog accessLog,
		@Nullable Duration snapshotInterval) implements HubInfo {

	@Override
	public String toString() {
		return "HubInfo[name=" + this.name + ", publishSecurity=" + this.publishSecurity + "]";
	}

}
