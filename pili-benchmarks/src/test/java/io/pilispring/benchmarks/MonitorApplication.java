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
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import com.sun.management.OperatingSystemMXBean;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.pilispring.monitor.HubSnapshot;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.monitor.SnapshotListener;

/**
 * Watches all streams of the server, by either version of the API, without meters, with
 * those that there are by default, or with meters of each stream.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class MonitorApplication {

	private static final String METERS = "io.pilispring.autoconfigure.metrics.PiliMetricsAutoConfiguration";

	private static final BlockingQueue<HubSnapshot> ROUNDS = new LinkedBlockingQueue<>();

	@Bean
	SnapshotListener rounds() {
		return new SnapshotListener() {

			@Override
			public void onSnapshot(HubSnapshot before, HubSnapshot after) {
			}

			@Override
			public void onRound(HubSnapshot snapshot, HubSnapshot.Round round) {
				ROUNDS.add(snapshot);
			}

		};
	}

	public static void main(String[] args) throws Exception {
		Results results = new Results();
		int streams = Integer.parseInt(args[2]);
		String meters = args[4];
		String version = args[5];
		String name = "monitor/" + version + "/" + streams + ((meters.equals("none")) ? "" : "/meters/" + meters);
		ConfigurableApplicationContext context = new SpringApplicationBuilder(MonitorApplication.class)
			.web(WebApplicationType.NONE)
			.properties("pili.access-key=ak", "pili.secret-key=sk", "pili.hub=" + Wire.HUB,
					"pili.api-host=http://" + args[0], "pili.monitor.connected=true",
					"pili.monitor.max-connected=" + streams, "pili.monitor.interval=1s", "pili.api-version=" + version,
					"pili.monitor.max-calls-per-second=100000", "spring.main.banner-mode=off",
					"spring.autoconfigure.exclude=" + ((meters.equals("none")) ? METERS : ""),
					"logging.level.root=warn")
			.properties((meters.equals("all")) ? new String[] { "pili.monitor.max-metered-streams=" + streams }
					: new String[0])
			.run();
		OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		int rounds = Integer.parseInt(args[3]);
		for (int round = 0; round < rounds; round++) {
			long cpu = system.getProcessCpuTime();
			HubSnapshot snapshot = ROUNDS.take();
			if (snapshot.lastRound().failure() != null) {
				throw snapshot.lastRound().failure();
			}
			if (round >= rounds / 2) {
				results.add(name + "/cpu", (system.getProcessCpuTime() - cpu) / 1e6);
				results.add(name + "/streams", snapshot.streams().size());
			}
		}
		context.getBean(PiliMonitor.class).stop();
		ROUNDS.clear();
		results.add(name + "/memory", CallHarness.usedMemory() / 1024.0);
		context.close();
		results.writeTo(Path.of(args[1]));
		System.exit(0);
	}

}
