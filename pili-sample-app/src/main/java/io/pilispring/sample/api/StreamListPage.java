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
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.pilispring.PiliException;
import io.pilispring.sample.hubs.Hub;

/**
 * A page of the streams of one or more hubs, one hub after the other.
 *
 * @param items the streams, each as the version of its hub shows it
 * @param marker where the next page starts, or {@code null} if this is the last
 * @param failures the hubs whose streams could not be listed, so that one of several hubs
 * that fails does not hide the others
 */
record StreamListPage(List<?> items, @Nullable String marker,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Failure> failures) {

	/**
	 * A hub whose streams could not be listed.
	 *
	 * @param hub the key of the hub
	 * @param detail the reason
	 * @param requestId the id that PILI gave the request, if it did
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Failure(String hub, String detail, @Nullable String requestId) {

		static Failure of(Hub hub, PiliException ex) {
			return new Failure(hub.key(), Objects.toString(ex.getMessage()), ex.requestId());
		}

	}

}
