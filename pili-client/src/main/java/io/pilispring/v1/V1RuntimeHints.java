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

package io.pilispring.v1;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * Registers the types of the JSON of version 1 for native images.
 */
class V1RuntimeHints implements RuntimeHintsRegistrar {

	// What records have as components is registered with them, but not what classes have
	// as
	// fields
	private static final Class<?>[] TYPES = { StreamFields.class, HostsDocument.class, HostsDocument.Group.class,
			StatusDocument.Frames.class, StreamDocument.class, SegmentsDocument.class, SegmentsDocument.Range.class,
			SegmentsDocument.Item.class, StatusDocument.class, StreamsApi.Page.class, StreamsApi.SaveAsDocument.class,
			StreamsApi.Availability.class, StreamsApi.StatusesBody.class, StreamsApi.Statuses.class,
			CreateStreamSpec.Body.class, UpdateStreamSpec.Body.class, SaveAsSpec.Body.class, SnapshotSpec.Body.class };

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		new BindingReflectionHintsRegistrar().registerReflectionHints(hints.reflection(), TYPES);
		hints.reflection()
			.registerType(SegmentsDocument.Item[].class)
			.registerType(StreamDocument.Deserializer.class, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS)
			.registerType(SegmentsDocument.Deserializer.class, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
	}

}
