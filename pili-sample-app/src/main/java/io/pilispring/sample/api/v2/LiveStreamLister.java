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

package io.pilispring.sample.api.v2;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pilispring.autoconfigure.ApiVersion;
import io.pilispring.sample.api.StreamLister;
import io.pilispring.sample.api.StreamQuery;
import io.pilispring.sample.hubs.Hub;
import io.pilispring.sample.hubs.V2Hub;
import io.pilispring.v2.StreamPage;

/**
 * Lists the streams of hubs of version 2, of which PILI lists the keys alone.
 */
@Component
class LiveStreamLister implements StreamLister {

	@Override
	public ApiVersion version() {
		return ApiVersion.V2;
	}

	@Override
	public Page list(Hub hub, StreamQuery query, @Nullable String marker, int size) {
		StreamPage page = ((V2Hub) hub).client().listStreams((spec) -> {
			spec.prefix(query.prefix()).marker(marker).pageSize(size);
			if (query.liveOnly()) {
				spec.liveOnly();
			}
		});
		return new Page(page.items().stream().map((stream) -> new Item(hub.key(), stream.key())).toList(),
				page.marker());
	}

	record Item(String hub, String key) {

	}

}
