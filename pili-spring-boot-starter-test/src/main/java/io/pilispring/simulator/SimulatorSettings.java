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

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * How a simulator shall be.
 *
 * @param accessKey the access key of the account
 * @param secretKey the secret key of the account
 * @param hubs the names of the hubs
 * @param zone the zone of all hubs
 * @param publishSecurity the security of streams that are created without any
 * @param port the port, or 0 for a free one
 * @param generation the shape of the hosts
 * @param hosts the hosts of all streams
 * @param profiles the profiles of all streams
 * @param clock the time
 * @param fopDuration how long file operations take
 * @param batchCall whether the batch call exists
 * @param fileMaker makes the files of file operations, or {@code null} if none are made
 * @param pushListener told when pushes end
 */
record SimulatorSettings(String accessKey, String secretKey, List<String> hubs, String zone,
		PublishSecurity publishSecurity, int port, HostsGeneration generation, Supplier<StreamHosts> hosts,
		List<String> profiles, InstantSource clock, Duration fopDuration, boolean batchCall,
		@Nullable FileMaker fileMaker, PushListener pushListener) {

	@Override
	public String toString() {
		return "SimulatorSettings[accessKey=" + this.accessKey + ", hubs=" + this.hubs + "]";
	}

}
