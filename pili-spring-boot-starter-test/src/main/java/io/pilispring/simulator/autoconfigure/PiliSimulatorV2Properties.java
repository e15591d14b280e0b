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

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.pilispring.simulator.V2Responses;

/**
 * Properties of version 2 of the API of the simulator.
 *
 * @since 0.1.0
 */
public class PiliSimulatorV2Properties {

	/**
	 * Publish security of hubs, which streams of version 2 have.
	 */
	private String publishSecurity = "expiry_sk";

	/**
	 * Publish key of hubs. By default, one is generated for each.
	 */
	private @Nullable String publishKey;

	/**
	 * Queues of file operations that exist. By default, any name is accepted.
	 */
	private List<String> pipelines = new ArrayList<>();

	/**
	 * Whether a stream that is not live has a status of zeros, instead of an error with
	 * the status 619.
	 */
	private boolean zerosWhenNotLive;

	/**
	 * Status of the response to a request for the live status of an unknown stream: 612
	 * or 404.
	 */
	private int unknownStreamStatus = V2Responses.DEFAULT_UNKNOWN_STREAM_STATUS;

	/**
	 * Whether calls without a result return an empty body, instead of an empty object.
	 */
	private boolean emptyBodies;

	/**
	 * Whether an empty list is returned as null, instead of an empty array.
	 */
	private boolean nullItems;

	/**
	 * Return the publish security of hubs.
	 * @return the publish security, as named in PILI's API
	 */
	public String getPublishSecurity() {
		return this.publishSecurity;
	}

	/**
	 * Set the publish security of hubs.
	 * @param publishSecurity the publish security, as named in PILI's API
	 */
	public void setPublishSecurity(String publishSecurity) {
		this.publishSecurity = publishSecurity;
	}

	/**
	 * Return the publish key of hubs.
	 * @return the publish key, or {@code null} to generate one for each
	 */
	public @Nullable String getPublishKey() {
		return this.publishKey;
	}

	/**
	 * Set the publish key of hubs.
	 * @param publishKey the publish key, or {@code null} to generate one for each
	 */
	public void setPublishKey(@Nullable String publishKey) {
		this.publishKey = publishKey;
	}

	/**
	 * Return the queues of file operations that exist.
	 * @return the names, or an empty list if any name is accepted
	 */
	public List<String> getPipelines() {
		return this.pipelines;
	}

	/**
	 * Set the queues of file operations that exist.
	 * @param pipelines the names, or an empty list to accept any name
	 */
	public void setPipelines(List<String> pipelines) {
		this.pipelines = pipelines;
	}

	/**
	 * Return whether a stream that is not live has a status of zeros.
	 * @return whether it has zeros
	 */
	public boolean isZerosWhenNotLive() {
		return this.zerosWhenNotLive;
	}

	/**
	 * Set whether a stream that is not live has a status of zeros.
	 * @param zerosWhenNotLive whether it has zeros
	 */
	public void setZerosWhenNotLive(boolean zerosWhenNotLive) {
		this.zerosWhenNotLive = zerosWhenNotLive;
	}

	/**
	 * Return the status of a response for an unknown stream.
	 * @return the status
	 */
	public int getUnknownStreamStatus() {
		return this.unknownStreamStatus;
	}

	/**
	 * Set the status of a response for an unknown stream.
	 * @param unknownStreamStatus the status: 612 or 404
	 */
	public void setUnknownStreamStatus(int unknownStreamStatus) {
		this.unknownStreamStatus = unknownStreamStatus;
	}

	/**
	 * Return whether calls without a result return an empty body.
	 * @return whether the body is empty
	 */
	public boolean isEmptyBodies() {
		return this.emptyBodies;
	}

	/**
	 * Set whether calls without a result return an empty body.
	 * @param emptyBodies whether the body is empty
	 */
	public void setEmptyBodies(boolean emptyBodies) {
		this.emptyBodies = emptyBodies;
	}

	/**
	 * Return whether an empty list is returned as null.
	 * @return whether it is null
	 */
	public boolean isNullItems() {
		return this.nullItems;
	}

	/**
	 * Set whether an empty list is returned as null.
	 * @param nullItems whether it is null
	 */
	public void setNullItems(boolean nullItems) {
		this.nullItems = nullItems;
	}

}
