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

package io.pilispring.transport;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.client.ClientHttpRequestFactory;

import io.pilispring.signing.PiliCredentials;

/**
 * A {@link PiliTransport} that limits the time of each call and retries it if that is
 * safe.
 */
final class DefaultPiliTransport implements PiliTransport {

	private static final Log logger = LogFactory.getLog(DefaultPiliTransport.class);

	private final CallWatch watch = new CallWatch();

	private final Supplier<PiliCredentials> credentials;

	private final ApiHost apiHost;

	private final HttpExchange exchange;

	private final Duration timeout;

	private final RetryPauses retryPauses;

	private final RetryBudget retryBudget;

	private final RetryBudget fopRetryBudget;

	private final PiliRetryListener retryListener;

	private final ClientHttpRequestFactory requestFactory;

	DefaultPiliTransport(Supplier<PiliCredentials> credentials, ApiHost apiHost, HttpExchange exchange,
			Duration timeout, RetryPauses retryPauses, RetryBudget retryBudget, RetryBudget fopRetryBudget,
			PiliRetryListener retryListener, ClientHttpRequestFactory requestFactory) {
		this.credentials = credentials;
		this.apiHost = apiHost;
		this.exchange = exchange;
		this.timeout = timeout;
		this.retryPauses = retryPauses;
		this.retryBudget = retryBudget;
		this.fopRetryBudget = fopRetryBudget;
		this.retryListener = retryListener;
		this.requestFactory = requestFactory;
	}

	@Override
	public PiliCredentials credentials() {
		return this.credentials.get();
	}

	@Override
	public String apiHost() {
		return this.apiHost.authority();
	}

	@Override
	public ApiResponse send(ApiRequest request) {
		Runnable beforeRequest = BackgroundCalls.beforeRequest();
		if (beforeRequest == null) {
			return send(request, this.retryPauses, this::attempt);
		}
		prepare();
		// Waiting for the rate limit does not count towards the call timeout
		beforeRequest.run();
		AtomicBoolean first = new AtomicBoolean(true);
		return send(request, RetryPauses.NONE, (repeated, deadline, connection) -> {
			if (!first.getAndSet(false)) {
				beforeRequest.run();
			}
			return attempt(repeated, deadline, connection);
		});
	}

	private ApiResponse send(ApiRequest request, RetryPauses retryPauses, Attempt attempt) {
		long deadline = CallDeadline.earliest(System.nanoTime() + this.timeout.toNanos());
		return new RetriedCall(request, (repeated, connection) -> attempt.make(repeated, deadline, connection),
				deadline, retryPauses, retryBudget(request.service()), this.retryListener, RetriedCall.Time.SYSTEM)
			.run();
	}

	@Override
	public RetryBudget retryBudget(ApiService service) {
		return (service == ApiService.FOP) ? this.fopRetryBudget : this.retryBudget;
	}

	private ApiResponse attempt(ApiRequest request, long deadline, ConnectionUse connection) {
		CallAttempt attempt = CallAttempt.start(deadline, connection);
		this.watch.add(attempt);
		try {
			return this.exchange.send(request, attempt);
		}
		finally {
			this.watch.remove(attempt);
			attempt.end();
		}
	}

	// So that building the HTTP client does not count as waiting for PILI
	private void prepare() {
		if (this.requestFactory instanceof LazyRequestFactory lazy) {
			lazy.build();
		}
		else if (this.requestFactory instanceof SeparateRequestFactory separate) {
			separate.build();
		}
	}

	@Override
	public PiliTransport forHub(String key) {
		return new HubTransport(this, key);
	}

	@Override
	public void close() {
		if (this.requestFactory instanceof DisposableBean disposable) {
			try {
				disposable.destroy();
			}
			catch (Exception ex) {
				logger.warn("The HTTP client could not be closed", ex);
			}
		}
	}

	/**
	 * Makes a single attempt at a call.
	 */
	private interface Attempt {

		ApiResponse make(ApiRequest request, long deadline, ConnectionUse connection);

	}

}
