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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.ConcurrentReferenceHashMap;

import io.pilispring.PiliException;
import io.pilispring.PiliNotFoundException;
import io.pilispring.sample.console.PageCalls.Call;
import io.pilispring.sample.console.PageCalls.Calls;
import io.pilispring.sample.hubs.Hub;

/**
 * Shows the files that were ordered in this console, and how far they are.
 */
@Component
public class FileList {

	private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(2);

	private final MadeFiles files;

	// Nothing changes any more, so PILI is not asked again
	private final Map<MadeFile, FileProgress> over = new ConcurrentReferenceHashMap<>();

	FileList(MadeFiles files) {
		this.files = files;
	}

	/**
	 * Begin to ask how far the files of a stream are.
	 * @param hub the hub
	 * @param streamId the id of the stream
	 * @param calls the calls of the page
	 * @return adds the files to a page
	 */
	public Consumer<Model> find(Hub hub, String streamId, Calls calls) {
		List<Supplier<FileProgress>> progress = this.files.newestFirst(hub, streamId)
			.stream()
			.map((file) -> find(hub, file, calls))
			.toList();
		return (model) -> {
			List<FileProgress> made = progress.stream().map(Supplier::get).toList();
			model.addAttribute("recordings", made.stream().filter((each) -> !each.file().picture()).toList());
			model.addAttribute("pictures", made.stream().filter((each) -> each.file().picture()).toList());
		};
	}

	// The page is of use without the progress of its files, which each asks for again
	private Supplier<FileProgress> find(Hub hub, MadeFile file, Calls calls) {
		FileProgress last = this.over.get(file);
		if (last != null) {
			return () -> last;
		}
		try {
			Call<FileProgress> call = calls.start(() -> progressIfKnown(hub, file));
			return () -> {
				try {
					return call.get();
				}
				catch (PiliException ex) {
					return FileProgress.unknown(file);
				}
			};
		}
		catch (PiliException ex) {
			return () -> FileProgress.unknown(file);
		}
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

	/**
	 * Return the last picture of a stream that was made in this console.
	 * @param hub the hub
	 * @param streamId the id of the stream
	 * @return its address, or {@code null} if there is none
	 */
	public @Nullable String lastPicture(Hub hub, String streamId) {
		return this.files.newestFirst(hub, streamId)
			.stream()
			.filter((file) -> file.picture() && file.url() != null && isMade(file))
			.map(MadeFile::url)
			.findFirst()
			.orElse(null);
	}

	private boolean isMade(MadeFile file) {
		FileProgress progress = this.over.get(file);
		return progress != null && progress.made();
	}

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
		FileProgress last = this.over.get(file);
		if (last != null) {
			return last;
		}
		try {
			FileProgress progress = FileProgress.of(file, hub.fop(file.persistentId()));
			if (progress.over()) {
				this.over.put(file, progress);
			}
			return progress;
		}
		catch (PiliNotFoundException ex) {
			boolean old = file.orderedAt().plus(FORGOTTEN_AFTER).isBefore(Instant.now());
			return (old) ? FileProgress.forgotten(file) : FileProgress.unknown(file);
		}
	}

}
