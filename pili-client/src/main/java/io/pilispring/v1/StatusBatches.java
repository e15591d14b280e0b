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

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.pilispring.PiliException;
import io.pilispring.PiliNotFoundException;
import io.pilispring.internal.Batches;

/**
 * Requests the status of many streams in as few calls as the server allows.
 */
final class StatusBatches {

	static final int MAX_BATCH_SIZE = 100;

	private final StreamsApi api;

	StatusBatches(StreamsApi api) {
		this.api = api;
	}

	Map<String, StreamStatus> read(Collection<String> ids) {
		// A stream that the response omits is not live
		Map<String, StreamStatus> statuses = new LinkedHashMap<>();
		ids.forEach((id) -> statuses.put(StreamArguments.id(id), DefaultStreamStatus.disconnected(id)));
		boolean batches = true;
		for (List<String> batch : Batches.of(statuses.keySet(), MAX_BATCH_SIZE)) {
			batches = batches && readBatch(batch, statuses);
			if (!batches) {
				batch.forEach((id) -> statuses.put(id, readOne(id)));
			}
		}
		return statuses;
	}

	private boolean readBatch(List<String> ids, Map<String, StreamStatus> statuses) {
		try {
			for (StatusDocument status : this.api.statuses(ids)) {
				if (status.streamId() != null) {
					statuses.computeIfPresent(status.streamId(), (id, absent) -> status.toStatus(id));
				}
			}
			return true;
		}
		catch (PiliException ex) {
			if (isNoSuchCall(ex)) {
				return false;
			}
			throw ex;
		}
	}

	private boolean isNoSuchCall(PiliException ex) {
		return ex.status() != null && (ex.status() == 404 || ex.status() == 405);
	}

	private StreamStatus readOne(String id) {
		try {
			return this.api.status(id);
		}
		catch (PiliNotFoundException ex) {
			// The batch call omits such a stream
			return DefaultStreamStatus.disconnected(id);
		}
	}

}
