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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A stream as PILI described it once. It never changes: calls that change the stream at
 * PILI leave it as it is. Two are equal if PILI described them with the same JSON.
 * Written as JSON, it has what PILI reported of it but the publish key, which is a
 * secret. Safe for use by many threads.
 * <p>
 * URLs are created without a call, and throw an {@link IllegalStateException} that names
 * what the stream lacks for them.
 *
 * @since 0.1.0
 */
public interface PiliStream extends StreamHandle {

	/**
	 * The key of the stream as it was published, in maps of play URLs.
	 */
	String ORIGIN = "ORIGIN";

	/**
	 * Return the title.
	 * @return the title
	 */
	@JsonProperty
	String title();

	/**
	 * Return the hub.
	 * @return the name of the hub
	 */
	@JsonProperty
	String hub();

	/**
	 * Return the publish key, which is a secret.
	 * @return the publish key, or {@code null} if the response did not have it
	 */
	@Nullable String publishKey();

	/**
	 * Return what publish URLs must prove.
	 * @return the security, or {@code null} if the response did not have it
	 */
	@JsonProperty
	@Nullable PublishSecurity publishSecurity();

	/**
	 * Return whether the stream may not be published to.
	 * @return whether the stream is disabled
	 */
	@JsonProperty
	boolean disabled();

	/**
	 * Return until when the stream is disabled.
	 * @return the end, or {@code null} if there is none
	 */
	@JsonProperty
	@Nullable Instant disabledTill();

	/**
	 * Return the profiles that the stream can be played in, besides the origin.
	 * @return the profiles, such as {@code 720p}
	 */
	@JsonProperty
	List<String> profiles();

	/**
	 * Return the hosts.
	 * @return the hosts
	 */
	@JsonProperty
	StreamHosts hosts();

	/**
	 * Return when the stream was created.
	 * @return the time, or {@code null} if the response did not have it in a readable
	 * form
	 */
	@JsonProperty
	@Nullable Instant createdAt();

	/**
	 * Return when the stream was last changed.
	 * @return the time, or {@code null} if the response did not have it in a readable
	 * form
	 */
	@JsonProperty
	@Nullable Instant updatedAt();

	/**
	 * Return the JSON as PILI sent it, with the publish key and with fields that this
	 * version does not know.
	 * @return the JSON
	 */
	String toJsonString();

	/**
	 * Create the URL to publish to. With {@link PublishSecurity#DYNAMIC} each call
	 * creates another URL, good for one publish.
	 * @return the RTMP URL, which holds or proves the publish key
	 * @throws IllegalStateException if the security is one that expires, or is unknown,
	 * or the publish key cannot stand in a URL
	 */
	String rtmpPublishUrl();

	/**
	 * Create the URL to publish to with a nonce of the caller's own, which matters for
	 * {@link PublishSecurity#DYNAMIC} alone.
	 * @param nonce the nonce, which must be larger than the last one used for the stream
	 * @return the RTMP URL, which holds or proves the publish key
	 * @throws IllegalStateException if the security is one that expires, or is unknown,
	 * or the publish key cannot stand in a URL
	 */
	String rtmpPublishUrl(long nonce);

	/**
	 * Create the URL to publish to until a time, for {@link PublishSecurity#EXPIRY} and
	 * {@link PublishSecurity#EXPIRY_SK}.
	 * @param expiresAt when the URL expires, which is rounded up to a whole second
	 * @return the RTMP URL
	 * @throws IllegalStateException if the security is one that does not expire
	 */
	String rtmpPublishUrl(Instant expiresAt);

	/**
	 * Create the URL to publish to for a while from now, for
	 * {@link PublishSecurity#EXPIRY} and {@link PublishSecurity#EXPIRY_SK}.
	 * @param validity how long the URL is valid, from a second to a hundred years
	 * @return the RTMP URL
	 * @throws IllegalStateException if the security is one that does not expire
	 */
	String rtmpPublishUrl(Duration validity);

	/**
	 * Create the URL to play the stream live by RTMP, as it is published.
	 * @return the URL
	 */
	String rtmpLiveUrl();

	/**
	 * Create the URLs to play the stream live by RTMP.
	 * @return the URLs, {@link #ORIGIN} first, then each profile
	 */
	Map<String, String> rtmpLiveUrls();

	/**
	 * Create the URL to play the stream live by HLS, as it is published.
	 * @return the URL
	 */
	String hlsLiveUrl();

	/**
	 * Create the URLs to play the stream live by HLS.
	 * @return the URLs, {@link #ORIGIN} first, then each profile
	 */
	Map<String, String> hlsLiveUrls();

	/**
	 * Create the URL to play the stream live by HTTP-FLV, as it is published.
	 * @return the URL
	 */
	String httpFlvLiveUrl();

	/**
	 * Create the URLs to play the stream live by HTTP-FLV.
	 * @return the URLs, {@link #ORIGIN} first, then each profile
	 */
	Map<String, String> httpFlvLiveUrls();

	/**
	 * Create the URL to play what was recorded, by HLS, as it was published.
	 * @param start the start, in whole seconds
	 * @param end the end, in whole seconds
	 * @return the URL
	 */
	String hlsPlaybackUrl(Instant start, Instant end);

	/**
	 * Create the URLs to play what was recorded, by HLS.
	 * @param start the start, in whole seconds
	 * @param end the end, in whole seconds
	 * @return the URLs, {@link #ORIGIN} first, then each profile
	 */
	Map<String, String> hlsPlaybackUrls(Instant start, Instant end);

}
