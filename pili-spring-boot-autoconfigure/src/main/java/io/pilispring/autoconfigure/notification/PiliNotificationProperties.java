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

package io.pilispring.autoconfigure.notification;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

import io.pilispring.fop.FopNotifyUrl;

/**
 * Properties of the receiver of notifications of file operations.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("pili.notifications")
public class PiliNotificationProperties {

	/**
	 * Whether to receive notifications of file operations.
	 */
	private boolean enabled;

	/**
	 * Path at which to receive notifications.
	 */
	private String path = "/pili/notifications";

	/**
	 * Public address of the application, with its context path if it has one, for example
	 * 'https://app.example.com'. Required to create the URL for PILI.
	 */
	private @Nullable String baseUrl;

	/**
	 * Time that the URL of an operation is valid.
	 */
	private Duration validity = FopNotifyUrl.DEFAULT_VALIDITY;

	/**
	 * Maximum size of a notification.
	 */
	private DataSize maxSize = DataSize.ofKilobytes(64);

	/**
	 * Return whether to receive notifications of file operations.
	 * @return whether the receiver is enabled
	 */
	public boolean isEnabled() {
		return this.enabled;
	}

	/**
	 * Set whether to receive notifications of file operations.
	 * @param enabled whether the receiver is enabled
	 */
	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	/**
	 * Return the path at which to receive notifications.
	 * @return the path
	 */
	public String getPath() {
		return this.path;
	}

	/**
	 * Set the path at which to receive notifications.
	 * @param path the path
	 */
	public void setPath(String path) {
		this.path = path;
	}

	/**
	 * Return the public address of the application.
	 * @return the base URL, or {@code null} if it is not known
	 */
	public @Nullable String getBaseUrl() {
		return this.baseUrl;
	}

	/**
	 * Set the public address of the application.
	 * @param baseUrl the base URL, or {@code null} if it is not known
	 */
	public void setBaseUrl(@Nullable String baseUrl) {
		this.baseUrl = baseUrl;
	}

	/**
	 * Return the time that the URL of an operation is valid.
	 * @return the time
	 */
	public Duration getValidity() {
		return this.validity;
	}

	/**
	 * Set the time that the URL of an operation is valid.
	 * @param validity the time
	 */
	public void setValidity(Duration validity) {
		this.validity = validity;
	}

	/**
	 * Return the maximum size of a notification.
	 * @return the size
	 */
	public DataSize getMaxSize() {
		return this.maxSize;
	}

	/**
	 * Set the maximum size of a notification.
	 * @param maxSize the size
	 */
	public void setMaxSize(DataSize maxSize) {
		this.maxSize = maxSize;
	}

}
