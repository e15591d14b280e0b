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

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Specifies how to save a recording as a file. Without a format, or with {@code m3u8},
 * PILI creates an HLS playlist at once and without a file operation.
 *
 * @since 0.1.0
 */
public final class SaveAsSpec extends FileSpec<SaveAsSpec> {

	private @Nullable Instant start;

	private @Nullable Instant end;

	private @Nullable Integer expireDays;

	private @Nullable Integer deleteAfterDays;

	private @Nullable FirstSegment firstSegment;

	SaveAsSpec() {
	}

	/**
	 * Set the start of the range. The default is the first push.
	 * @param start the start, which is sent in whole seconds
	 * @return this spec
	 */
	public SaveAsSpec start(@Nullable Instant start) {
		this.start = start;
		return this;
	}

	/**
	 * Set the end of the range. The default is now.
	 * @param end the end, which is sent in whole seconds
	 * @return this spec
	 */
	public SaveAsSpec end(@Nullable Instant end) {
		this.end = end;
		return this;
	}

	/**
	 * Set after how many days the segments of the recording expire.
	 * @param expireDays the number of days; 0 to keep them for ever, which rewrites each
	 * file and is slow; -1 to leave them as they are, which is fast
	 * @return this spec
	 * @throws IllegalArgumentException if it is less than -1
	 */
	public SaveAsSpec expireDays(int expireDays) {
		this.expireDays = days("expireDays", expireDays, -1);
		return this;
	}

	/**
	 * Set after how many days the created file is deleted. For an HLS playlist PILI only
	 * observes it if the {@linkplain #expireDays(int) segments} are left as they are.
	 * @param deleteAfterDays the number of days; 0 to keep it for ever
	 * @return this spec
	 * @throws IllegalArgumentException if it is negative
	 */
	public SaveAsSpec deleteAfterDays(int deleteAfterDays) {
		this.deleteAfterDays = days("deleteAfterDays", deleteAfterDays, 0);
		return this;
	}

	/**
	 * Set with which kind of segment the file starts. The default is any.
	 * @param firstSegment the kind of segment
	 * @return this spec
	 */
	public SaveAsSpec firstSegment(@Nullable FirstSegment firstSegment) {
		this.firstSegment = firstSegment;
		return this;
	}

	@Override
	SaveAsSpec self() {
		return this;
	}

	Body toBody() {
		Times.checkRange(this.start, this.end);
		return new Body(name(), Times.seconds(this.start), Times.seconds(this.end), format(), pipeline(), notifyUrl(),
				this.expireDays, this.deleteAfterDays,
				(this.firstSegment != null) ? this.firstSegment.ordinal() : null);
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Body(@Nullable String fname, @Nullable Long start, @Nullable Long end, @Nullable String format,
			@Nullable String pipeline, @JsonProperty("notify") @Nullable String notifyUrl, @Nullable Integer expireDays,
			@Nullable Integer persistentDeleteAfterDays, @Nullable Integer firstTsType) {

	}

	/**
	 * A kind of segment that a file may start with.
	 *
	 * @since 0.1.0
	 */
	public enum FirstSegment {

		// In the order of the numbers on the wire
		/**
		 * Any segment.
		 */
		ANY,

		/**
		 * A segment with video.
		 */
		VIDEO,

		/**
		 * A segment with audio.
		 */
		AUDIO,

		/**
		 * A segment with video and audio.
		 */
		VIDEO_AND_AUDIO

	}

}
