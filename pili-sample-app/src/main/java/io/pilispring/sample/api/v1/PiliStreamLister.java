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

package io.pilispring.sample.api.v1;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pilispring.autoconfigure.ApiVersion;
import io.pilispring.sample.api.StreamLister;
import io.pilispring.sample.api.StreamQuery;
import io.pilispring.sample.hubs.Hub;
import io.pilispring.sample.hubs.V1Hub;
import io.pilispring.v1.StreamPage;

/**
 * Lists the streams of hubs of version 1.
 */
@Component
class PiliStreamLister implements StreamLister {

	@Override
	public ApiVersion version() {
		return ApiVersion.V1;
	}

	@Override
	public Page list(Hub hub, StreamQuery query, @Nullable String marker, int size) {
		StreamPage page = ((V1Hub) hub).client().listStreams((spec) -> {
			spec.titlePrefix(query.prefix()).marker(marker).pageSize(size);
			if (query.liveOnly()) {
				spec.connected();
			}
		});
		return new Page(page.items().stream().map((stream) -> StreamView.of(hub, stream)).toList(), page.marker());
	}

}
