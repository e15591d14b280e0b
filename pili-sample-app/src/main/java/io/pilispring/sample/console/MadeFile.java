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

package io.pilispring.sample.console;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A file that was ordered in this console. PILI has no list of them.
 *
 * @param number the number
 * @param streamId the id of the stream that it is made of
 * @param name the name
 * @param picture whether it is a picture
 * @param url where it will be, or {@code null} if PILI did not say, or said what is no
 * web address
 * @param persistentId the id of the file operation, or {@code null} if there is none
 * @param orderedAt when it was ordered
 */
public record MadeFile(long number, String streamId, String name, boolean picture, @Nullable String url,
		@Nullable String persistentId, Instant orderedAt) {

	/**
	 * Create a recording.
	 * @param number the number
	 * @param streamId the id of the stream that it is made of
	 * @param name the name
	 * @param url the URL as PILI reported it, or {@code null}
	 * @param persistentId the id of the file operation, or {@code null} if there is none
	 * @return the file
	 */
	public static MadeFile recording(long number, String streamId, String name, @Nullable String url,
			@Nullable String persistentId) {
		return new MadeFile(number, streamId, name, false, webAddress(url), persistentId, Instant.now());
	}

	/**
	 * Create a picture.
	 * @param number the number
	 * @param streamId the id of the stream that it is made of
	 * @param name the name
	 * @param url the URL as PILI reported it, or {@code null}
	 * @param persistentId the id of the file operation, or {@code null} if there is none
	 * @return the file
	 */
	public static MadeFile picture(long number, String streamId, String name, @Nullable String url,
			@Nullable String persistentId) {
		return new MadeFile(number, streamId, name, true, webAddress(url), persistentId, Instant.now());
	}

	// An answer must not put a script behind a link
	private static @Nullable String webAddress(@Nullable String url) {
		return (url != null && url.matches("https?://.*")) ? url : null;
	}

}
