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

import io.pilispring.url.PublishSecurity;

/**
 * A stream as PILI returned it. It is immutable: calls that change the stream at PILI do
 * not change this object. Two streams are equal if PILI returned the same JSON for them.
 * When serialized to JSON, it contains all properties except the publish key, which is a
 * secret. Safe for use by multiple threads.
 * <p>
 * URLs are created without a call to PILI. If the stream lacks something that a URL
 * needs, an {@link IllegalStateException} names what is missing.
 *
 * @since 0.1.0
 */
public interface PiliStream extends StreamHandle {

	/**
	 * Key of the original stream, without transcoding, in maps of play URLs.
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
	 * Return how publish URLs are authorized.
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
	 * Return the time until which the stream is disabled.
	 * @return the time, or {@code null} if there is none
	 */
	@JsonProperty
	@Nullable Instant disabledTill();

	/**
	 * Return the transcoding profiles in which the stream can be played, besides the
	 * original.
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
	 * Return the JSON that PILI sent, including the publish key and fields that this
	 * version does not know.
	 * @return the JSON
	 */
	String toJsonString();

	/**
	 * Create the URL to publish to. With {@link PublishSecurity#DYNAMIC}, each call
	 * creates a new URL, which can be published to once.
	 * @return the RTMP URL, which may contain the publish key or a token made with it
	 * @throws IllegalStateException if the publish security requires a time of expiry or
	 * is unknown, or if the publish key cannot be used in a URL
	 */
	String rtmpPublishUrl();

	/**
	 * Create the URL to publish to, using the given nonce. The nonce is only used with
	 * {@link PublishSecurity#DYNAMIC}.
	 * @param nonce the nonce, which must be larger than the last one used for the stream
	 * @return the RTMP URL, which may contain the publish key or a token made with it
	 * @throws IllegalStateException if the publish security requires a time of expiry or
	 * is unknown, or if the publish key cannot be used in a URL
	 */
	String rtmpPublishUrl(long nonce);

	/**
	 * Create a URL to publish to that expires at the given time, for
	 * {@link PublishSecurity#EXPIRY} and {@link PublishSecurity#EXPIRY_SK}.
	 * @param expiresAt when the URL expires, which is rounded up to a whole second
	 * @return the RTMP URL
	 * @throws IllegalStateException if the publish security does not use a time of expiry
	 */
	String rtmpPublishUrl(Instant expiresAt);

	/**
	 * Create a URL to publish to that is valid for the given duration, for
	 * {@link PublishSecurity#EXPIRY} and {@link PublishSecurity#EXPIRY_SK}.
	 * @param validity how long the URL is valid, from a second to a hundred years
	 * @return the RTMP URL
	 * @throws IllegalStateException if the publish security does not use a time of expiry
	 */
	String rtmpPublishUrl(Duration validity);

	/**
	 * Create the URL to play the original stream live by RTMP.
	 * @return the URL
	 */
	String rtmpLiveUrl();

	/**
	 * Create the URLs to play the stream live by RTMP.
	 * @return the URLs, {@link #ORIGIN} first, then each profile
	 */
	Map<String, String> rtmpLiveUrls();

	/**
	 * Create the URL to play the original stream live by HLS.
	 * @return the URL
	 */
	String hlsLiveUrl();

	/**
	 * Create the URLs to play the stream live by HLS.
	 * @return the URLs, {@link #ORIGIN} first, then each profile
	 */
	Map<String, String> hlsLiveUrls();

	/**
	 * Create the URL to play the original stream live by HTTP-FLV.
	 * @return the URL
	 */
	String httpFlvLiveUrl();

	/**
	 * Create the URLs to play the stream live by HTTP-FLV.
	 * @return the URLs, {@link #ORIGIN} first, then each profile
	 */
	Map<String, String> httpFlvLiveUrls();

	/**
	 * Create the URL to play the recording of the original stream by HLS.
	 * @param start the start, in whole seconds
	 * @param end the end, in whole seconds
	 * @return the URL
	 */
	String hlsPlaybackUrl(Instant start, Instant end);

	/**
	 * Create the URLs to play the recording by HLS.
	 * @param start the start, in whole seconds
	 * @param end the end, in whole seconds
	 * @return the URLs, {@link #ORIGIN} first, then each profile
	 */
	Map<String, String> hlsPlaybackUrls(Instant start, Instant end);

}
