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

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.springframework.util.Assert;

/**
 * What a domain of a hub is for. A value that this version does not know is preserved.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record DomainType(@JsonValue String value) {

	/**
	 * To publish over RTMP.
	 */
	public static final DomainType PUBLISH_RTMP = new DomainType("publishRtmp");

	/**
	 * To play over RTMP.
	 */
	public static final DomainType LIVE_RTMP = new DomainType("liveRtmp");

	/**
	 * To play over HLS.
	 */
	public static final DomainType LIVE_HLS = new DomainType("liveHls");

	/**
	 * To play as FLV over HTTP.
	 */
	public static final DomainType LIVE_HDL = new DomainType("liveHdl");

	/**
	 * Create a value, known or not.
	 * @param value the value on the wire, not blank
	 */
	@JsonCreator
	public DomainType {
		Assert.hasText(value, "'value' must not be blank");
	}

	@Override
	public String toString() {
		return this.value;
	}

}
