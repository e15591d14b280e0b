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

package io.pilispring.fop;

import java.time.Duration;
import java.util.function.Consumer;

import org.springframework.util.Assert;

import io.pilispring.PiliException;
import io.pilispring.PiliNotFoundException;
import io.pilispring.transport.ApiRequest;
import io.pilispring.transport.ApiService;
import io.pilispring.transport.PiliTransport;

/**
 * Client for the progress of file operations. Safe for use by multiple threads.
 *
 * @since 0.1.0
 */
public final class FopClient {

	private static final int MAX_ID_LENGTH = 500;

	private final PiliTransport transport;

	/**
	 * Create a client.
	 * @param transport the transport
	 */
	public FopClient(PiliTransport transport) {
		Assert.notNull(transport, "'transport' must not be null");
		this.transport = transport;
	}

	private static void checkId(String id) {
		Assert.hasText(id, "'id' must not be blank");
		Assert.isTrue(isId(id), "'id' must be at most 500 printable ASCII characters without spaces");
	}

	static boolean isId(String text) {
		return !text.isEmpty() && text.length() <= MAX_ID_LENGTH && text.chars().allMatch((c) -> c > ' ' && c < 0x7F);
	}

	/**
	 * Return the current state of a file operation: {@code GET /status/get/prefop}.
	 * @param id the id, as in {@code persistentId}
	 * @return the file operation
	 * @throws PiliNotFoundException if the operation does not exist, does not exist yet,
	 * or no longer exists
	 * @throws PiliException if the call failed
	 * @throws IllegalArgumentException if the id is blank, longer than 500 characters, or
	 * has characters other than printable ASCII without spaces
	 */
	public Fop get(String id) {
		checkId(id);
		return this.transport.send(ApiRequest.get("/status/get/prefop").query("id", id).service(ApiService.FOP))
			.read(FopDocument.class);
	}

	/**
	 * Wait until a file operation is finished, successfully or not. A call that is in
	 * progress when the limit is reached is completed first.
	 * @param id the id, as in {@code persistentId}
	 * @param limit the maximum time to wait
	 * @return the file operation, whose code is final
	 * @throws FopTimeoutException if it is not finished within the limit
	 * @throws PiliNotFoundException if there is no such operation
	 * @throws PiliException if a call failed for a reason that waiting does not resolve,
	 * or the thread was interrupted
	 * @throws IllegalArgumentException if the id is not valid or the limit is not
	 * positive
	 */
	public Fop await(String id, Duration limit) {
		return await(id, limit, (fop) -> {
		});
	}

	/**
	 * Wait until a file operation is finished, successfully or not, and report its
	 * progress. Temporary failures, such as a server error, do not end the wait, nor does
	 * an unknown id in the first seconds, because a new operation may not be visible
	 * immediately.
	 * @param id the id, as in {@code persistentId}
	 * @param limit the maximum time to wait
	 * @param progress called with every response, in the calling thread
	 * @return the file operation, whose code is final
	 * @throws FopTimeoutException if it is not finished within the limit
	 * @throws PiliNotFoundException if there is no such operation
	 * @throws PiliException if a call failed for a reason that waiting does not resolve,
	 * or the thread was interrupted
	 * @throws IllegalArgumentException if the id is not valid or the limit is not
	 * positive
	 */
	public Fop await(String id, Duration limit, Consumer<Fop> progress) {
		checkId(id);
		Assert.isTrue(limit != null && !limit.isNegative() && !limit.isZero(),
				() -> "'limit' must be positive, but is " + limit);
		Assert.notNull(progress, "'progress' must not be null");
		return new FopWait(this, id, limit, progress, FopWait.Time.SYSTEM).await();
	}

}
