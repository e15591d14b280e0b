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
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A fault that requests to the simulator have. A request that is answered with a status,
 * or whose connection is reset, has no effect. One that is only delayed has its effect
 * first, then the response is late.
 *
 * @param method the HTTP method of the requests, or {@code null} for all
 * @param path the path of the requests, without the query: {@code *} stands for any
 * characters but {@code /}, {@code **} for any characters
 * @param status the status of the response, or {@code null} for that of the simulator
 * @param retryAfter how long the response asks to wait, or {@code null}
 * @param reset whether the connection is reset instead of a response
 * @param delay the delay before any of that
 * @param times how many requests have the fault, or {@code null} for all until it is
 * removed
 * @since 0.1.0
 */
public record SimulatedFault(@Nullable String method, String path, @Nullable Integer status,
		@Nullable Duration retryAfter, boolean reset, Duration delay, @Nullable Integer times) {

	private static final Pattern WILDCARD_OR_TEXT = Pattern.compile("\\*{1,2}|[^*]+");

	private static final String EVERYWHERE = "/**";

	/**
	 * Create a fault.
	 * @param method the HTTP method of the requests, or {@code null} for all
	 * @param path the path of the requests, without the query: {@code *} stands for any
	 * characters but {@code /}, {@code **} for any characters
	 * @param status the status of the response, or {@code null} for that of the simulator
	 * @param retryAfter how long the response asks to wait, or {@code null}
	 * @param reset whether the connection is reset instead of a response
	 * @param delay the delay before any of that
	 * @param times how many requests have the fault, or {@code null} for all until it is
	 * removed
	 * @throws IllegalArgumentException if a value is not valid, there is neither a
	 * status, a reset nor a delay, or both a status and a reset
	 */
	public SimulatedFault {
		require(path.startsWith("/"), "'path' must start with '/': '%s'", path);
		require(method == null || method.matches("[A-Z]+"), "'method' must be the name of an HTTP method: '%s'",
				method);
		require(status == null || (status >= 400 && status <= 699), "'status' must be between 400 and 699: %s", status);
		require(retryAfter == null || !retryAfter.isNegative(), "'retryAfter' must not be negative: %s", retryAfter);
		require(retryAfter == null || status != null, "'retryAfter' must be set with a status: %s", retryAfter);
		require(!delay.isNegative() && delay.compareTo(Duration.ofHours(1)) <= 0,
				"'delay' must be between zero and an hour: %s", delay);
		require(times == null || times > 0, "'times' must be positive: %s", times);
		require(status == null || !reset, "'status' must not be set with a reset: %s", status);
		require(status != null || reset || !delay.isZero(), "'status', 'reset' or 'delay' must be set%s", "");
	}

	/**
	 * Return a fault of all requests that are answered with a status.
	 * @param status the status, between 400 and 699
	 * @return the fault
	 */
	public static SimulatedFault ofStatus(int status) {
		return new SimulatedFault(null, EVERYWHERE, status, null, false, Duration.ZERO, null);
	}

	/**
	 * Return a fault of all requests whose connection is reset.
	 * @return the fault
	 */
	public static SimulatedFault ofReset() {
		return new SimulatedFault(null, EVERYWHERE, null, null, true, Duration.ZERO, null);
	}

	/**
	 * Return a fault of all requests whose response is delayed.
	 * @param delay the delay
	 * @return the fault
	 */
	public static SimulatedFault ofDelay(Duration delay) {
		return new SimulatedFault(null, EVERYWHERE, null, null, false, delay, null);
	}

	/**
	 * Return a copy of this fault for the requests of a method.
	 * @param method the HTTP method
	 * @return the other fault
	 */
	public SimulatedFault withMethod(String method) {
		return new SimulatedFault(method, this.path, this.status, this.retryAfter, this.reset, this.delay, this.times);
	}

	/**
	 * Return a copy of this fault for the requests of a path.
	 * @param path the path, in which {@code *} stands for any characters but {@code /},
	 * and {@code **} for any characters
	 * @return the other fault
	 */
	public SimulatedFault withPath(String path) {
		return new SimulatedFault(this.method, path, this.status, this.retryAfter, this.reset, this.delay, this.times);
	}

	/**
	 * Return a copy of this fault whose response asks to wait.
	 * @param retryAfter how long to wait, in full seconds
	 * @return the other fault
	 */
	public SimulatedFault withRetryAfter(Duration retryAfter) {
		return new SimulatedFault(this.method, this.path, this.status, retryAfter, this.reset, this.delay, this.times);
	}

	/**
	 * Return a copy of this fault with a delay.
	 * @param delay the delay
	 * @return the other fault
	 */
	public SimulatedFault withDelay(Duration delay) {
		return new SimulatedFault(this.method, this.path, this.status, this.retryAfter, this.reset, delay, this.times);
	}

	/**
	 * Return a copy of this fault for a number of requests.
	 * @param times the number of requests
	 * @return the other fault
	 */
	public SimulatedFault withTimes(int times) {
		return new SimulatedFault(this.method, this.path, this.status, this.retryAfter, this.reset, this.delay, times);
	}

	boolean concerns(String method, String path) {
		return (this.method == null || this.method.equals(method)) && pattern().matcher(path).matches();
	}

	private Pattern pattern() {
		return Pattern.compile(WILDCARD_OR_TEXT.matcher(this.path).replaceAll((match) -> switch (match.group()) {
			case "**" -> ".*";
			case "*" -> "[^/]*";
			default -> Matcher.quoteReplacement(Pattern.quote(match.group()));
		}));
	}

	private static void require(boolean valid, String message, @Nullable Object value) {
		if (!valid) {
			throw new IllegalArgumentException(message.formatted(Objects.toString(value)));
		}
	}

}
