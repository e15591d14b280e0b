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
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

/**
 * The settings of a simulator.
 *
 * @param accounts the accounts, the default one first
 * @param zone the zone of all hubs
 * @param publishSecurity the security of streams that are created without one
 * @param address the address to listen on
 * @param port the port, or 0 for a free one
 * @param allowedHosts the hosts that requests may name unless they are signed
 * @param generation the generation of the format of hosts
 * @param hosts gives the hosts of the streams of an account, from its number, which is 1
 * for the default one, and its access key
 * @param profiles the profiles of all streams
 * @param clock the time
 * @param fopDuration how long file operations take
 * @param hubSecurity the security of hubs
 * @param hubKey the publish key of hubs, or {@code null} to generate one for each
 * @param v2Responses what version 2 answers where PILI has changed
 * @param pipelines the queues of file operations, or an empty list if there is any queue
 * that a client names
 * @param batchCall whether the batch call exists
 * @param fileMaker makes the files of file operations, or {@code null} if none are made
 * @param pushListener notified when pushes end
 */
record SimulatorSettings(List<AccountSettings> accounts, String zone, PublishSecurity publishSecurity, String address,
		int port, AllowedHosts allowedHosts, HostsGeneration generation, BiFunction<Integer, String, StreamHosts> hosts,
		List<String> profiles, InstantSource clock, Duration fopDuration, PublishSecurity hubSecurity,
		@Nullable String hubKey, V2Responses v2Responses, List<String> pipelines, boolean batchCall,
		@Nullable FileMaker fileMaker, PushListener pushListener) {

	@Override
	public String toString() {
		return "SimulatorSettings[accounts=" + this.accounts + ", port=" + this.port + "]";
	}

}
