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

package io.pilispring.v2;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import io.pilispring.url.PublishSecurity;

/**
 * The settings of a stream, as PILI reported them. What PILI did not report is
 * {@code null}, or has the value that its absence stands for.
 *
 * @since 0.1.0
 */
public interface StreamInfo {

	/**
	 * Return the key of the stream.
	 * @return the key
	 */
	@JsonProperty
	String key();

	/**
	 * Return when the stream was created.
	 * @return the time, or {@code null}
	 */
	@JsonProperty
	@Nullable Instant createdAt();

	/**
	 * Return when the stream was last changed.
	 * @return the time, or {@code null}
	 */
	@JsonProperty
	@Nullable Instant updatedAt();

	/**
	 * Return when PILI removes the stream if nobody pushes to it.
	 * @return the time, or {@code null}
	 */
	@JsonProperty
	@Nullable Instant expireAt();

	/**
	 * Return whether the stream is disabled now.
	 * @return whether it is disabled for ever, or until a time in the future
	 */
	@JsonProperty
	boolean disabled();

	/**
	 * Return until when the stream is disabled. PILI does not reset this, so it may be in
	 * the past.
	 * @return the time, or {@code null} if the stream is enabled or disabled for ever
	 */
	@JsonProperty
	@Nullable Instant disabledTill();

	/**
	 * Return whether the stream is disabled until it is enabled again.
	 * @return whether it is disabled for ever
	 */
	@JsonProperty
	boolean disabledForever();

	/**
	 * Return the profiles that the stream is transcoded to.
	 * @return the profiles, such as {@code 720p}
	 */
	@JsonProperty
	List<String> converts();

	/**
	 * Return whether the stream has a watermark.
	 * @return whether it has a watermark
	 */
	@JsonProperty
	boolean watermark();

	/**
	 * Return how publish URLs of this stream are authorized.
	 * @return the security, or {@code null} if the stream has that of the hub
	 */
	@JsonProperty
	@Nullable PublishSecurity publishSecurity();

	/**
	 * Return the publish key of this stream. It is not part of the JSON of this object.
	 * @return the publish key, or {@code null} if the stream has that of the hub
	 */
	@JsonIgnore
	@Nullable String publishKey();

	/**
	 * Return whether the pictures of the stream are checked for pornography.
	 * @return whether they are checked
	 */
	@JsonProperty
	boolean nropEnabled();

}
