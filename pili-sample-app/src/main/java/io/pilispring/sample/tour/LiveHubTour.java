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

package io.pilispring.sample.tour;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

import io.pilispring.PiliNoDataException;
import io.pilispring.PiliNotFoundException;
import io.pilispring.sample.hubs.V2Hub;
import io.pilispring.sample.publish.FfmpegCommands;
import io.pilispring.v2.LiveHub;
import io.pilispring.v2.LiveStatus;
import io.pilispring.v2.LiveStream;
import io.pilispring.v2.SaveAsResult;
import io.pilispring.v2.SnapshotResult;

/**
 * The life of a stream of version 2.
 */
class LiveHubTour extends Tour {

	private static final Duration VALIDITY = Duration.ofMinutes(10);

	private static final Duration BREAK = Duration.ofMinutes(1);

	private final LiveHub hub;

	private final Narrator narrator;

	LiveHubTour(V2Hub hub, Narrator narrator, ApplicationEventPublisher events, Duration patience) {
		super(hub, narrator, events, patience);
		this.hub = hub.client();
		this.narrator = narrator;
	}

	@Override
	void take() throws InterruptedException {
		LiveStream stream = choose();
		publish(stream);
		play(stream);
		LiveStatus status = watch(stream);
		save(stream, status.startAt());
		takePicture(stream);
		disable(stream);
		lookBack(stream);
		publishAgain(stream);
	}

	private LiveStream choose() {
		LiveStream stream = this.hub.stream(title());
		this.narrator.step("Choose a key for a stream in hub '%s'", this.hub.name());
		this.narrator.say("%s. The first push creates it.", stream.key());
		return stream;
	}

	private void publish(LiveStream stream) {
		this.narrator.step("Make URLs to publish to, for a push that begins within %d minutes", VALIDITY.toMinutes());
		String rtmp = stream.rtmpPublishUrl(VALIDITY);
		String srt = stream.srtPublishUrl(VALIDITY);
		this.narrator.say("%-10s %s", "RTMP", rtmp);
		this.narrator.say("for example: %s", FfmpegCommands.rtmp(rtmp));
		this.narrator.say("%-10s %s", "SRT", srt);
		this.narrator.say("for example: %s", FfmpegCommands.srt(srt));
		waitForPublisher(stream.key(), rtmp);
	}

	private void play(LiveStream stream) {
		this.narrator.step("Make the URLs to play");
		this.narrator.say("%-10s %s", "RTMP", stream.rtmpLiveUrl());
		this.narrator.say("%-10s %s", "HLS", stream.hlsLiveUrl());
		this.narrator.say("%-10s %s", "HTTP-FLV", stream.httpFlvLiveUrl());
	}

	private LiveStatus watch(LiveStream stream) throws InterruptedException {
		this.narrator.step("Wait for the stream to go live");
		LiveStatus status = untilLive(stream);
		this.narrator.say("live since %s from %s", status.startAt(), status.clientIp());
		this.narrator.say("%d bits/s, %.0f video and %.0f audio frames/s", status.bitsPerSecond(),
				status.framesPerSecond().video(), status.framesPerSecond().audio());
		return status;
	}

	private LiveStatus untilLive(LiveStream stream) throws InterruptedException {
		// The first moment has no rates yet
		Optional<LiveStatus> status = until(() -> statusIfKnown(stream),
				(seen) -> seen.isPresent() && !Objects.equals(seen.get().bitsPerSecond(), 0L));
		return status.orElseThrow();
	}

	// The first push creates the stream, which PILI does not know until then
	private static Optional<LiveStatus> statusIfKnown(LiveStream stream) {
		try {
			return stream.liveStatus();
		}
		catch (PiliNotFoundException ex) {
			return Optional.empty();
		}
	}

	private void save(LiveStream stream, Instant start) throws InterruptedException {
		this.narrator.step("Save what was recorded so far");
		// The first moment is not recorded yet
		SaveAsResult result = until(() -> trySave(stream, start), Optional::isPresent).orElseThrow();
		this.narrator.say("%s to %s", result.start(), result.end());
		follow(result.persistentId());
		sayFile(result.name());
	}

	private static Optional<SaveAsResult> trySave(LiveStream stream, Instant start) {
		try {
			return Optional.of(stream.saveAs((file) -> file.name(stream.key() + ".mp4").format("mp4").start(start)));
		}
		catch (PiliNoDataException ex) {
			return Optional.empty();
		}
	}

	private void takePicture(LiveStream stream) {
		this.narrator.step("Take a snapshot");
		SnapshotResult result = stream.snapshot((picture) -> picture.name(stream.key() + ".jpg").format("jpg"));
		follow(result.persistentId());
		sayFile(result.name());
	}

	private void sayFile(@Nullable String name) {
		if (name != null) {
			this.narrator.say("%s", this.hub.fileUrl(name));
		}
	}

	private void disable(LiveStream stream) throws InterruptedException {
		this.narrator.step("Disable the stream for %d minute, which ends the push", BREAK.toMinutes());
		stream.disable(BREAK);
		this.narrator.say("disabled until %s", stream.info().disabledTill());
		until(stream::liveStatus, Optional::isEmpty);
		this.narrator.say("not live any more");
	}

	private void lookBack(LiveStream stream) throws InterruptedException {
		this.narrator.step("See when somebody pushed");
		until(stream::history, (activities) -> !activities.isEmpty()).forEach((activity) -> this.narrator
			.say("%s to %s, from %s", activity.start(), activity.end(), activity.clientIp()));
	}

	private void publishAgain(LiveStream stream) throws InterruptedException {
		this.narrator.step("Enable it at once, and publish again");
		stream.enable();
		String url = stream.rtmpPublishUrl(VALIDITY);
		this.narrator.say("%s", FfmpegCommands.rtmp(url));
		waitForPublisher(stream.key(), url);
		this.narrator.say("live since %s", untilLive(stream).startAt());
	}

}
