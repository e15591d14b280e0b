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
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.pilispring.PiliException;
import io.pilispring.PiliNoDataException;
import io.pilispring.PiliNotFoundException;

/**
 * A stream as PILI described it once, and what can be done with it. It never changes:
 * calls that change the stream at PILI return a new one. Safe for use by many threads.
 * <p>
 * Every call throws a {@link PiliException} if PILI is not reached or refuses,
 * {@link PiliNotFoundException} if there is no such stream, and an
 * {@link IllegalArgumentException}, before anything is sent, if an argument cannot be
 * right. URLs are made without a call, and throw an {@link IllegalStateException} that
 * names what the stream lacks for them.
 *
 * @since 0.1.0
 */
public interface PiliStream {

	/**
	 * The key of the stream as it was published, in maps of play URLs.
	 */
	String ORIGIN = "ORIGIN";

	/**
	 * Return the id: zone, hub and title with dots in between.
	 * @return the id
	 */
	String id();

	/**
	 * Return the title.
	 * @return the title
	 */
	String title();

	/**
	 * Return the hub.
	 * @return the name of the hub
	 */
	String hub();

	/**
	 * Return the publish key, which is a secret.
	 * @return the publish key, or {@code null} if the answer did not have it
	 */
	@Nullable String publishKey();

	/**
	 * Return how publish URLs prove themselves.
	 * @return the security, or {@code null} if the answer did not have it
	 */
	@Nullable PublishSecurity publishSecurity();

	/**
	 * Return whether the stream may not be published to.
	 * @return whether the stream is disabled
	 */
	boolean disabled();

	/**
	 * Return until when the stream is disabled.
	 * @return the end, or {@code null} if there is none
	 */
	@Nullable Instant disabledTill();

	/**
	 * Return the profiles that the stream can be played in, besides the origin.
	 * @return the profiles, such as {@code 720p}
	 */
	List<String> profiles();

	/**
	 * Return the hosts.
	 * @return the hosts
	 */
	StreamHosts hosts();

	/**
	 * Return when the stream was created.
	 * @return the time, or {@code null} if the answer did not have it in a readable form
	 */
	@Nullable Instant createdAt();

	/**
	 * Return when the stream was last changed.
	 * @return the time, or {@code null} if the answer did not have it in a readable form
	 */
	@Nullable Instant updatedAt();

	/**
	 * Return the JSON as PILI sent it, with the publish key and with fields that this
	 * version does not know.
	 * @return the JSON
	 */
	String toJsonString();

	/**
	 * Get the stream as it is now: {@code GET /streams/{id}}.
	 * @return the stream
	 */
	PiliStream refresh();

	/**
	 * Change the stream: {@code POST /streams/{id}}. Only what the spec sets is sent.
	 * @param spec sets what is to change
	 * @return the changed stream
	 */
	PiliStream update(Consumer<UpdateStreamSpec> spec);

	/**
	 * Disable the stream until it is enabled again: {@code POST /streams/{id}}.
	 * @return the changed stream
	 */
	PiliStream disable();

	/**
	 * Disable the stream until a time: {@code POST /streams/{id}/available}, which does
	 * not answer with the stream.
	 * @param until the end, which is sent in whole seconds
	 */
	void disable(Instant until);

	/**
	 * Enable the stream: {@code POST /streams/{id}}, and where that leaves it disabled
	 * until a time, {@code POST /streams/{id}/available} too.
	 * @return the changed stream
	 */
	PiliStream enable();

	/**
	 * Delete the stream: {@code DELETE /streams/{id}}.
	 */
	void delete();

	/**
	 * Make the URL to publish to. With {@link PublishSecurity#DYNAMIC} each call makes
	 * another URL, good for one publish.
	 * @return the RTMP URL, which holds or proves the publish key
	 * @throws IllegalStateException if the security is one that expires, or is unknown,
	 * or the publish key cannot stand in a URL
	 */
	String rtmpPublishUrl();

	/**
	 * Make the URL to publish to with a nonce of the caller's own, which matters for
	 * {@link PublishSecurity#DYNAMIC} alone.
	 * @param nonce the nonce, which must be larger than the last one used for the stream
	 * @return the RTMP URL, which holds or proves the publish key
	 * @throws IllegalStateException if the security is one that expires, or is unknown,
	 * or the publish key cannot stand in a URL
	 */
	String rtmpPublishUrl(long nonce);

	/**
	 * Make the URL to publish to until a time, for {@link PublishSecurity#EXPIRY} and
	 * {@link PublishSecurity#EXPIRY_SK}.
	 * @param expiresAt when the URL expires, in whole seconds
	 * @return the RTMP URL
	 * @throws IllegalStateException if the security is one that does not expire
	 */
	String rtmpPublishUrl(Instant expiresAt);

	/**
	 * Make the URL to publish to for a while from now, for {@link PublishSecurity#EXPIRY}
	 * and {@link PublishSecurity#EXPIRY_SK}.
	 * @param validity how long the URL is valid, from a second to a hundred years
	 * @return the RTMP URL
	 * @throws IllegalStateException if the security is one that does not expire
	 */
	String rtmpPublishUrl(Duration validity);

	/**
	 * Make the URLs to play live by RTMP.
	 * @return the URLs, {@link #ORIGIN} first, then each profile
	 */
	Map<String, String> rtmpLiveUrls();

	/**
	 * Make the URLs to play live by HLS.
	 * @return the URLs, {@link #ORIGIN} first, then each profile
	 */
	Map<String, String> hlsLiveUrls();

	/**
	 * Make the URLs to play live by HTTP-FLV.
	 * @return the URLs, {@link #ORIGIN} first, then each profile
	 */
	Map<String, String> httpFlvLiveUrls();

	/**
	 * Make the URLs to play what was recorded, by HLS.
	 * @param start the start, in whole seconds
	 * @param end the end, in whole seconds
	 * @return the URLs, {@link #ORIGIN} first, then each profile
	 */
	Map<String, String> hlsPlaybackUrls(Instant start, Instant end);

	/**
	 * Read whether the stream is live: {@code GET /streams/{id}/status}.
	 * @return the status
	 */
	StreamStatus status();

	/**
	 * List all recorded segments: {@code GET /streams/{id}/segments}.
	 * @return the segments
	 */
	SegmentList segments();

	/**
	 * List recorded segments: {@code GET /streams/{id}/segments}.
	 * @param spec sets which segments to list
	 * @return the segments
	 */
	SegmentList segments(Consumer<SegmentsSpec> spec);

	/**
	 * Save a recording as a file: {@code POST /streams/{id}/saveas}.
	 * @param spec sets how to save it
	 * @return where the file will be, and the id of the file operation
	 * @throws PiliNoDataException if nothing was recorded then
	 */
	SaveAsResult saveAs(Consumer<SaveAsSpec> spec);

	/**
	 * Take a picture: {@code POST /streams/{id}/snapshot}.
	 * @param spec sets how to take it
	 * @return where the picture will be, and the id of the file operation
	 * @throws PiliNoDataException if the stream is not live
	 */
	SnapshotResult snapshot(Consumer<SnapshotSpec> spec);

}
