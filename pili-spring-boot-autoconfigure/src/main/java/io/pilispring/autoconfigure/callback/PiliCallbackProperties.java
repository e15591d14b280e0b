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

package io.pilispring.autoconfigure.callback;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Properties of the receiver of push callbacks.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("pili.callbacks")
public class PiliCallbackProperties {

	/**
	 * Whether to receive callbacks of pushes.
	 */
	private boolean enabled;

	/**
	 * Path at which to receive callbacks. That of a further hub is followed by '/' and
	 * the key of the hub.
	 */
	private String path = "/pili/callbacks";

	/**
	 * Public address of the application, with its context path if it has one, for example
	 * 'https://app.example.com'. Required if a proxy changes the host or the path, which
	 * are signed.
	 */
	private @Nullable String baseUrl;

	/**
	 * Maximum size of a callback.
	 */
	private DataSize maxSize = DataSize.ofKilobytes(64);

	/**
	 * Whether callbacks must be signed with the keys of the hub.
	 */
	private boolean verifySignature = true;

	/**
	 * Whether to request the status of the stream before a callback is taken over.
	 */
	private boolean confirm;

	private final Fields fields = new Fields();

	/**
	 * Return whether to receive callbacks.
	 * @return whether the receiver is enabled
	 */
	public boolean isEnabled() {
		return this.enabled;
	}

	/**
	 * Set whether to receive callbacks.
	 * @param enabled whether the receiver is enabled
	 */
	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	/**
	 * Return the path at which to receive callbacks.
	 * @return the path
	 */
	public String getPath() {
		return this.path;
	}

	/**
	 * Set the path at which to receive callbacks.
	 * @param path the path
	 */
	public void setPath(String path) {
		this.path = path;
	}

	/**
	 * Return the public address of the application.
	 * @return the base URL, or {@code null} if it is that of the requests
	 */
	public @Nullable String getBaseUrl() {
		return this.baseUrl;
	}

	/**
	 * Set the public address of the application.
	 * @param baseUrl the base URL, or {@code null} if it is that of the requests
	 */
	public void setBaseUrl(@Nullable String baseUrl) {
		this.baseUrl = baseUrl;
	}

	/**
	 * Return the maximum size of a callback.
	 * @return the size
	 */
	public DataSize getMaxSize() {
		return this.maxSize;
	}

	/**
	 * Set the maximum size of a callback.
	 * @param maxSize the size
	 */
	public void setMaxSize(DataSize maxSize) {
		this.maxSize = maxSize;
	}

	/**
	 * Return whether callbacks must be signed.
	 * @return whether signatures are verified
	 */
	public boolean isVerifySignature() {
		return this.verifySignature;
	}

	/**
	 * Set whether callbacks must be signed.
	 * @param verifySignature whether signatures are verified
	 */
	public void setVerifySignature(boolean verifySignature) {
		this.verifySignature = verifySignature;
	}

	/**
	 * Return whether to request the status of the stream.
	 * @return whether callbacks are confirmed
	 */
	public boolean isConfirm() {
		return this.confirm;
	}

	/**
	 * Set whether to request the status of the stream.
	 * @param confirm whether callbacks are confirmed
	 */
	public void setConfirm(boolean confirm) {
		this.confirm = confirm;
	}

	/**
	 * Return the names of the variables of callbacks.
	 * @return the properties of names
	 */
	public Fields getFields() {
		return this.fields;
	}

	/**
	 * The names of the variables of callbacks, as they are set in PILI's console.
	 */
	public static class Fields {

		/**
		 * Name of the variable with $(title).
		 */
		private String title = "title";

		/**
		 * Name of the variable with $(status), or with the constant 'connected' or
		 * 'disconnected'.
		 */
		private String status = "status";

		/**
		 * Name of the variable with $(remoteIP).
		 */
		private String remoteIp = "remoteIP";

		/**
		 * Name of the variable with $(startTime).
		 */
		private String startTime = "startTime";

		/**
		 * Name of the variable with $(endTime).
		 */
		private String endTime = "endTime";

		/**
		 * Name of the variable with $(timestamp).
		 */
		private String timestamp = "timestamp";

		/**
		 * Return the name of the variable with {@code $(title)}.
		 * @return the name
		 */
		public String getTitle() {
			return this.title;
		}

		/**
		 * Set the name of the variable with {@code $(title)}.
		 * @param title the name
		 */
		public void setTitle(String title) {
			this.title = title;
		}

		/**
		 * Return the name of the variable with {@code $(status)}.
		 * @return the name
		 */
		public String getStatus() {
			return this.status;
		}

		/**
		 * Set the name of the variable with {@code $(status)}.
		 * @param status the name
		 */
		public void setStatus(String status) {
			this.status = status;
		}

		/**
		 * Return the name of the variable with {@code $(remoteIP)}.
		 * @return the name
		 */
		public String getRemoteIp() {
			return this.remoteIp;
		}

		/**
		 * Set the name of the variable with {@code $(remoteIP)}.
		 * @param remoteIp the name
		 */
		public void setRemoteIp(String remoteIp) {
			this.remoteIp = remoteIp;
		}

		/**
		 * Return the name of the variable with {@code $(startTime)}.
		 * @return the name
		 */
		public String getStartTime() {
			return this.startTime;
		}

		/**
		 * Set the name of the variable with {@code $(startTime)}.
		 * @param startTime the name
		 */
		public void setStartTime(String startTime) {
			this.startTime = startTime;
		}

		/**
		 * Return the name of the variable with {@code $(endTime)}.
		 * @return the name
		 */
		public String getEndTime() {
			return this.endTime;
		}

		/**
		 * Set the name of the variable with {@code $(endTime)}.
		 * @param endTime the name
		 */
		public void setEndTime(String endTime) {
			this.endTime = endTime;
		}

		/**
		 * Return the name of the variable with {@code $(timestamp)}.
		 * @return the name
		 */
		public String getTimestamp() {
			return this.timestamp;
		}

		/**
		 * Set the name of the variable with {@code $(timestamp)}.
		 * @param timestamp the name
		 */
		public void setTimestamp(String timestamp) {
			this.timestamp = timestamp;
		}

	}

}
