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

package io.pilispring.sample.api;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.pilispring.autoconfigure.ApiVersion;
import io.pilispring.sample.hubs.Hub;

/**
 * Lists the streams of hubs of one version.
 */
public interface StreamLister {

	/**
	 * Return the version of the hubs.
	 * @return the version
	 */
	ApiVersion version();

	/**
	 * List a page of streams.
	 * @param hub a hub of that version
	 * @param query which streams to list
	 * @param marker where the page starts in that hub, or {@code null} for the first
	 * @param size the maximum number of streams
	 * @return the page
	 */
	Page list(Hub hub, StreamQuery query, @Nullable String marker, int size);

	/**
	 * A page of the streams of a hub.
	 *
	 * @param items the streams, as this version of the API shows them
	 * @param marker where the next page starts, or {@code null} if this is the last
	 */
	record Page(List<?> items, @Nullable String marker) {

	}

}
