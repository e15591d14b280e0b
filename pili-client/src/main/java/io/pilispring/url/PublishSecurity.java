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

package io.pilispring.url;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.springframework.util.Assert;

/**
 * How publish URLs are authorized. A value that this version does not know is preserved.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record PublishSecurity(@JsonValue String value) {

	/**
	 * The URL contains the publish key.
	 */
	public static final PublishSecurity STATIC = new PublishSecurity("static");

	/**
	 * The URL contains a nonce and a token for it, which can be used to publish once.
	 */
	public static final PublishSecurity DYNAMIC = new PublishSecurity("dynamic");

	/**
	 * The URL contains a token that is signed with the publish key and expires at a given
	 * time.
	 */
	public static final PublishSecurity EXPIRY = new PublishSecurity("expiry");

	/**
	 * The URL contains a token that is signed with the secret key of the account and
	 * expires at a given time.
	 */
	public static final PublishSecurity EXPIRY_SK = new PublishSecurity("expiry_sk");

	/**
	 * Anyone who knows the URL may publish.
	 */
	public static final PublishSecurity NONE = new PublishSecurity("none");

	/**
	 * Create a value, known or not.
	 * @param value the value on the wire, not blank
	 */
	@JsonCreator
	public PublishSecurity {
		Assert.hasText(value, "'value' must not be blank");
	}

	/**
	 * Return whether publish URLs require a time of expiry.
	 * @return whether this is {@link #EXPIRY} or {@link #EXPIRY_SK}
	 */
	public boolean expires() {
		return equals(EXPIRY) || equals(EXPIRY_SK);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
