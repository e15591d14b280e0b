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
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.util.Assert;
import org.springframework.web.client.RestClient;

import io.pilispring.signing.PiliCredentials;

/**
 * Builds a {@link PiliTransport}.
 *
 * @since 0.1.0
 */
public final class PiliTransportBuilder {

	/**
	 * Host of the PILI API unless something else is configured.
	 */
	public static final String DEFAULT_API_HOST = "pili.qiniuapi.com";

	/**
	 * Host that tells the progress of file operations unless something else is
	 * configured.
	 */
	public static final String DEFAULT_FOP_API_HOST = "api.qiniu.com";

	/**
	 * How long a connection may take unless something else is configured.
	 */
	public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(5);

	/**
	 * How long the service may take to answer unless something else is configured.
	 */
	public static final Duration DEFAULT_READ_TIMEOUT = Duration.ofSeconds(30);

	private @Nullable Supplier<PiliCredentials> credentials;

	private ApiHost apiHost = ApiHost.parse("apiHost", DEFAULT_API_HOST);

	private ApiHost fopApiHost = ApiHost.parse("fopApiHost", DEFAULT_FOP_API_HOST);

	private @Nullable ClientHttpRequestFactory requestFactory;

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
		return credentials(() -> credentials);
	}

	/**
	 * Set where to get the credentials before every request, so that they can change.
	 * @param credentials the supplier of the credentials
	 * @return this builder
	 */
	public PiliTransportBuilder credentials(Supplier<PiliCredentials> credentials) {
		Assert.notNull(credentials, "'credentials' must not be null");
		this.credentials = credentials;
		return this;
	}

	/**
	 * Set the host of the PILI API: {@code host}, {@code host:port}, or either with
	 * {@code http://} or {@code https://} in front. Without a scheme it is https. The
	 * default is {@code pili.qiniuapi.com}.
	 * @param apiHost the API host
	 * @return this builder
	 * @throws IllegalArgumentException if it is not of that form
	 */
	public PiliTransportBuilder apiHost(String apiHost) {
		this.apiHost = ApiHost.parse("apiHost", apiHost);
		return this;
	}

	/**
	 * Set the host that tells the progress of file operations, in the form of
	 * {@link #apiHost(String)}. The default is {@code api.qiniu.com}.
	 * @param fopApiHost the fop API host
	 * @return this builder
	 * @throws IllegalArgumentException if it is not of that form
	 */
	public PiliTransportBuilder fopApiHost(String fopApiHost) {
		this.fopApiHost = ApiHost.parse("fopApiHost", fopApiHost);
		return this;
	}

	/**
	 * Set the factory of HTTP requests. It must not follow redirects and should have
	 * timeouts. The default is the JDK's {@code HttpURLConnection} with
	 * {@link #DEFAULT_CONNECT_TIMEOUT} and {@link #DEFAULT_READ_TIMEOUT}.
	 * @param requestFactory the request factory
	 * @return this builder
	 */
	public PiliTransportBuilder requestFactory(ClientHttpRequestFactory requestFactory) {
		Assert.notNull(requestFactory, "'requestFactory' must not be null");
		this.requestFactory = requestFactory;
		return this;
	}

	/**
	 * Add a customizer of the HTTP client. Interceptors that it adds run before the
	 * request is signed, so what they change is signed too.
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
		ClientHttpRequestFactory requestFactory = (this.requestFactory != null) ? this.requestFactory
				: new NoRedirectRequestFactory(DEFAULT_CONNECT_TIMEOUT, DEFAULT_READ_TIMEOUT);
		RestClient.Builder pili = restClientBuilder(requestFactory);
		if (requestFactory instanceof SimpleClientHttpRequestFactory) {
			pili.requestInterceptor(new DeleteContentTypeInterceptor());
		}
		pili.requestInterceptor(new SigningInterceptor(this.apiHost, credentials));
		pili.requestInterceptor(new CheckedFailureInterceptor());
		RestClient.Builder fop = restClientBuilder(requestFactory).requestInterceptor(new CheckedFailureInterceptor());
		return new RestClientPiliTransport(credentials, this.apiHost, pili.build(), this.fopApiHost, fop.build());
	}

	private RestClient.Builder restClientBuilder(ClientHttpRequestFactory requestFactory) {
		RestClient.Builder builder = RestClient.builder();
		builder.requestFactory(requestFactory);
		builder.observationConvention(new PiliObservationConvention());
		// Bodies are read and written as bytes, so Spring's own converters are not built
		builder.configureMessageConverters((converters) -> {
		});
		this.customizers.forEach((customizer) -> customizer.accept(builder));
		return builder;
	}

}
