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

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

import io.pilispring.internal.Arguments;

/**
 * Common base of the specs of save as and snapshot: the file to create, and the file
 * operation that creates it.
 *
 * @param <S> the type of the spec
 * @since 0.1.0
 */
public abstract sealed class FileSpec<S extends FileSpec<S>> permits SaveAsSpec, SnapshotSpec {

	private @Nullable String name;

	private @Nullable String format;

	private @Nullable String notifyUrl;

	private @Nullable String pipeline;

	FileSpec() {
	}

	/**
	 * Set the name of the file. The default is chosen by PILI.
	 * @param name the name, at most 1000 characters; blank counts as absent
	 * @return this spec
	 * @throws IllegalArgumentException if the name is too long or has control characters
	 */
	public S name(@Nullable String name) {
		this.name = Arguments.text("name", name, 1000);
		return self();
	}

	/**
	 * Set the format of the file.
	 * @param format the format, at most 100 characters; blank counts as absent
	 * @return this spec
	 * @throws IllegalArgumentException if the format is too long or has control
	 * characters
	 */
	public S format(@Nullable String format) {
		this.format = Arguments.text("format", format, 100);
		return self();
	}

	/**
	 * Set the URL to notify when the file operation is done.
	 * @param notifyUrl the {@code http://} or {@code https://} URL that PILI posts the
	 * notification to, at most 2000 characters; blank counts as absent
	 * @return this spec
	 * @throws IllegalArgumentException if it is not such a URL
	 */
	public S notifyUrl(@Nullable String notifyUrl) {
		this.notifyUrl = Arguments.notifyUrl(notifyUrl);
		return self();
	}

	/**
	 * Set the queue for the file operation.
	 * @param pipeline the queue, at most 200 characters; blank counts as absent
	 * @return this spec
	 * @throws IllegalArgumentException if the name of the queue is too long or has
	 * control characters
	 */
	public S pipeline(@Nullable String pipeline) {
		this.pipeline = Arguments.text("pipeline", pipeline, 200);
		return self();
	}

	@Nullable String name() {
		return this.name;
	}

	@Nullable String format() {
		return this.format;
	}

	@Nullable String notifyUrl() {
		return this.notifyUrl;
	}

	@Nullable String pipeline() {
		return this.pipeline;
	}

	static @Nullable Integer days(String name, int days, int least) {
		Assert.isTrue(days >= least, () -> "'" + name + "' must be at least " + least + ", but is " + days);
		return days;
	}

	abstract S self();

}
