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

package io.pilispring.sample.console.v2;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import io.pilispring.sample.console.HubWatch;
import io.pilispring.sample.console.LocalTime;
import io.pilispring.sample.console.MadeFile;
import io.pilispring.sample.console.PageCalls;
import io.pilispring.sample.console.PageCalls.Call;
import io.pilispring.sample.console.PageCalls.Calls;
import io.pilispring.sample.console.Timeline;
import io.pilispring.sample.hubs.V2Hub;
import io.pilispring.v2.Activity;
import io.pilispring.v2.SaveAsResult;
import io.pilispring.v2.SnapshotResult;

/**
 * When somebody pushed to a stream, and the files made of it.
 */
@Controller
@RequestMapping("/hubs/{hub}/streams/{id}")
class LiveRecordingsPageController {

	private static final String PLAYLIST = "m3u8";

	private final FileList files;

	private final FileNames names;

	private final HubWatch watch;

	private final PageCalls calls;

	LiveRecordingsPageController(FileList files, FileNames names, HubWatch watch, PageCalls calls) {
		this.files = files;
		this.names = names;
		this.watch = watch;
		this.calls = calls;
	}

	@GetMapping("/recordings")
	String show(V2Hub hub, @PathVariable String id, Model model) {
		Calls calls = this.calls.begin();
		Call<List<Activity>> history = calls.start(() -> hub.client().stream(id).history());
		Consumer<Model> files = this.files.find(hub, id, calls);
		StreamView view = StreamView.of(hub, id, this.watch, calls);
		view.addTo(model);
		model.addAttribute("timeline", Timeline.of(ranges(view, history.get())));
		model.addAttribute("formats", List.of("mp4", "flv", PLAYLIST)).addAttribute("playedAsFile", true);
		files.accept(model);
		return "recordings";
	}

	// The history has pushes that ended, yet what is live is being recorded too
	private static List<Timeline.Range> ranges(StreamView view, List<Activity> history) {
		List<Timeline.Range> ranges = new ArrayList<>();
		history.forEach((activity) -> ranges.add(new Timeline.Range(activity.start(), activity.end())));
		if (view.status() != null) {
			Instant start = view.status().startAt();
			Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
			ranges.add(new Timeline.Range(start, (now.isAfter(start)) ? now : start.plusSeconds(1)));
		}
		return ranges;
	}

	// There are no playback URLs: a playlist is made, which is there at once
	@PostMapping("/playback")
	String play(V2Hub hub, @PathVariable String id, @RequestParam String start, @RequestParam String end,
			@RequestParam(required = false) @Nullable String zone, Model model) {
		MadeFile file = save(hub, id, LocalTime.required(start, zone), LocalTime.required(end, zone), "", PLAYLIST);
		if (file.url() == null) {
			throw new IllegalStateException("Hub '" + hub.name() + "' has no domain for files");
		}
		model.addAttribute("urls", Map.of(file.name(), file.url())).addAttribute("hls", file.url());
		return "recordings-parts :: playback";
	}

	@PostMapping("/files")
	String save(V2Hub hub, @PathVariable String id, @RequestParam String start, @RequestParam String end,
			@RequestParam(required = false) @Nullable String zone, @RequestParam(defaultValue = "") String name,
			@RequestParam String format, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
			Model model) {
		MadeFile file = save(hub, id, LocalTime.read(start, zone), LocalTime.read(end, zone), name, format);
		return this.files.showOrdered(hub, file, part, model);
	}

	private MadeFile save(V2Hub hub, String id, @Nullable Instant start, @Nullable Instant end, String name,
			String format) {
		this.files.requireFree(hub, name);
		String wanted = (name.isBlank()) ? this.names.next(id, format) : name;
		SaveAsResult result = hub.client()
			.stream(id)
			.saveAs((file) -> file.name(wanted).format(format).start(start).end(end));
		String made = Objects.requireNonNullElse(result.name(), wanted);
		return this.files.add(hub,
				(number) -> MadeFile.recording(number, id, made, hub.fileUrl(made), result.persistentId()));
	}

	@PostMapping("/snapshots")
	String takePicture(V2Hub hub, @PathVariable String id, @RequestParam(defaultValue = "jpg") String format,
			@RequestParam(required = false) @Nullable String at, @RequestParam(required = false) @Nullable String zone,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean part, Model model) {
		Instant moment = LocalTime.read(at, zone);
		String wanted = this.names.next(id, format);
		SnapshotResult result = hub.client()
			.stream(id)
			.snapshot((picture) -> picture.name(wanted).format(format).time(moment));
		String made = Objects.requireNonNullElse(result.name(), wanted);
		MadeFile file = this.files.add(hub,
				(number) -> MadeFile.picture(number, id, made, hub.fileUrl(made), result.persistentId()));
		return this.files.showOrdered(hub, file, part, model);
	}

}
