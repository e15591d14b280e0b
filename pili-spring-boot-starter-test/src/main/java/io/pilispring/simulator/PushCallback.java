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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A call to a server of the user when a push starts or has ended.
 *
 * @param format how it is sent
 * @param url the URL, which may contain variables
 * @param timeout the time to wait for a response, of at most 10 seconds
 * @param variables what is sent, by name: texts that may contain variables, such as
 * {@code $(title)}, or {@code $(_x)} for the parameter {@code x} of the publish URL
 * @param retryTimes how often it is sent again if it fails, at most 5 times
 * @param retryInterval the time between two attempts, of at most 5 seconds
 * @param successCode the status of a successful response, or 0 for any
 * @param failCode the fail code that is set in the console, which the API only returns
 * @since 0.1.0
 */
public record PushCallback(Format format, String url, Duration timeout, Map<String, String> variables, int retryTimes,
		Duration retryInterval, int successCode, int failCode) {

	private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(2);

	/**
	 * Create a callback.
	 * @param format how it is sent
	 * @param url the URL, which may contain variables
	 * @param timeout the time to wait for a response, of at most 10 seconds
	 * @param variables what is sent, by name: texts that may contain variables, such as
	 * {@code $(title)}, or {@code $(_x)} for the parameter {@code x} of the publish URL
	 * @param retryTimes how often it is sent again if it fails, at most 5 times
	 * @param retryInterval the time between two attempts, of at most 5 seconds
	 * @param successCode the status of a successful response, or 0 for any
	 * @param failCode the fail code that is set in the console, which the API only
	 * returns
	 * @throws IllegalArgumentException if the URL is not one of HTTP, or a number or a
	 * duration is out of its range
	 */
	public PushCallback {
		Objects.requireNonNull(format, "'format' must not be null");
		if (!HttpUrls.isHttp(url)) {
			throw new IllegalArgumentException("'url' must be a URL of http or https: '%s'".formatted(url));
		}
		requireBetween(timeout.toMillis(), 10_000, "timeout");
		requireBetween(retryTimes, 5, "retryTimes");
		requireBetween(retryInterval.toMillis(), 5_000, "retryInterval");
		requireBetween(successCode, 999, "successCode");
		requireBetween(failCode, 999, "failCode");
		variables = Map.copyOf(variables);
	}

	/**
	 * How a callback is sent.
	 */
	public enum Format {

		/**
		 * A GET request with the variables in its query.
		 */
		GET,

		/**
		 * A POST request with a form.
		 */
		FORM,

		/**
		 * A POST request with a JSON object of texts.
		 */
		JSON

	}

	/**
	 * Return a callback that sends the title, the domain, the address of the publisher,
	 * the status, and the times of the push, and is not sent again if it fails.
	 * @param format how it is sent
	 * @param url the URL
	 * @return the callback
	 */
	public static PushCallback of(Format format, String url) {
		return new PushCallback(format, url, DEFAULT_TIMEOUT,
				Map.of("title", "$(title)", "domain", "$(domain)", "ip", "$(remoteIP)", "status", "$(status)",
						"timestamp", "$(timestamp)", "startTime", "$(startTime)", "endTime", "$(endTime)"),
				0, Duration.ofSeconds(1), 0, 0);
	}

	/**
	 * Return a copy of this callback that sends one more variable.
	 * @param name the name
	 * @param value the value, which may contain variables
	 * @return the other callback
	 */
	public PushCallback withVariable(String name, String value) {
		Map<String, String> more = new LinkedHashMap<>(this.variables);
		more.put(name, value);
		return withVariables(more);
	}

	/**
	 * Return a copy of this callback that sends other variables.
	 * @param variables the values by name
	 * @return the other callback
	 */
	public PushCallback withVariables(Map<String, String> variables) {
		return new PushCallback(this.format, this.url, this.timeout, variables, this.retryTimes, this.retryInterval,
				this.successCode, this.failCode);
	}

	/**
	 * Return a copy of this callback with another timeout.
	 * @param timeout the time to wait for a response, or zero for the default of two
	 * seconds
	 * @return the other callback
	 */
	public PushCallback withTimeout(Duration timeout) {
		return new PushCallback(this.format, this.url, timeout, this.variables, this.retryTimes, this.retryInterval,
				this.successCode, this.failCode);
	}

	/**
	 * Return a copy of this callback that is sent again if it fails.
	 * @param retryTimes how often
	 * @param retryInterval the time between two attempts
	 * @return the other callback
	 */
	public PushCallback withRetries(int retryTimes, Duration retryInterval) {
		return new PushCallback(this.format, this.url, this.timeout, this.variables, retryTimes, retryInterval,
				this.successCode, this.failCode);
	}

	/**
	 * Return a copy of this callback that only one status counts as success of.
	 * @param successCode the status, or 0 for any
	 * @return the other callback
	 */
	public PushCallback withSuccessCode(int successCode) {
		return new PushCallback(this.format, this.url, this.timeout, this.variables, this.retryTimes,
				this.retryInterval, successCode, this.failCode);
	}

	Duration effectiveTimeout() {
		return (this.timeout.isZero()) ? DEFAULT_TIMEOUT : this.timeout;
	}

	private static void requireBetween(long value, long maximum, String name) {
		if (value < 0 || value > maximum) {
			throw new IllegalArgumentException("'%s' must be from 0 to %d: %d".formatted(name, maximum, value));
		}
	}

}
