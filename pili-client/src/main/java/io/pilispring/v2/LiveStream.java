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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.pilispring.PiliException;
import io.pilispring.PiliNoDataException;
import io.pilispring.PiliNotFoundException;
import io.pilispring.url.PublishSecurity;

/**
 * A handle of a stream: its operations, one call each, and its URLs. There need not be
 * such a stream yet, because a push creates it. Safe for use by multiple threads.
 * <p>
 * Every call throws a {@link PiliException} if PILI cannot be reached or responds with an
 * error, {@link PiliNotFoundException} if there is no such stream, and an
 * {@link IllegalArgumentException}, before anything is sent, if an argument is not valid.
 * <p>
 * URLs are created without a call, unless a domain is needed that is not configured: then
 * the hub requests its domains, once. A method that returns one throws an
 * {@link IllegalArgumentException} if the key of the stream has characters that no URL
 * can have.
 *
 * @since 0.1.0
 * @see LiveHub#stream(String)
 */
public interface LiveStream {

	/**
	 * Return the key of the stream, which is unique in the hub.
	 * @return the key
	 */
	@JsonProperty
	String key();

	/**
	 * Return the name of the hub.
	 * @return the name
	 */
	@JsonProperty
	String hub();

	/**
	 * Get the settings of the stream: {@code GET /v2/hubs/{hub}/streams/{key}}.
	 * @return the settings
	 */
	StreamInfo info();

	/**
	 * Get the status of the stream, if it is live: {@code GET
	 * /v2/hubs/{hub}/streams/{key}/live}.
	 * @return the status, or empty if the stream is not live
	 */
	Optional<LiveStatus> liveStatus();

	/**
	 * Disable the stream until it is enabled again, and end its push: {@code POST
	 * /v2/hubs/{hub}/streams/{key}/disabled}.
	 */
	void disable();

	/**
	 * Disable the stream until the given time, and end its push: {@code POST
	 * /v2/hubs/{hub}/streams/{key}/disabled}.
	 * @param until the end, after 1970, which is rounded up to a whole second
	 */
	void disable(Instant until);

	/**
	 * Disable the stream for some time from now, by the clock of PILI, and end its push:
	 * {@code POST /v2/hubs/{hub}/streams/{key}/disabled}.
	 * @param period the time, at least a second, which is rounded up to whole seconds
	 */
	void disable(Duration period);

	/**
	 * Enable the stream: {@code POST /v2/hubs/{hub}/streams/{key}/disabled}.
	 */
	void enable();

	/**
	 * List when somebody pushed to the stream, the newest first: {@code GET
	 * /v2/hubs/{hub}/streams/{key}/historyactivity}.
	 * @return the activities
	 */
	default List<Activity> history() {
		return history((spec) -> {
		});
	}

	/**
	 * List when somebody pushed to the stream in a range, the newest first: {@code GET
	 * /v2/hubs/{hub}/streams/{key}/historyactivity}.
	 * @param spec sets the range
	 * @return the activities
	 */
	List<Activity> history(Consumer<HistorySpec> spec);

	/**
	 * Save the whole recording as an HLS playlist: {@code POST
	 * /v2/hubs/{hub}/streams/{key}/saveas}.
	 * @return the name of the file
	 * @throws PiliNoDataException if nothing was recorded
	 */
	default SaveAsResult saveAs() {
		return saveAs((spec) -> {
		});
	}

	/**
	 * Save a recording as a file: {@code POST /v2/hubs/{hub}/streams/{key}/saveas}.
	 * @param spec sets how to save it
	 * @return the name of the file, and the id of the file operation, if there is one
	 * @throws PiliNoDataException if nothing was recorded in that range
	 */
	SaveAsResult saveAs(Consumer<SaveAsSpec> spec);

	/**
	 * Take a picture of the stream now: {@code POST
	 * /v2/hubs/{hub}/streams/{key}/snapshot}.
	 * @return the name of the picture
	 * @throws PiliNoDataException if the stream is not live
	 */
	default SnapshotResult snapshot() {
		return snapshot((spec) -> {
		});
	}

	/**
	 * Take a picture of the stream: {@code POST /v2/hubs/{hub}/streams/{key}/snapshot}.
	 * @param spec sets how to take it
	 * @return the name of the picture, and the id of the file operation, if there is one
	 * @throws PiliNoDataException if there is no picture of that time
	 */
	SnapshotResult snapshot(Consumer<SnapshotSpec> spec);

	/**
	 * Set the profiles that the stream is transcoded to, from the next push on:
	 * {@code POST /v2/hubs/{hub}/streams/{key}/converts}.
	 * @param profiles all profiles, such as {@code 720p}; none to end transcoding
	 */
	void setConverts(Collection<String> profiles);

	/**
	 * Set whether the pictures of the stream are checked for pornography: {@code POST
	 * /v2/hubs/{hub}/streams/{key}/nrop}.
	 * @param enabled whether they are checked
	 */
	void setNropEnabled(boolean enabled);

	/**
	 * Return the URL to publish to over RTMP.
	 * @return the URL
	 * @throws IllegalStateException if the hub has no domain for it, or the URL needs
	 * more than the settings of the hub have, such as a time of expiry
	 */
	default String rtmpPublishUrl() {
		return rtmpPublishUrl((spec) -> {
		});
	}

	/**
	 * Return the URL to publish to over RTMP.
	 * @param spec sets what differs from the settings of the hub
	 * @return the URL
	 * @throws IllegalStateException if the hub has no domain for it, or the URL needs
	 * more than the settings have
	 */
	String rtmpPublishUrl(Consumer<PublishUrlSpec> spec);

	/**
	 * Return the URL to publish to over RTMP, for a hub whose publish URLs
	 * {@linkplain PublishSecurity#expires() expire}.
	 * @param validity how long from now the push may begin, from a second to a hundred
	 * years
	 * @return the URL
	 */
	default String rtmpPublishUrl(Duration validity) {
		return rtmpPublishUrl((spec) -> spec.validFor(validity));
	}

	/**
	 * Return the URL to publish to over RTMP, for a hub whose publish URLs
	 * {@linkplain PublishSecurity#expires() expire}.
	 * @param expiresAt until when the push must have begun, rounded up to a whole second
	 * @return the URL
	 */
	default String rtmpPublishUrl(Instant expiresAt) {
		return rtmpPublishUrl((spec) -> spec.expiresAt(expiresAt));
	}

	/**
	 * Return the URL to publish to over SRT.
	 * @return the URL
	 * @throws IllegalStateException if the hub has no domain for it, or the URL needs
	 * more than the settings of the hub have, such as a time of expiry
	 */
	default String srtPublishUrl() {
		return srtPublishUrl((spec) -> {
		});
	}

	/**
	 * Return the URL to publish to over SRT.
	 * @param spec sets what differs from the settings of the hub
	 * @return the URL
	 * @throws IllegalStateException if the hub has no domain for it, or the URL needs
	 * more than the settings have
	 */
	String srtPublishUrl(Consumer<PublishUrlSpec> spec);

	/**
	 * Return the URL to publish to over SRT, for a hub whose publish URLs
	 * {@linkplain PublishSecurity#expires() expire}.
	 * @param validity how long from now the push may begin, from a second to a hundred
	 * years
	 * @return the URL
	 */
	default String srtPublishUrl(Duration validity) {
		return srtPublishUrl((spec) -> spec.validFor(validity));
	}

	/**
	 * Return the URL to publish to over SRT, for a hub whose publish URLs
	 * {@linkplain PublishSecurity#expires() expire}.
	 * @param expiresAt until when the push must have begun, rounded up to a whole second
	 * @return the URL
	 */
	default String srtPublishUrl(Instant expiresAt) {
		return srtPublishUrl((spec) -> spec.expiresAt(expiresAt));
	}

	/**
	 * Return the URL to play from over RTMP.
	 * @return the URL
	 * @throws IllegalStateException if the hub has no domain for it, or the URL needs
	 * more than the settings of the hub have, such as a time of expiry
	 */
	default String rtmpLiveUrl() {
		return rtmpLiveUrl((spec) -> {
		});
	}

	/**
	 * Return the URL to play from over RTMP.
	 * @param spec sets what differs from the settings of the hub
	 * @return the URL
	 * @throws IllegalStateException if the hub has no domain for it, or the URL needs
	 * more than the settings have
	 */
	String rtmpLiveUrl(Consumer<PlayUrlSpec> spec);

	/**
	 * Return the URL to play from over HLS.
	 * @return the URL
	 * @throws IllegalStateException if the hub has no domain for it, or the URL needs
	 * more than the settings of the hub have, such as a time of expiry
	 */
	default String hlsLiveUrl() {
		return hlsLiveUrl((spec) -> {
		});
	}

	/**
	 * Return the URL to play from over HLS.
	 * @param spec sets what differs from the settings of the hub
	 * @return the URL
	 * @throws IllegalStateException if the hub has no domain for it, or the URL needs
	 * more than the settings have
	 */
	String hlsLiveUrl(Consumer<PlayUrlSpec> spec);

	/**
	 * Return the URL to play from as FLV over HTTP.
	 * @return the URL
	 * @throws IllegalStateException if the hub has no domain for it, or the URL needs
	 * more than the settings of the hub have, such as a time of expiry
	 */
	default String httpFlvLiveUrl() {
		return httpFlvLiveUrl((spec) -> {
		});
	}

	/**
	 * Return the URL to play from as FLV over HTTP.
	 * @param spec sets what differs from the settings of the hub
	 * @return the URL
	 * @throws IllegalStateException if the hub has no domain for it, or the URL needs
	 * more than the settings have
	 */
	String httpFlvLiveUrl(Consumer<PlayUrlSpec> spec);

	/**
	 * Return the URL of the cover picture. Only for hubs with a domain for cover
	 * pictures.
	 * @return the URL
	 * @throws IllegalStateException if the hub has no domain for it, or the URL needs
	 * more than the settings of the hub have, such as a time of expiry
	 */
	default String coverUrl() {
		return coverUrl((spec) -> {
		});
	}

	/**
	 * Return the URL of the cover picture. Only for hubs with a domain for cover
	 * pictures.
	 * @param spec sets what differs from the settings of the hub
	 * @return the URL
	 * @throws IllegalStateException if the hub has no domain for it, or the URL needs
	 * more than the settings have
	 */
	String coverUrl(Consumer<PlayUrlSpec> spec);

}
