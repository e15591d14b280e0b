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

package io.pilispring.simulator.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

import io.pilispring.simulator.HostsGeneration;

/**
 * Properties of the simulator that {@link PiliSimulatorConfiguration} starts. The
 * simulator always has the hubs and the keys of the application: {@code pili.hub},
 * {@code pili.access-key}, {@code pili.secret-key}, and those in {@code pili.hubs}.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("pili.simulator")
public class PiliSimulatorProperties {

	/**
	 * Names of the hubs of the default account. The hub of 'pili.hub' is always added, as
	 * the first one.
	 */
	private List<String> hubs = new ArrayList<>();

	/**
	 * Zone of the hubs, which is the first part of stream ids.
	 */
	private String zone = "z1";

	/**
	 * Address to listen on. By default, no other machine can connect.
	 */
	private String address = "127.0.0.1";

	/**
	 * Port to listen on. Use 0 for a free port.
	 */
	private int port;

	/**
	 * Further names of the simulator that requests may use even if they are not signed.
	 */
	private List<String> allowedHosts = new ArrayList<>();

	/**
	 * Profiles of the application that are for development. If others are active, a
	 * warning at the start says that PILI is simulated.
	 */
	private List<String> developmentProfiles = new ArrayList<>(
			List.of("dev", "develop", "development", "local", "test"));

	/**
	 * Publish security of streams that version 1 creates without one.
	 */
	private String publishSecurity = "static";

	/**
	 * Generation of the format of stream hosts.
	 */
	private HostsGeneration hostsGeneration = HostsGeneration.D;

	/**
	 * Names of the transcoding profiles of all streams.
	 */
	private List<String> profiles = new ArrayList<>();

	/**
	 * Duration of file operations.
	 */
	private Duration fopDuration = Duration.ofMillis(500);

	/**
	 * Version 2 of the API.
	 */
	@NestedConfigurationProperty
	private final PiliSimulatorV2Properties v2 = new PiliSimulatorV2Properties();

	/**
	 * Whether the batch status call of version 1 is available.
	 */
	private boolean batchCall = true;

	/**
	 * Return the names of the hubs.
	 * @return the hubs
	 */
	public List<String> getHubs() {
		return this.hubs;
	}

	/**
	 * Set the names of the hubs.
	 * @param hubs the hubs
	 */
	public void setHubs(List<String> hubs) {
		this.hubs = hubs;
	}

	/**
	 * Return the zone of the hubs.
	 * @return the zone
	 */
	public String getZone() {
		return this.zone;
	}

	/**
	 * Set the zone of the hubs.
	 * @param zone the zone
	 */
	public void setZone(String zone) {
		this.zone = zone;
	}

	/**
	 * Return the address to listen on.
	 * @return the address
	 */
	public String getAddress() {
		return this.address;
	}

	/**
	 * Set the address to listen on.
	 * @param address the address
	 */
	public void setAddress(String address) {
		this.address = address;
	}

	/**
	 * Return further names of the simulator.
	 * @return the names
	 */
	public List<String> getAllowedHosts() {
		return this.allowedHosts;
	}

	/**
	 * Set further names of the simulator.
	 * @param allowedHosts the names, without a port
	 */
	public void setAllowedHosts(List<String> allowedHosts) {
		this.allowedHosts = allowedHosts;
	}

	/**
	 * Return the port.
	 * @return the port, or 0 for a free one
	 */
	public int getPort() {
		return this.port;
	}

	/**
	 * Set the port.
	 * @param port the port, or 0 for a free one
	 */
	public void setPort(int port) {
		this.port = port;
	}

	/**
	 * Return the profiles that are for development.
	 * @return the names of the profiles
	 */
	public List<String> getDevelopmentProfiles() {
		return this.developmentProfiles;
	}

	/**
	 * Set the profiles that are for development.
	 * @param developmentProfiles the names of the profiles
	 */
	public void setDevelopmentProfiles(List<String> developmentProfiles) {
		this.developmentProfiles = developmentProfiles;
	}

	/**
	 * Return the publish security of streams that are created without one.
	 * @return the publish security, as named in PILI's API
	 */
	public String getPublishSecurity() {
		return this.publishSecurity;
	}

	/**
	 * Set the publish security of streams that are created without one.
	 * @param publishSecurity the publish security, as named in PILI's API
	 */
	public void setPublishSecurity(String publishSecurity) {
		this.publishSecurity = publishSecurity;
	}

	/**
	 * Return the generation of the format of stream hosts.
	 * @return the generation
	 */
	public HostsGeneration getHostsGeneration() {
		return this.hostsGeneration;
	}

	/**
	 * Set the generation of the format of stream hosts.
	 * @param hostsGeneration the generation
	 */
	public void setHostsGeneration(HostsGeneration hostsGeneration) {
		this.hostsGeneration = hostsGeneration;
	}

	/**
	 * Return the names of the transcoding profiles of all streams.
	 * @return the profiles
	 */
	public List<String> getProfiles() {
		return this.profiles;
	}

	/**
	 * Set the names of the transcoding profiles of all streams.
	 * @param profiles the profiles
	 */
	public void setProfiles(List<String> profiles) {
		this.profiles = profiles;
	}

	/**
	 * Return the duration of file operations.
	 * @return the duration
	 */
	public Duration getFopDuration() {
		return this.fopDuration;
	}

	/**
	 * Set the duration of file operations.
	 * @param fopDuration the duration
	 */
	public void setFopDuration(Duration fopDuration) {
		this.fopDuration = fopDuration;
	}

	/**
	 * Return the properties of version 2 of the API.
	 * @return the properties
	 */
	public PiliSimulatorV2Properties getV2() {
		return this.v2;
	}

	/**
	 * Return whether the batch status call is available.
	 * @return whether the call is available
	 */
	public boolean isBatchCall() {
		return this.batchCall;
	}

	/**
	 * Set whether the batch status call is available.
	 * @param batchCall whether the call is available
	 */
	public void setBatchCall(boolean batchCall) {
		this.batchCall = batchCall;
	}

}
