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

package io.pilispring.sample.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.pilispring.PiliException;
import io.pilispring.PiliNotFoundException;
import io.pilispring.sample.hubs.Hub;
import io.pilispring.v1.PiliStream;
import io.pilispring.v1.SaveAsResult;
import io.pilispring.v1.SnapshotResult;

/**
 * What was recorded of a stream, and the files made of it.
 */
@Controller
@RequestMapping("/hubs/{hub}/streams/{id}")
class RecordingsPageController {

	private static final String FILE = "recordings-parts :: file(progress=${progress})";

	private final MadeFiles files;

	private final FileNames names;

	RecordingsPageController(MadeFiles files, FileNames names) {
		this.files = files;
		this.names = names;
	}

	@GetMapping("/recordings")
	String show(Hub hub, @PathVariable String id, Model model) {
		PiliStream stream = hub.client().getStream(id);
		model.addAttribute("stream", stream).addAttribute("status", stream.status());
		model.addAttribute("timeline", Timeline.of(stream.segments().segments()));
		List<FileProgress> made = this.files.newestFirst(hub, id)
			.stream()
			.map((file) -> progressIfKnown(hub, file))
			.toList();
		model.addAttribute("recordings", made.stream().filter((each) -> !each.file().picture()).toList());
		model.addAttribute("pictures", made.stream().filter((each) -> each.file().picture()).toList());
		return "recordings";
	}

	@GetMapping("/playback")
	String play(Hub hub, @PathVariable String id, @RequestParam String start, @RequestParam String end,
			@RequestParam(required = false) @Nullable String zone, Model model) {
		Map<String, String> urls = hub.client()
			.getStream(id)
			.hlsPlaybackUrls(required(start, zone), required(end, zone));
		model.addAttribute("urls", urls).addAttribute("hls", urls.get(PiliStream.ORIGIN));
		return "recordings-parts :: playback";
	}

	@PostMapping("/files")
	String save(Hub hub, @PathVariable String id, @RequestParam String start, @RequestParam String end,
			@RequestParam(required = false) @Nullable String zone, @RequestParam(defaultValue = "") String name,
			@RequestParam String format, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
			Model model) {
		this.files.requireFree(hub, name);
		PiliStream stream = hub.client().getStream(id);
		String fileName = (name.isBlank()) ? this.names.next(stream, format) : name;
		SaveAsResult result = stream.saveAs((file) -> file.name(fileName)
			.format(format)
			.start(LocalTime.read(start, zone))
			.end(LocalTime.read(end, zone)));
		return ordered(hub, this.files.add(hub, (number) -> MadeFile.of(number, id, fileName, result)), part, model);
	}

	@PostMapping("/snapshots")
	String takePicture(Hub hub, @PathVariable String id, @RequestParam(defaultValue = "jpg") String format,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean part, Model model) {
		PiliStream stream = hub.client().getStream(id);
		String name = this.names.next(stream, format);
		SnapshotResult result = stream.snapshot((picture) -> picture.name(name).format(format));
		return ordered(hub, this.files.add(hub, (number) -> MadeFile.of(number, id, name, result)), part, model);
	}

	@GetMapping("/files/{number}")
	String file(Hub hub, @PathVariable String id, @PathVariable long number, Model model) {
		MadeFile file = this.files.find(hub, id, number);
		if (file == null) {
			return "recordings-parts :: forgotten";
		}
		model.addAttribute("progress", progress(hub, file));
		return FILE;
	}

	private String ordered(Hub hub, MadeFile file, boolean part, Model model) {
		if (!part) {
			return "redirect:/hubs/{hub}/streams/{id}/recordings";
		}
		model.addAttribute("progress", progressIfKnown(hub, file));
		return FILE;
	}

	// The page is of use without the progress of its files, which each asks for again
	private FileProgress progressIfKnown(Hub hub, MadeFile file) {
		try {
			return progress(hub, file);
		}
		catch (PiliException ex) {
			return FileProgress.unknown(file);
		}
	}

	// File operations take a moment to show
	private FileProgress progress(Hub hub, MadeFile file) {
		if (file.persistentId() == null) {
			return FileProgress.done(file);
		}
		try {
			return FileProgress.of(file, hub.client().fop(file.persistentId()));
		}
		catch (PiliNotFoundException ex) {
			return FileProgress.unknown(file);
		}
	}

	private static Instant required(String time, @Nullable String zone) {
		Instant instant = LocalTime.read(time, zone);
		if (instant == null) {
			throw new IllegalArgumentException("'start' and 'end' must be given both");
		}
		return instant;
	}

}
