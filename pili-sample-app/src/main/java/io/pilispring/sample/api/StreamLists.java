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

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

import io.pilispring.PiliException;
import io.pilispring.autoconfigure.ApiVersion;
import io.pilispring.sample.hubs.Hub;

/**
 * Lists the streams of hubs of any version, one hub after the other.
 */
@Component
class StreamLists {

	// Between the key of a hub and a marker of that hub
	private static final char SEPARATOR = '/';

	private final Map<ApiVersion, StreamLister> listers = new EnumMap<>(ApiVersion.class);

	StreamLists(List<StreamLister> listers) {
		listers.forEach((lister) -> this.listers.put(lister.version(), lister));
	}

	StreamListPage read(List<Hub> hubs, StreamQuery query) {
		List<Object> items = new ArrayList<>();
		List<StreamListPage.Failure> failures = new ArrayList<>();
		List<Hub> left = hubs;
		String marker = null;
		if (StringUtils.hasText(query.marker())) {
			int separator = query.marker().indexOf(SEPARATOR);
			left = startingWith(query.marker().substring(0, Math.max(separator, 0)), hubs, query.marker());
			marker = query.marker().substring(separator + 1);
		}
		for (Hub hub : left) {
			if (!items.isEmpty() && items.size() >= query.size()) {
				return new StreamListPage(items, hub.key() + SEPARATOR, failures);
			}
			try {
				StreamLister.Page page = Objects.requireNonNull(this.listers.get(hub.version()))
					.list(hub, query, marker, query.size() - items.size());
				items.addAll(page.items());
				if (page.marker() != null) {
					return new StreamListPage(items, hub.key() + SEPARATOR + page.marker(), failures);
				}
			}
			catch (PiliException ex) {
				failures.add(StreamListPage.Failure.of(hub, ex));
				if (failures.size() == left.size()) {
					throw ex;
				}
			}
			marker = null;
		}
		return new StreamListPage(items, null, failures);
	}

	private static List<Hub> startingWith(String key, List<Hub> hubs, String marker) {
		for (int index = 0; index < hubs.size(); index++) {
			if (hubs.get(index).key().equals(key)) {
				return hubs.subList(index, hubs.size());
			}
		}
		throw new IllegalArgumentException("'marker' must be that of a page before, but is '" + marker + "'");
	}

}
