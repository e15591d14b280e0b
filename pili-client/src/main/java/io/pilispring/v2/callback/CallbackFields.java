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

package io.pilispring.v2.callback;

import org.springframework.util.Assert;

/**
 * The names of the variables of callbacks, as they are set in PILI's console. Each holds
 * one of PILI's own variables, such as {@code $(title)}.
 *
 * @since 0.1.0
 */
public final class CallbackFields {

	private final String title;

	private final String status;

	private final String remoteIp;

	private final String startTime;

	private final String endTime;

	private final String timestamp;

	private CallbackFields(Builder builder) {
		this.title = builder.title;
		this.status = builder.status;
		this.remoteIp = builder.remoteIp;
		this.startTime = builder.startTime;
		this.endTime = builder.endTime;
		this.timestamp = builder.timestamp;
	}

	/**
	 * Start building names, with defaults that are the names of PILI's own variables.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	String title() {
		return this.title;
	}

	String status() {
		return this.status;
	}

	String remoteIp() {
		return this.remoteIp;
	}

	String startTime() {
		return this.startTime;
	}

	String endTime() {
		return this.endTime;
	}

	String timestamp() {
		return this.timestamp;
	}

	/**
	 * Builds {@link CallbackFields}.
	 *
	 * @since 0.1.0
	 */
	public static final class Builder {

		private String title = "title";

		private String status = "status";

		private String remoteIp = "remoteIP";

		private String startTime = "startTime";

		private String endTime = "endTime";

		private String timestamp = "timestamp";

		private Builder() {
		}

		/**
		 * Set the name of the variable with {@code $(title)}, the key of the stream. The
		 * default is {@code title}.
		 * @param title the name
		 * @return this builder
		 * @throws IllegalArgumentException if it is blank
		 */
		public Builder title(String title) {
			this.title = name("title", title);
			return this;
		}

		/**
		 * Set the name of the variable with {@code $(status)}, or with the constant
		 * {@code connected} or {@code disconnected}. The default is {@code status}.
		 * @param status the name
		 * @return this builder
		 * @throws IllegalArgumentException if it is blank
		 */
		public Builder status(String status) {
			this.status = name("status", status);
			return this;
		}

		/**
		 * Set the name of the variable with {@code $(remoteIP)}, the address of the
		 * publisher. The default is {@code remoteIP}.
		 * @param remoteIp the name
		 * @return this builder
		 * @throws IllegalArgumentException if it is blank
		 */
		public Builder remoteIp(String remoteIp) {
			this.remoteIp = name("remoteIp", remoteIp);
			return this;
		}

		/**
		 * Set the name of the variable with {@code $(startTime)}. The default is
		 * {@code startTime}.
		 * @param startTime the name
		 * @return this builder
		 * @throws IllegalArgumentException if it is blank
		 */
		public Builder startTime(String startTime) {
			this.startTime = name("startTime", startTime);
			return this;
		}

		/**
		 * Set the name of the variable with {@code $(endTime)}. The default is
		 * {@code endTime}.
		 * @param endTime the name
		 * @return this builder
		 * @throws IllegalArgumentException if it is blank
		 */
		public Builder endTime(String endTime) {
			this.endTime = name("endTime", endTime);
			return this;
		}

		/**
		 * Set the name of the variable with {@code $(timestamp)}. The default is
		 * {@code timestamp}.
		 * @param timestamp the name
		 * @return this builder
		 * @throws IllegalArgumentException if it is blank
		 */
		public Builder timestamp(String timestamp) {
			this.timestamp = name("timestamp", timestamp);
			return this;
		}

		private static String name(String field, String name) {
			Assert.hasText(name, () -> "'" + field + "' must not be blank");
			return name;
		}

		/**
		 * Build the names.
		 * @return the names
		 */
		public CallbackFields build() {
			return new CallbackFields(this);
		}

	}

}
