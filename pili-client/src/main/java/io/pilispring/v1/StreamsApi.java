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

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

import io.pilispring.internal.Arguments;
import io.pilispring.internal.WireLists;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.transport.ApiRequest;
import io.pilispring.transport.ApiResponse;
import io.pilispring.transport.PiliTransport;
import io.pilispring.url.NonceSource;

/**
 * The endpoints of version 1, one method each.
 */
final class StreamsApi {

	/**
	 * How many items more than were requested a response may have. They are tolerated,
	 * because a server may not know the limit, but not without a limit.
	 */
	static final int MORE_ITEMS = 1000;

	private final PiliTransport transport;

	private final NonceSource nonces;

	StreamsApi(PiliTransport transport, NonceSource nonces) {
		this.transport = transport;
		this.nonces = nonces;
	}

	NonceSource nonces() {
		return this.nonces;
	}

	PiliCredentials credentials() {
		return this.transport.credentials();
	}

	PiliStream create(String hub, CreateStreamSpec spec) {
		return stream(this.transport.send(ApiRequest.post("/v1/streams").body(spec.toBody(hub))));
	}

	PiliStream get(String id) {
		return stream(this.transport.send(ApiRequest.get("/v1/streams/{id}", id)));
	}

	StreamPage list(String hub, ListStreamsSpec spec) {
		ApiResponse response = this.transport.send(spec.toRequest(hub));
		Page page = response.read(Page.class, spec.maxItems());
		List<PiliStream> items = WireLists.present(page.items())
			.stream()
			.filter(StreamDocument::hasId)
			.map((item) -> stream(item, response))
			.toList();
		String marker = page.marker();
		if (page.end() || items.isEmpty() || !StringUtils.hasText(marker)) {
			return new StreamPage(items, null);
		}
		if (!Arguments.isMarker(marker)) {
			throw response.unreadable("a marker that cannot be sent back");
		}
		return new StreamPage(items, marker);
	}

	PiliStream update(String id, UpdateStreamSpec spec) {
		return stream(this.transport.send(ApiRequest.post("/v1/streams/{id}", id).body(spec.toBody()).repeatable()));
	}

	void disableUntil(String id, long seconds) {
		available(id, new Availability("disabled", seconds));
	}

	void makeAvailable(String id) {
		available(id, new Availability("enabled", null));
	}

	private void available(String id, Availability availability) {
		this.transport.send(ApiRequest.post("/v1/streams/{id}/available", id)
			.body(availability)
			.repeatable()
			.acceptEmptyResponse());
	}

	void delete(String id) {
		this.transport.send(ApiRequest.delete("/v1/streams/{id}", id).acceptEmptyResponse());
	}

	StreamStatus status(String id) {
		return this.transport.send(ApiRequest.get("/v1/streams/{id}/status", id))
			.read(StatusDocument.class)
			.toStatus(id);
	}

	List<StatusDocument> statuses(List<String> ids) {
		return WireLists
			.present(this.transport.send(ApiRequest.post("/v1/statuses").body(new StatusesBody(ids)).repeatable())
				.read(Statuses.class, ids.size() + MORE_ITEMS)
				.items());
	}

	SegmentList segments(String id, SegmentsSpec spec) {
		return this.transport.send(spec.toRequest(id)).read(SegmentsDocument.class, spec.maxItems()).list();
	}

	SaveAsResult saveAs(String id, SaveAsSpec spec) {
		return this.transport.send(ApiRequest.post("/v1/streams/{id}/saveas", id).body(spec.toBody()))
			.read(SaveAsDocument.class)
			.toResult();
	}

	SnapshotResult snapshot(String id, SnapshotSpec spec) {
		return this.transport.send(ApiRequest.post("/v1/streams/{id}/snapshot", id).body(spec.toBody()))
			.read(SaveAsDocument.class)
			.toSnapshot();
	}

	private PiliStream stream(ApiResponse response) {
		StreamDocument document = response.read(StreamDocument.class);
		if (!document.hasId()) {
			throw response.unreadable("a stream without an id");
		}
		return stream(document, response);
	}

	private PiliStream stream(StreamDocument document, ApiResponse response) {
		return new DefaultPiliStream(this, document, response.body());
	}

	// Also used for snapshots. Empty text counts as absent.
	record SaveAsDocument(@Nullable String url, @Nullable String targetUrl, @Nullable String persistentId) {

		SaveAsResult toResult() {
			return new SaveAsResult(present(this.url), present(this.targetUrl), present(this.persistentId));
		}

		SnapshotResult toSnapshot() {
			return new SnapshotResult(present(this.targetUrl), present(this.persistentId));
		}

		private static @Nullable String present(@Nullable String text) {
			return (StringUtils.hasText(text)) ? text : null;
		}

	}

	record Page(@Nullable String marker, boolean end, @Nullable List<@Nullable StreamDocument> items) {

	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Availability(String available, @Nullable Long disabledTill) {

	}

	record StatusesBody(List<String> streamIds) {

	}

	record Statuses(@Nullable List<@Nullable StatusDocument> items) {

	}

}
