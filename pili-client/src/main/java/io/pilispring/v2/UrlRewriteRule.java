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

import org.springframework.util.Assert;

/**
 * A rule that rewrites the URLs of a domain.
 *
 * @param pattern the pattern, which may have {@code *}
 * @param replace the URL to use instead
 * @since 0.1.0
 */
public record UrlRewriteRule(String pattern, String replace) {

	/**
	 * Create a rule.
	 * @param pattern the pattern, which may have {@code *}
	 * @param replace the URL to use instead
	 */
	public UrlRewriteRule {
		Assert.hasText(pattern, "'pattern' must not be blank");
		Assert.hasText(replace, "'replace' must not be blank");
	}

}
