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

package io.pilispring.simulator;

import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Runs the file maker for the files of file operations, if there is one.
 */
final class Files {

	private static final int THREADS = 2;

	private static final long CLOSE_SECONDS = 10;

	private final @Nullable FileMaker maker;

	private final ThreadPoolExecutor executor;

	Files(@Nullable FileMaker maker) {
		this.maker = maker;
		this.executor = new ThreadPoolExecutor(THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
				(task) -> {
					Thread thread = new Thread(task, "pili-simulator-file");
					thread.setDaemon(true);
					return thread;
				});
		this.executor.allowCoreThreadTimeOut(true);
	}

	boolean areMade() {
		return this.maker != null;
	}

	void makeNow(FileOrder order) {
		if (this.maker != null) {
			try {
				this.maker.make(order);
			}
			catch (IOException ex) {
				throw ApiException.noData(String.valueOf(ex.getMessage()));
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	void make(FileOrder order, FopState fop) {
		FileMaker maker = this.maker;
		if (maker == null) {
			return;
		}
		try {
			this.executor.execute(() -> work(maker, order, fop));
		}
		catch (RejectedExecutionException ex) {
			fop.fail("closed");
		}
	}

	private static void work(FileMaker maker, FileOrder order, FopState fop) {
		fop.advance(new FopOutcome(FopCode.PROCESSING, null));
		try {
			maker.make(order);
			fop.advance(new FopOutcome(FopCode.DONE, null));
		}
		catch (IOException | RuntimeException ex) {
			fop.advance(new FopOutcome(FopCode.FAILED, String.valueOf(ex.getMessage())));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			fop.advance(new FopOutcome(FopCode.FAILED, "interrupted"));
		}
	}

	void close() {
		this.executor.shutdownNow();
		try {
			this.executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
