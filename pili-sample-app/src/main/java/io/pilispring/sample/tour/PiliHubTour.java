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
import java.util.Objects;

import org.springframework.context.ApplicationEventPublisher;

import io.pilispring.sample.hubs.V1Hub;
import io.pilispring.sample.publish.FfmpegCommands;
import io.pilispring.url.PublishSecurity;
import io.pilispring.v1.PiliHub;
import io.pilispring.v1.PiliStream;
import io.pilispring.v1.SaveAsResult;
import io.pilispring.v1.Segment;
import io.pilispring.v1.SegmentList;
import io.pilispring.v1.SnapshotResult;
import io.pilispring.v1.StreamStatus;

/**
 * The life of a stream of version 1.
 */
class PiliHubTour extends Tour {

	private final PiliHub hub;

	private final Narrator narrator;

	PiliHubTour(V1Hub hub, Narrator narrator, ApplicationEventPublisher events, Duration patience) {
		super(hub, narrator, events, patience);
		this.hub = hub.client();
		this.narrator = narrator;
	}

	@Override
	void take() throws InterruptedException {
		PiliStream stream = create();
		publish(stream);
		play(stream);
		watch(stream);
		Segment segment = lastSegment(stream);
		save(stream, segment);
		takePicture(stream);
	}

	private PiliStream create() {
		this.narrator.step("Create a stream in hub '%s'", this.hub.name());
		PiliStream stream = this.hub
			.createStream((create) -> create.title(title()).publishSecurity(PublishSecurity.DYNAMIC));
		this.narrator.say("%s, created at %s", stream.id(), stream.createdAt());
		return stream;
	}

	private void publish(PiliStream stream) {
		this.narrator.step("Make a URL to publish to, good for one push");
		String url = stream.rtmpPublishUrl();
		this.narrator.say("%s", url);
		this.narrator.say("for example: %s", FfmpegCommands.rtmp(url));
		waitForPublisher(stream.id(), url);
	}

	private void play(PiliStream stream) {
		this.narrator.step("Make the URLs to play");
		this.narrator.urls("RTMP", stream.rtmpLiveUrls());
		this.narrator.urls("HLS", stream.hlsLiveUrls());
		this.narrator.urls("HTTP-FLV", stream.httpFlvLiveUrls());
	}

	private void watch(PiliStream stream) throws InterruptedException {
		this.narrator.step("Wait for the stream to go live");
		// The first moment has no rates yet
		StreamStatus status = until(stream::status,
				(seen) -> seen.connected() && !Objects.equals(seen.bytesPerSecond(), 0.0));
		this.narrator.say("%s since %s from %s", status.status(), status.startFrom(), status.addr());
		this.narrator.say("%.0f bytes/s, %.0f video and %.0f audio frames/s", status.bytesPerSecond(),
				status.framesPerSecond().video(), status.framesPerSecond().audio());
	}

	private Segment lastSegment(PiliStream stream) throws InterruptedException {
		this.narrator.step("See what was recorded");
		SegmentList list = until(stream::segments, (segments) -> !segments.segments().isEmpty());
		list.segments().forEach((segment) -> this.narrator.say("%s to %s", segment.start(), segment.end()));
		return list.segments().get(list.segments().size() - 1);
	}

	private void save(PiliStream stream, Segment segment) {
		this.narrator.step("Save that as a file");
		SaveAsResult result = stream.saveAs(
				(file) -> file.name(stream.title() + ".mp4").format("mp4").start(segment.start()).end(segment.end()));
		follow(result.persistentId());
		this.narrator.say("%s", result.targetUrl());
		this.narrator.urls("playback", stream.hlsPlaybackUrls(segment.start(), segment.end()));
	}

	private void takePicture(PiliStream stream) {
		this.narrator.step("Take a snapshot");
		SnapshotResult result = stream.snapshot((picture) -> picture.name(stream.title() + ".jpg").format("jpg"));
		follow(result.persistentId());
		this.narrator.say("%s", result.targetUrl());
	}

}
