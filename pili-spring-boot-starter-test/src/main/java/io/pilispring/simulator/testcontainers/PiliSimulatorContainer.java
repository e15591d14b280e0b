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

package io.pilispring.simulator.testcontainers;

import java.time.Duration;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

import io.pilispring.simulator.PiliSimulatorBuilder;

/**
 * A container with the simulator of PILI. With {@code @ServiceConnection} the primary hub
 * of the application is connected to it.
 *
 * @since 0.1.0
 */
public class PiliSimulatorContainer extends GenericContainer<PiliSimulatorContainer> {

	/**
	 * Port of the simulated API in the container.
	 */
	public static final int API_PORT = 8090;

	/**
	 * Port of the control API in the container.
	 */
	public static final int CONTROL_PORT = 8091;

	private static final DockerImageName IMAGE = DockerImageName.parse("pili-simulator");

	private String hub = PiliSimulatorBuilder.DEFAULT_HUB;

	private String accessKey = PiliSimulatorBuilder.DEFAULT_ACCESS_KEY;

	private String secretKey = PiliSimulatorBuilder.DEFAULT_SECRET_KEY;

	/**
	 * Create a container.
	 * @param image the name of the image, such as {@code pili-simulator:0.1.0}
	 */
	public PiliSimulatorContainer(String image) {
		this(DockerImageName.parse(image));
	}

	/**
	 * Create a container.
	 * @param image the name of the image, which is {@code pili-simulator} or a compatible
	 * substitute for it
	 * @throws IllegalStateException if it is another image
	 */
	@SuppressWarnings("this-escape")
	public PiliSimulatorContainer(DockerImageName image) {
		super(image);
		image.assertCompatibleWith(IMAGE);
		addExposedPorts(API_PORT, CONTROL_PORT);
		setWaitStrategy(Wait.forHttp("/api").forPort(CONTROL_PORT).withStartupTimeout(Duration.ofMinutes(1)));
	}

	/**
	 * Set the hubs.
	 * @param hubs the names of the hubs, the first of which is {@link #getHub()}
	 * @return this container
	 * @throws IllegalArgumentException if there is none
	 */
	public PiliSimulatorContainer withHubs(String... hubs) {
		if (hubs.length == 0) {
			throw new IllegalArgumentException("'hubs' must not be empty");
		}
		this.hub = hubs[0];
		return withEnv("PILI_SIMULATOR_HUBS", String.join(",", hubs));
	}

	/**
	 * Set the keys of the hubs.
	 * @param accessKey the access key
	 * @param secretKey the secret key
	 * @return this container
	 */
	public PiliSimulatorContainer withCredentials(String accessKey, String secretKey) {
		this.accessKey = accessKey;
		this.secretKey = secretKey;
		return withEnv("PILI_SIMULATOR_ACCESS_KEY", accessKey).withEnv("PILI_SIMULATOR_SECRET_KEY", secretKey);
	}

	/**
	 * Return the address of the simulated API.
	 * @return the address: scheme, host and port
	 */
	public String getApiHost() {
		return "http://" + getHost() + ":" + getMappedPort(API_PORT);
	}

	/**
	 * Return the address of the control API.
	 * @return the address: scheme, host and port
	 */
	public String getControlUrl() {
		return "http://" + getHost() + ":" + getMappedPort(CONTROL_PORT);
	}

	/**
	 * Return the name of the first hub.
	 * @return the hub
	 */
	public String getHub() {
		return this.hub;
	}

	/**
	 * Return the access key.
	 * @return the access key
	 */
	public String getAccessKey() {
		return this.accessKey;
	}

	/**
	 * Return the secret key.
	 * @return the secret key
	 */
	public String getSecretKey() {
		return this.secretKey;
	}

}
