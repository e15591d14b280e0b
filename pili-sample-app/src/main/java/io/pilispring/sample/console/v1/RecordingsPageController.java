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

package io.pilispring.sample.console.v1;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.pilispring.sample.console.FileList;
import io.pilispring.sample.console.FileNames;
import io.pilispring.sample.console.LocalTime;
import io.pilispring.sample.console.MadeFile;
import io.pilispring.sample.console.PageCalls;
import io.pilispring.sample.console.PageCalls.Call;
import io.pilispring.sample.console.PageCalls.Calls;
import io.pilispring.sample.console.StreamHead;
import io.pilispring.sample.console.Timeline;
import io.pilispring.sample.hubs.V1Hub;
import io.pilispring.v1.PiliStream;
import io.pilispring.v1.SaveAsResult;
import io.pilispring.v1.SegmentList;
import io.pilispring.v1.SnapshotResult;

/**
 * What was recorded of a stream, and the files made of it.
 */
@Controller
@RequestMapping("/hubs/{hub}/streams/{id}")
class RecordingsPageController {

	private final FileList files;

	private final FileNames names;

	private final PiliStreams streams;

	private final PageCalls calls;

	RecordingsPageController(FileList files, FileNames names, PiliStreams streams, PageCalls calls) {
		this.files = files;
		this.names = names;
		this.streams = streams;
		this.calls = calls;
	}

	@GetMapping("/recordings")
	String show(V1Hub hub, @PathVariable String id, Model model) {
		Calls calls = this.calls.begin();
		Call<SegmentList> segments = calls.start(() -> hub.client().stream(id).segments());
		Consumer<Model> files = this.files.find(hub, id, calls);
		StreamHead stream = this.streams.get(hub, id, calls).head();
		List<Timeline.Range> ranges = segments.get()
			.segments()
			.stream()
			.map((segment) -> new Timeline.Range(segment.start(), segment.end()))
			.toList();
		model.addAttribute("stream", stream).addAttribute("timeline", Timeline.of(ranges));
		model.addAttribute("formats", List.of("mp4", "flv", "ts")).addAttribute("playedAsFile", false);
		files.accept(model);
		return "recordings";
	}

	@GetMapping("/playback")
	String play(V1Hub hub, @PathVariable String id, @RequestParam String start, @RequestParam String end,
			@RequestParam(required = false) @Nullable String zone, Model model) {
		Instant from = LocalTime.required(start, zone);
		Map<String, String> urls = hub.client().getStream(id).hlsPlaybackUrls(from, LocalTime.required(end, zone));
		model.addAttribute("urls", urls).addAttribute("hls", urls.get(PiliStream.ORIGIN));
		return "recordings-parts :: playback";
	}

	@PostMapping("/files")
	String save(V1Hub hub, @PathVariable String id, @RequestParam String start, @RequestParam String end,
			@RequestParam(required = false) @Nullable String zone, @RequestParam(defaultValue = "") String name,
			@RequestParam String format, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
			Model model) {
		this.files.requireFree(hub, name);
		PiliStream stream = hub.client().getStream(id);
		String fileName = (name.isBlank()) ? this.names.next(stream.title(), format) : name;
		SaveAsResult result = stream.saveAs((file) -> file.name(fileName)
			.format(format)
			.start(LocalTime.read(start, zone))
			.end(LocalTime.read(end, zone)));
		String url = (result.targetUrl() != null) ? result.targetUrl() : result.url();
		MadeFile file = this.files.add(hub,
				(number) -> MadeFile.recording(number, id, fileName, url, result.persistentId()));
		return this.files.showOrdered(hub, file, part, model);
	}

	@PostMapping("/snapshots")
	String takePicture(V1Hub hub, @PathVariable String id, @RequestParam(defaultValue = "jpg") String format,
			@RequestParam(required = false) @Nullable String at, @RequestParam(required = false) @Nullable String zone,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean part, Model model) {
		Instant moment = LocalTime.read(at, zone);
		PiliStream stream = hub.client().getStream(id);
		String name = this.names.next(stream.title(), format);
		SnapshotResult result = stream.snapshot((picture) -> picture.name(name).format(format).time(moment));
		MadeFile file = this.files.add(hub,
				(number) -> MadeFile.picture(number, id, name, result.targetUrl(), result.persistentId()));
		return this.files.showOrdered(hub, file, part, model);
	}

}
