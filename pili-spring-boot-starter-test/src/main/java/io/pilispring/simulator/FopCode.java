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

/**
 * The progress of a file operation.
 *
 * @since 0.1.0
 */
public enum FopCode {

	/**
	 * Done.
	 */
	DONE("The fop was completed successfully"),

	/**
	 * Not started yet.
	 */
	WAITING("The fop is waiting for execution"),

	/**
	 * In progress.
	 */
	PROCESSING("The fop is executing now"),

	/**
	 * Failed.
	 */
	FAILED("The fop is failed"),

	/**
	 * Done, but the notification was not accepted.
	 */
	NOTIFICATION_FAILED("Callback failed");

	private final String description;

	FopCode(String description) {
		this.description = description;
	}

	/**
	 * Return the number of this code in PILI's API.
	 * @return the number
	 */
	public int number() {
		return ordinal();
	}

	/**
	 * Return whether this code is final.
	 * @return {@code true} if final
	 */
	public boolean isFinal() {
		return this != WAITING && this != PROCESSING;
	}

	String description() {
		return this.description;
	}

}
