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

package io.pilispring.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;

/**
 * Calls as often as it can for a while, with some threads.
 */
final class Load {

	private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
		.getOperatingSystemMXBean();

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private Load() {
	}

	static Result run(int threads, long millis, Call call) throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		try {
			long start = System.nanoTime();
			long cpu = SYSTEM.getProcessCpuTime();
			Callable<Worker> worker = () -> work(start + millis * 1_000_000, call);
			List<Worker> workers = new ArrayList<>();
			for (Future<Worker> future : executor.invokeAll(java.util.Collections.nCopies(threads, worker))) {
				workers.add(future.get());
			}
			return result(workers, System.nanoTime() - start, SYSTEM.getProcessCpuTime() - cpu);
		}
		finally {
			executor.shutdownNow();
		}
	}

	private static Worker work(long end, Call call) throws Exception {
		long[] times = new long[1024];
		int calls = 0;
		long before = System.nanoTime();
		long bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
		long grown = 0;
		while (before < end || calls == 0) {
			call.run();
			long now = System.nanoTime();
			if (calls == times.length) {
				grown += 16L * times.length + 16;
				times = Arrays.copyOf(times, 2 * times.length);
			}
			times[calls++] = now - before;
			before = now;
		}
		bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - bytes - grown;
		return new Worker(Arrays.copyOf(times, calls), bytes);
	}

	private static Result result(List<Worker> workers, long nanos, long cpu) {
		long[] times = workers.stream().flatMapToLong((worker) -> Arrays.stream(worker.times())).sorted().toArray();
		double bytes = workers.stream().mapToLong(Worker::bytes).sum();
		return new Result(times.length * 1e9 / nanos, times[times.length / 2] / 1e3,
				times[(int) (times.length * 0.99)] / 1e3, cpu / 1e3 / times.length, bytes / times.length);
	}

	/**
	 * What is called.
	 */
	@FunctionalInterface
	interface Call {

		void run() throws Exception;

	}

	private record Worker(long[] times, long bytes) {
	}

	/**
	 * What calls cost.
	 *
	 * @param perSecond calls a second
	 * @param p50 microseconds of half of the calls
	 * @param p99 microseconds of all but one in a hundred
	 * @param cpu microseconds of CPU a call
	 * @param bytes bytes allocated a call
	 */
	record Result(double perSecond, double p50, double p99, double cpu, double bytes) {
	}

}
