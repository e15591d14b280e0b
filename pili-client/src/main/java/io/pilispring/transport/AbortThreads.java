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

package io.pilispring.transport;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * Runs what aborts exchanges, which may block. On a JVM whose virtual threads never
 * occupy a carrier while they wait these are used, otherwise a few platform threads,
 * which end when there is nothing to do. Virtual threads of older JVMs are not: callers
 * that block in the wrong place may occupy all carriers, and then nothing would end them.
 */
final class AbortThreads {

	/**
	 * For what hardly ever blocks.
	 */
	static final AbortThreads SHARED = new AbortThreads();

	/**
	 * For what may block as long as the peer likes, which must not keep others waiting.
	 */
	static final AbortThreads BLOCKING = new AbortThreads();

	static final int MAX_PLATFORM_THREADS = 8;

	private static final int FIRST_VERSION_WITHOUT_PINNING = 24;

	private final Executor executor = createExecutor();

	private AbortThreads() {
	}

	private static Executor createExecutor() {
		SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("pili-abort-");
		threads.setDaemon(true);
		if (Runtime.version().feature() >= FIRST_VERSION_WITHOUT_PINNING) {
			threads.setVirtualThreads(true);
			return threads;
		}
		ThreadPoolExecutor bounded = new ThreadPoolExecutor(MAX_PLATFORM_THREADS, MAX_PLATFORM_THREADS, 1,
				TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads::createThread);
		bounded.allowCoreThreadTimeOut(true);
		return bounded;
	}

	void execute(Runnable abort) {
		this.executor.execute(abort);
	}

}
