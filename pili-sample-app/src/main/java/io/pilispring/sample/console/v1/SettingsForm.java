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
import io.pilispring.v1.PiliStream;

/**
 * What is to change of a stream.
 *
 * @param publishKey the new publish key, or blank to keep it
 * @param publishSecurity the security
 */
record SettingsForm(@Pattern(regexp = "\\P{Cntrl}*", message = "{create.key.pattern}") @Nullable String publishKey,
		@Nullable String publishSecurity) {

	static SettingsForm of(PiliStream stream) {
		PublishSecurity security = stream.publishSecurity();
		return new SettingsForm(null, (security != null) ? security.value() : null);
	}

	boolean isEmpty() {
		return !hasKey() && security() == null;
	}

	boolean hasKey() {
		return this.publishKey != null && !this.publishKey.isBlank();
	}

	SettingsForm withoutKey() {
		return new SettingsForm(null, this.publishSecurity);
	}

	@Nullable PublishSecurity security() {
		return (this.publishSecurity != null && !this.publishSecurity.isBlank())
				? new PublishSecurity(this.publishSecurity) : null;
	}

	@Override
	public String toString() {
		return "SettingsForm[publishSecurity=" + this.publishSecurity + "]";
	}

}
