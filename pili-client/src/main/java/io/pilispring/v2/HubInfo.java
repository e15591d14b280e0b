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

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import io.pilispring.url.PublishSecurity;

/**
 * The settings of a hub, as PILI reported them. What PILI did not report is {@code null},
 * or has the value that its absence stands for. PILI never tells the publish key.
 *
 * @since 0.1.0
 */
public interface HubInfo {

	/**
	 * Return the name of the hub.
	 * @return the name
	 */
	@JsonProperty
	String name();

	/**
	 * Return when the hub was created.
	 * @return the time, or {@code null}
	 */
	@JsonProperty
	@Nullable Instant createdAt();

	/**
	 * Return when the hub was last changed.
	 * @return the time, or {@code null}
	 */
	@JsonProperty
	@Nullable Instant updatedAt();

	/**
	 * Return the domains that are bound to the hub.
	 * @return the domains
	 */
	@JsonProperty
	List<HubDomain> domains();

	/**
	 * Return the domains that PILI uses where none is bound.
	 * @return the domains
	 */
	@JsonProperty
	List<HubDomain> defaultDomains();

	/**
	 * Return the bucket that recordings are stored in.
	 * @return the name of the bucket, or {@code null}
	 */
	@JsonProperty
	@Nullable String storageBucket();

	/**
	 * Return how long recordings are stored.
	 * @return the number of days, or {@code null}
	 */
	@JsonProperty
	@Nullable Integer liveDataExpireDays();

	/**
	 * Return how publish URLs are authorized.
	 * @return the security, or {@code null}
	 */
	@JsonProperty
	@Nullable PublishSecurity publishSecurity();

	/**
	 * Return how pictures are checked for pornography.
	 * @return the settings, or {@code null}
	 */
	@JsonProperty
	@Nullable Nrop nrop();

	/**
	 * Return the profiles that streams are transcoded to when they are played.
	 * @return the profiles
	 */
	@JsonProperty
	List<String> passiveCodecProfiles();

	/**
	 * Return the profiles that all streams are transcoded to.
	 * @return the profiles
	 */
	@JsonProperty
	List<String> converts();

	/**
	 * Return whether HLS has a low latency.
	 * @return whether it has
	 */
	@JsonProperty
	boolean hlsPlus();

	/**
	 * Return the domain of saved files.
	 * @return the domain, or {@code null}
	 */
	@JsonProperty
	@Nullable String vodDomain();

	/**
	 * Return where access logs are stored.
	 * @return the settings, or {@code null}
	 */
	@JsonProperty
	@Nullable AccessLog accessLog();

	/**
	 * Return how often a cover picture is taken.
	 * @return the interval, in seconds, or {@code null} if there are no cover pictures
	 */
	@JsonProperty
	@Nullable Duration snapshotInterval();

	/**
	 * How pictures are checked for pornography.
	 *
	 * @param enabled whether the streams of the hub are checked
	 * @param interval the time between two pictures, or {@code null}
	 * @param notifyUrl the URL that PILI notifies, or {@code null}
	 * @param notifyRate the probability from which PILI notifies, or {@code null}
	 */
	record Nrop(boolean enabled, @Nullable Duration interval, @Nullable String notifyUrl, @Nullable Double notifyRate) {

	}

	/**
	 * Where access logs are stored.
	 *
	 * @param bucket the name of the bucket
	 * @param expireDays after how many days a log is deleted, or {@code null}
	 */
	record AccessLog(String bucket, @Nullable Integer expireDays) {

	}

}
