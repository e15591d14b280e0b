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

import java.util.List;
import java.util.function.LongFunction;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.pilispring.PiliException;
import io.pilispring.PiliNotFoundException;
import io.pilispring.sample.hubs.Hub;

/**
 * Shows the files that were ordered in this console, and how far they are.
 */
@Component
public class FileList {

	private final MadeFiles files;

	FileList(MadeFiles files) {
		this.files = files;
	}

	/**
	 * Add the files of a stream to a page.
	 * @param hub the hub
	 * @param streamId the id of the stream
	 * @param model the model
	 */
	public void addTo(Hub hub, String streamId, Model model) {
		List<FileProgress> made = this.files.newestFirst(hub, streamId)
			.stream()
			.map((file) -> progressIfKnown(hub, file))
			.toList();
		model.addAttribute("recordings", made.stream().filter((each) -> !each.file().picture()).toList());
		model.addAttribute("pictures", made.stream().filter((each) -> each.file().picture()).toList());
	}

	/**
	 * Check that no file has a name.
	 * @param hub the hub
	 * @param name the name
	 */
	public void requireFree(Hub hub, String name) {
		this.files.requireFree(hub, name);
	}

	/**
	 * Remember a file.
	 * @param hub the hub
	 * @param factory makes the file from its number
	 * @return the file
	 */
	public MadeFile add(Hub hub, LongFunction<MadeFile> factory) {
		return this.files.add(hub, factory);
	}

	/**
	 * Show a file that was just ordered.
	 * @param hub the hub
	 * @param file the file
	 * @param part whether a part of the page was requested
	 * @param model the model
	 * @return the view
	 */
	public String showOrdered(Hub hub, MadeFile file, boolean part, Model model) {
		if (!part) {
			return "redirect:/hubs/{hub}/streams/{id}/recordings";
		}
		model.addAttribute("progress", progressIfKnown(hub, file));
		return FileController.FILE;
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
	FileProgress progress(Hub hub, MadeFile file) {
		if (file.persistentId() == null) {
			return FileProgress.done(file);
		}
		try {
			return FileProgress.of(file, hub.fop(file.persistentId()));
		}
		catch (PiliNotFoundException ex) {
			return FileProgress.unknown(file);
		}
	}

}
