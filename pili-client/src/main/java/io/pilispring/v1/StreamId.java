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
import org.springframework.util.Assert;

/**
 * The id of a stream, taken apart. The name of a hub may have dots, zone and title have
 * none.
 *
 * @param zone the zone
 * @param hub the name of the hub, empty if the id has none
 * @param title the title
 */
record StreamId(String zone, String hub, String title) {

	static StreamId of(String id) {
		int first = id.indexOf('.');
		int last = id.lastIndexOf('.');
		return new StreamId((first >= 0) ? id.substring(0, first) : "",
				(first < last) ? id.substring(first + 1, last) : "", id.substring(last + 1));
	}

	/**
	 * Determine whether the text is an id or a title.
	 * @param idOrTitle an id or a title
	 * @return whether it is an id
	 * @throws IllegalArgumentException if it is neither
	 */
	static boolean isId(@Nullable String idOrTitle) {
		if (idOrTitle != null && idOrTitle.indexOf('.') >= 0) {
			StreamId id = of(StreamArguments.id(idOrTitle));
			Assert.isTrue(!id.zone.isEmpty() && !id.hub.isEmpty() && !id.title.isEmpty(),
					() -> "'" + idOrTitle + "' must be a title, or an id such as 'z1.my-hub.my-title'");
			return true;
		}
		Assert.hasText(StreamArguments.title(idOrTitle), "The id or title of a stream must not be blank");
		return false;
	}

}
