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

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

import io.pilispring.internal.WireLists;
import io.pilispring.transport.ApiRequest;
import io.pilispring.transport.PiliTransport;
import io.pilispring.v2.statistics.Statistics;

/**
 * The {@link PiliAccount} that calls PILI.
 */
final class DefaultPiliAccount implements PiliAccount {

	private final PiliTransport transport;

	DefaultPiliAccount(PiliTransport transport) {
		Assert.notNull(transport, "'transport' must not be null");
		this.transport = transport;
	}

	@Override
	public List<String> hubs() {
		return WireLists.present(this.transport.send(ApiRequest.get("/v2/hubs")).read(Hubs.class).items())
			.stream()
			.map(Hub::name)
			.filter(StringUtils::hasText)
			.map(Objects::requireNonNull)
			.toList();
	}

	@Override
	public LiveHub hub(String name) {
		return LiveHub.create(name, this.transport);
	}

	@Override
	public Statistics statistics() {
		return Statistics.create(this.transport);
	}

	@Override
	public String toString() {
		return "PiliAccount[apiHost=" + this.transport.apiHost() + "]";
	}

	record Hubs(@Nullable List<@Nullable Hub> items) {

	}

	record Hub(@Nullable String name) {

	}

}
