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

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.springframework.util.Assert;

import io.pilispring.fop.Fop;
import io.pilispring.fop.FopClient;
import io.pilispring.internal.Arguments;
import io.pilispring.internal.Pager;
import io.pilispring.internal.Specs;
import io.pilispring.transport.PiliTransport;
import io.pilispring.url.NonceSource;

/**
 * The {@link PiliHub} that calls PILI.
 */
final class DefaultPiliHub implements PiliHub {

	private final String name;

	private final PiliTransport transport;

	private final StreamsApi api;

	private final FopClient fops;

	DefaultPiliHub(String name, PiliTransport transport, NonceSource nonceSource) {
		Assert.notNull(nonceSource, "'nonceSource' must not be null");
		Assert.notNull(transport, "'transport' must not be null");
		this.name = Arguments.hub(name);
		this.transport = transport;
		this.api = new StreamsApi(transport, nonceSource);
		this.fops = new FopClient(transport);
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public String apiHost() {
		return this.transport.apiHost();
	}

	@Override
	public PiliStream createStream() {
		return this.api.create(this.name, new CreateStreamSpec());
	}

	@Override
	public PiliStream createStream(Consumer<CreateStreamSpec> spec) {
		return this.api.create(this.name, Specs.apply(new CreateStreamSpec(), spec));
	}

	@Override
	public StreamHandle stream(String id) {
		return new DefaultStreamHandle(this.api, id);
	}

	@Override
	public PiliStream getStream(String id) {
		return this.api.get(StreamArguments.id(id));
	}

	@Override
	public StreamPage listStreams() {
		return this.api.list(this.name, new ListStreamsSpec());
	}

	@Override
	public StreamPage listStreams(Consumer<ListStreamsSpec> spec) {
		return this.api.list(this.name, Specs.apply(new ListStreamsSpec(), spec));
	}

	@Override
	public Stream<PiliStream> streams() {
		return streams((spec) -> {
		});
	}

	@Override
	public Stream<PiliStream> streams(Consumer<ListStreamsSpec> spec) {
		ListStreamsSpec applied = Specs.apply(new ListStreamsSpec(), spec);
		return Pager.stream("hub '" + this.name + "'", (marker) -> {
			if (marker != null) {
				applied.marker(marker);
			}
			StreamPage page = this.api.list(this.name, applied);
			return new Pager.Page<>(page.items(), page.marker());
		});
	}

	@Override
	public Map<String, StreamStatus> statuses(Collection<String> ids) {
		Assert.notNull(ids, "'ids' must not be null");
		return Collections.unmodifiableMap(new StatusBatches(this.api).read(ids));
	}

	@Override
	public Fop fop(String persistentId) {
		return this.fops.get(persistentId);
	}

	@Override
	public Fop awaitFop(String persistentId, Duration limit) {
		return this.fops.await(persistentId, limit);
	}

	@Override
	public Fop awaitFop(String persistentId, Duration limit, Consumer<Fop> progress) {
		return this.fops.await(persistentId, limit, progress);
	}

	@Override
	public String toString() {
		return "PiliHub[name=" + this.name + ", apiHost=" + apiHost() + "]";
	}

}
