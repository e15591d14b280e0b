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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.util.Assert;
import org.springframework.util.backoff.BackOff;
import org.springframework.web.client.RestClient;

import io.pilispring.signing.PiliCredentials;

/**
 * Builds a {@link PiliTransport}.
 *
 * @since 0.1.0
 */
public final class PiliTransportBuilder {

	/**
	 * Default host of the PILI API.
	 */
	public static final String DEFAULT_API_HOST = "pili.qiniuapi.com";

	/**
	 * Default host of the PILI API for access keys that are delegated, which start with
	 * {@code IAM-}.
	 */
	public static final String DEFAULT_IAM_API_HOST = "pili-iam.qiniuapi.com";

	/**
	 * Default host that reports the progress of file operations.
	 */
	public static final String DEFAULT_FOP_API_HOST = "api.qiniu.com";

	/**
	 * Default maximum time to open a connection.
	 */
	public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(5);

	/**
	 * Default maximum time to wait for the service to respond.
	 */
	public static final Duration DEFAULT_READ_TIMEOUT = Duration.ofSeconds(30);

	/**
	 * Default maximum time of a call with all its attempts.
	 */
	public static final Duration DEFAULT_CALL_TIMEOUT = Duration.ofSeconds(60);

	private static final String IAM_PREFIX = "IAM-";

	private static final Duration LONGEST_CALL = Duration.ofDays(1);

	private @Nullable Supplier<PiliCredentials> credentials;

	private String defaultApiHost = DEFAULT_API_HOST;

	private @Nullable ApiHost apiHost;

	private ApiHost fopApiHost = ApiHost.parse("fopApiHost", DEFAULT_FOP_API_HOST);

	private @Nullable ClientHttpRequestFactory requestFactory;

	private @Nullable LazyRequestFactory backgroundRequestFactory;

	private Duration callTimeout = DEFAULT_CALL_TIMEOUT;

	private BackOff retry = RetrySettings.create().toBackOff();

	private boolean sendDate;

	private RetryBudgetSettings retryBudget = RetryBudgetSettings.create();

	private final List<PiliRetryListener> retryListeners = new ArrayList<>();

	private final List<Consumer<RestClient.Builder>> customizers = new ArrayList<>();

	PiliTransportBuilder() {
	}

	/**
	 * Set the credentials. Required.
	 * @param credentials the credentials
	 * @return this builder
	 */
	public PiliTransportBuilder credentials(PiliCredentials credentials) {
		Assert.notNull(credentials, "'credentials' must not be null");
		this.defaultApiHost = defaultApiHost(credentials.accessKey());
		this.credentials = () -> credentials;
		return this;
	}

	/**
	 * Set the supplier of the credentials, which is called before every request, so that
	 * the credentials can change.
	 * @param credentials the supplier of the credentials
	 * @return this builder
	 */
	public PiliTransportBuilder credentials(Supplier<PiliCredentials> credentials) {
		Assert.notNull(credentials, "'credentials' must not be null");
		this.defaultApiHost = DEFAULT_API_HOST;
		this.credentials = credentials;
		return this;
	}

	/**
	 * Set the host of the PILI API: {@code host}, {@code host:port}, or either with
	 * {@code http://} or {@code https://} in front. Without a scheme it is https. The
	 * default is {@link #DEFAULT_API_HOST}, or {@link #DEFAULT_IAM_API_HOST} for fixed
	 * credentials that are delegated.
	 * @param apiHost the API host
	 * @return this builder
	 * @throws IllegalArgumentException if it does not have that form
	 */
	public PiliTransportBuilder apiHost(String apiHost) {
		this.apiHost = ApiHost.parse("apiHost", apiHost);
		return this;
	}

	/**
	 * Return the default host of the PILI API for an access key.
	 * @param accessKey the access key, or {@code null} if it is not known
	 * @return the host
	 */
	public static String defaultApiHost(@Nullable String accessKey) {
		return (accessKey != null && accessKey.startsWith(IAM_PREFIX)) ? DEFAULT_IAM_API_HOST : DEFAULT_API_HOST;
	}

	/**
	 * Set the host that reports the progress of file operations, in the form of
	 * {@link #apiHost(String)}. The default is {@code api.qiniu.com}.
	 * @param fopApiHost the fop API host
	 * @return this builder
	 * @throws IllegalArgumentException if it does not have that form
	 */
	public PiliTransportBuilder fopApiHost(String fopApiHost) {
		this.fopApiHost = ApiHost.parse("fopApiHost", fopApiHost);
		return this;
	}

	/**
	 * Set the factory of HTTP requests. It must neither follow redirects nor resend
	 * requests itself, and should have timeouts. Closing the transport destroys it if it
	 * is a {@link DisposableBean}. The default is the JDK's {@code HttpURLConnection}
	 * with {@link #DEFAULT_CONNECT_TIMEOUT} and {@link #DEFAULT_READ_TIMEOUT}.
	 * @param requestFactory the request factory
	 * @return this builder
	 */
	public PiliTransportBuilder requestFactory(ClientHttpRequestFactory requestFactory) {
		Assert.notNull(requestFactory, "'requestFactory' must not be null");
		this.requestFactory = requestFactory;
		return this;
	}

	/**
	 * Set a supplier of the HTTP client. It is called at the first call, because creating
	 * a TLS context alone may take longer than the rest of an application's startup. The
	 * HTTP client is closed with the transport.
	 * @param requestFactory creates the request factory
	 * @return this builder
	 */
	public PiliTransportBuilder lazyRequestFactory(Supplier<ClientHttpRequestFactory> requestFactory) {
		Assert.notNull(requestFactory, "'requestFactory' must not be null");
		return requestFactory(new LazyRequestFactory(requestFactory));
	}

	/**
	 * Set a supplier of another HTTP client for {@linkplain BackgroundCalls background
	 * calls}, such as those of a monitor. Without it they wait for connections that all
	 * other calls use, and a monitor would report an outage where the application itself
	 * uses every connection. It is called at the first background call. The HTTP client
	 * is closed with the transport.
	 * @param requestFactory creates the request factory
	 * @return this builder
	 */
	public PiliTransportBuilder backgroundRequestFactory(Supplier<ClientHttpRequestFactory> requestFactory) {
		Assert.notNull(requestFactory, "'requestFactory' must not be null");
		this.backgroundRequestFactory = new LazyRequestFactory(requestFactory);
		return this;
	}

	/**
	 * Set the maximum total time of a call, including every attempt and the pauses in
	 * between, whatever the server does. With {@code HttpURLConnection}, which cannot be
	 * aborted while it reads, a call may take longer. The default is
	 * {@link #DEFAULT_CALL_TIMEOUT}.
	 * @param callTimeout the call timeout, positive and at most a day
	 * @return this builder
	 * @throws IllegalArgumentException if it is not within these limits
	 */
	public PiliTransportBuilder callTimeout(Duration callTimeout) {
		Assert.isTrue(
				callTimeout != null && !callTimeout.isNegative() && !callTimeout.isZero()
						&& callTimeout.compareTo(LONGEST_CALL) <= 0,
				() -> "'callTimeout' must be positive and at most a day, but is " + callTimeout);
		this.callTimeout = callTimeout;
		return this;
	}

	/**
	 * Set how often a call is retried, the pauses in between, and the limit of the
	 * retries of all calls together. Only requests that cannot take effect twice are
	 * retried: GET, DELETE and {@link ApiRequest#repeatable() repeatable} requests after
	 * a failure of the connection, a server error or too many requests, and others only
	 * if the request certainly was not sent.
	 * @param retry the settings
	 * @return this builder
	 */
	public PiliTransportBuilder retry(RetrySettings retry) {
		Assert.notNull(retry, "'retry' must not be null");
		this.retry = retry.toBackOff();
		this.retryBudget = retry.budget();
		return this;
	}

	/**
	 * Set the pauses between the attempts of a call.
	 * @param retry the pauses
	 * @return this builder
	 * @see #retry(RetrySettings)
	 */
	public PiliTransportBuilder retry(BackOff retry) {
		Assert.notNull(retry, "'retry' must not be null");
		this.retry = retry;
		return this;
	}

	/**
	 * Disable retries.
	 * @return this builder
	 */
	public PiliTransportBuilder withoutRetry() {
		return retry(RetrySettings.create().enabled(false));
	}

	/**
	 * Set whether requests have an {@code X-Qiniu-Date} header, which is signed too. PILI
	 * rejects such a request once it is too old, so the clock of the machine must be
	 * right. The default is {@code false}.
	 * @param sendDate whether to send the date
	 * @return this builder
	 */
	public PiliTransportBuilder sendDate(boolean sendDate) {
		this.sendDate = sendDate;
		return this;
	}

	/**
	 * Add a listener that is notified of retries.
	 * @param retryListener the listener
	 * @return this builder
	 */
	public PiliTransportBuilder retryListener(PiliRetryListener retryListener) {
		Assert.notNull(retryListener, "'retryListener' must not be null");
		this.retryListeners.add(retryListener);
		return this;
	}

	/**
	 * Add a customizer of the HTTP client. Interceptors that it adds run before the
	 * request is signed, so their changes are signed too.
	 * @param customizer the customizer
	 * @return this builder
	 */
	public PiliTransportBuilder customize(Consumer<RestClient.Builder> customizer) {
		Assert.notNull(customizer, "'customizer' must not be null");
		this.customizers.add(customizer);
		return this;
	}

	/**
	 * Build the transport.
	 * @return the transport
	 * @throws IllegalStateException if there are no credentials
	 */
	public PiliTransport build() {
		Assert.state(this.credentials != null, "'credentials' must be set");
		Supplier<PiliCredentials> credentials = this.credentials;
		ClientHttpRequestFactory client = (this.requestFactory != null) ? this.requestFactory
				: new SimpleRequestFactory(DEFAULT_CONNECT_TIMEOUT, DEFAULT_READ_TIMEOUT, null);
		ApiHost apiHost = (this.apiHost != null) ? this.apiHost : ApiHost.parse("apiHost", this.defaultApiHost);
		ClientHttpRequestFactory requestFactory = (this.backgroundRequestFactory != null)
				? new SeparateRequestFactory(client, this.backgroundRequestFactory) : client;
		RestClient.Builder restClient = restClientBuilder(requestFactory);
		ServiceClient fop = new ServiceClient(this.fopApiHost, restClient.build(), null);
		ServiceClient pili = signing(restClient, apiHost, new SigningInterceptor(apiHost, credentials, this.sendDate));
		HttpExchange exchange = new HttpExchange(pili, fop);
		return new DefaultPiliTransport(credentials, apiHost, exchange, this.callTimeout, RetryPauses.of(this.retry),
				new RetryBudget(apiHost.authority(), this.retryBudget),
				new RetryBudget(this.fopApiHost.authority(), this.retryBudget), RetryListeners.of(this.retryListeners),
				requestFactory);
	}

	// After all other interceptors, which may change the request
	private ServiceClient signing(RestClient.Builder builder, ApiHost apiHost, SigningInterceptor signing) {
		List<ClientHttpRequestInterceptor> others = new ArrayList<>();
		// A clone, because querying the builder itself would enable interception
		builder.clone().requestInterceptors(others::addAll);
		return (others.isEmpty()) ? new ServiceClient(apiHost, builder.build(), signing)
				: new ServiceClient(apiHost, builder.requestInterceptor(signing).build(), null);
	}

	private RestClient.Builder restClientBuilder(ClientHttpRequestFactory requestFactory) {
		RestClient.Builder builder = RestClient.builder();
		builder.requestFactory(new CheckedRequestFactory(requestFactory));
		builder.requestInitializer(new DefaultHeaders(requestFactory));
		builder.observationConvention(new PiliObservationConvention());
		// Bodies are read and written as bytes, so Spring's own converters are not built
		builder.configureMessageConverters((converters) -> {
		});
		this.customizers.forEach((customizer) -> customizer.accept(builder));
		return builder;
	}

}
