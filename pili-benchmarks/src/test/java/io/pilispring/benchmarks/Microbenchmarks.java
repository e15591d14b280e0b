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

import java.util.Collection;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the JMH benchmarks.
 */
final class Microbenchmarks {

	private Microbenchmarks() {
	}

	static void run(String javaHome, boolean isShort, Results results) throws RunnerException {
		run(javaHome, isShort, 1, "io\\.pilispring\\..*Benchmark\\..*", results);
		run(javaHome, isShort, 2, ".*SigningBenchmark.*", results);
	}

	private static void run(String javaHome, boolean isShort, int threads, String include, Results results)
			throws RunnerException {
		TimeValue time = TimeValue.milliseconds((isShort) ? 1 : 150);
		ChainedOptionsBuilder options = new OptionsBuilder().include(include)
			.mode(Mode.AverageTime)
			.timeUnit(java.util.concurrent.TimeUnit.NANOSECONDS)
			.threads(threads)
			.forks((isShort) ? 0 : 1)
			.warmupIterations((isShort) ? 0 : 4)
			.warmupTime(time)
			.measurementIterations((isShort) ? 1 : 9)
			.measurementTime(time)
			.addProfiler(GCProfiler.class)
			.verbosity(VerboseMode.SILENT)
			.shouldFailOnError(true)
			.jvm(javaHome + "/bin/java");
		add(new Runner(options.build()).run(), results);
	}

	private static void add(Collection<RunResult> runs, Results results) {
		for (RunResult run : runs) {
			for (BenchmarkResult benchmark : run.getBenchmarkResults()) {
				for (IterationResult iteration : benchmark.getIterationResults()) {
					String name = name(run.getParams());
					results.add(name + "/ns", iteration.getPrimaryResult().getScore());
					iteration.getSecondaryResults().forEach((key, value) -> {
						if (key.endsWith("gc.alloc.rate.norm")) {
							results.add(name + "/bytes", value.getScore());
						}
					});
				}
			}
		}
	}

	private static String name(BenchmarkParams params) {
		String name = params.getBenchmark();
		return name.substring(name.lastIndexOf('.') + 1) + "/" + params.getThreads();
	}

}
