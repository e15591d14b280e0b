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
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

import io.pilispring.internal.WireLists;
import io.pilispring.url.PublishSecurity;

/**
 * The settings of a hub as sent by PILI, where any field may be missing.
 *
 * @param createdAt as {@code createdAt} on the wire
 * @param updatedAt as {@code updatedAt} on the wire
 * @param domains as {@code domains} on the wire
 * @param defaultDomains as {@code defaultDomains} on the wire
 * @param storageBucket as {@code storageBucket} on the wire
 * @param liveDataExpireDays as {@code liveDataExpireDays} on the wire
 * @param publishSecurity as {@code publishSecurity} on the wire
 * @param nrop as {@code nrop} on the wire
 * @param passiveCodecProfiles as {@code passiveCodecProfiles} on the wire
 * @param converts as {@code converts} on the wire
 * @param hlsPlus as {@code hlsPlus} on the wire
 * @param vodDomain as {@code vodDomain} on the wire
 * @param accesslog as {@code accesslog} on the wire
 * @param snapshotInterval as {@code snapshotInterval} on the wire
 */
record HubDocument(@Nullable Long createdAt, @Nullable Long updatedAt,
		@Nullable List<@Nullable HubDomainDocument> domains, @Nullable List<@Nullable HubDomainDocument> defaultDomains,
		@Nullable String storageBucket, @Nullable Integer liveDataExpireDays, @Nullable String publishSecurity,
		@Nullable NropDocument nrop, @Nullable List<@Nullable String> passiveCodecProfiles,
		@Nullable List<@Nullable String> converts, boolean hlsPlus, @Nullable String vodDomain,
		@Nullable AccessLogDocument accesslog, @Nullable Long snapshotInterval) {

	HubInfo toInfo(String name) {
		return new DefaultHubInfo(name, Times.instant(this.createdAt), Times.instant(this.updatedAt),
				HubDomainDocument.toDomains(this.domains), HubDomainDocument.toDomains(this.defaultDomains),
				present(this.storageBucket), this.liveDataExpireDays,
				(StringUtils.hasText(this.publishSecurity)) ? new PublishSecurity(this.publishSecurity) : null,
				(this.nrop != null) ? this.nrop.toNrop() : null, WireLists.present(this.passiveCodecProfiles),
				WireLists.present(this.converts), this.hlsPlus, present(this.vodDomain),
				(this.accesslog != null) ? this.accesslog.toAccessLog() : null, seconds(this.snapshotInterval));
	}

	private static @Nullable String present(@Nullable String text) {
		return (StringUtils.hasText(text)) ? text : null;
	}

	static @Nullable Duration seconds(@Nullable Long seconds) {
		return (seconds != null && seconds > 0) ? Duration.ofSeconds(seconds) : null;
	}

	record NropDocument(boolean enable, @Nullable Long interval, @Nullable String notifyURL,
			@Nullable Double notifyRate) {

		HubInfo.Nrop toNrop() {
			return new HubInfo.Nrop(this.enable, seconds(this.interval), present(this.notifyURL), this.notifyRate);
		}

	}

	record AccessLogDocument(@Nullable String saveBucket, @Nullable Integer expireDays) {

		HubInfo.@Nullable AccessLog toAccessLog() {
			String bucket = present(this.saveBucket);
			return (bucket != null) ? new HubInfo.AccessLog(bucket, this.expireDays) : null;
		}

	}

}
