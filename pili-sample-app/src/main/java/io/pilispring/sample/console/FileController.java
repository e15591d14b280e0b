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

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

import io.pilispring.sample.hubs.Hub;

/**
 * How far a file is, requested again and again by the page that lists it.
 */
@Controller
class FileController {

	static final String FILE = "recordings-parts :: file(progress=${progress})";

	private final MadeFiles files;

	private final FileList list;

	private final PageCalls calls;

	FileController(MadeFiles files, FileList list, PageCalls calls) {
		this.calls = calls;
		this.files = files;
		this.list = list;
	}

	// The file itself stays
	@PostMapping("/hubs/{hub}/streams/{id}/files/{number}/forget")
	String forget(Hub hub, @PathVariable String id, @PathVariable long number,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
		this.files.remove(hub, id, number);
		return (part) ? "recordings-parts :: nothing" : "redirect:/hubs/{hub}/streams/{id}/recordings";
	}

	@GetMapping("/hubs/{hub}/streams/{id}/files/{number}")
	String show(Hub hub, @PathVariable String id, @PathVariable long number, Model model) {
		MadeFile file = this.files.find(hub, id, number);
		if (file == null) {
			return "recordings-parts :: forgotten";
		}
		model.addAttribute("progress", this.calls.begin().start(() -> this.list.progress(hub, file)).get());
		return FILE;
	}

}
