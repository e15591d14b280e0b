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

package io.pilispring.sample.console.v1;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import io.pilispring.url.PublishSecurity;

/**
 * What a new stream shall be like.
 *
 * @param title the title, or blank for one that PILI chooses
 * @param publishKey the publish key, or blank for one that PILI chooses
 * @param publishSecurity the security, or blank for what PILI chooses
 */
record CreateForm(
		@Pattern(regexp = "\\s*|[A-Za-z0-9_-]{4,200}", message = "{create.title.pattern}") @Nullable String title,
		@Pattern(regexp = "\\P{Cntrl}*", message = "{create.key.pattern}") @Nullable String publishKey,
		@Nullable String publishSecurity) {

	static final CreateForm EMPTY = new CreateForm(null, null, null);

	@Nullable PublishSecurity security() {
		return (this.publishSecurity != null && !this.publishSecurity.isBlank())
				? new PublishSecurity(this.publishSecurity) : null;
	}

	@Override
	public String toString() {
		return "CreateForm[title=" + this.title + ", publishSecurity=" + this.publishSecurity + "]";
	}

}
