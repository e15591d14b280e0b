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

package io.pilispring.autoconfigure;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

import io.pilispring.signing.PiliCredentials;
import io.pilispring.transport.PiliTransportBuilder;

/**
 * Details required to connect to PILI: the address and the credentials. A bean of this
 * type replaces the corresponding {@code pili.*} properties.
 *
 * @since 0.1.0
 */
public interface PiliConnectionDetails extends ConnectionDetails {

	/**
	 * Default host of the PILI API.
	 */
	String DEFAULT_API_HOST = PiliTransportBuilder.DEFAULT_API_HOST;

	/**
	 * Default host that reports the progress of file operations.
	 */
	String DEFAULT_FOP_API_HOST = PiliTransportBuilder.DEFAULT_FOP_API_HOST;

	/**
	 * Return the credentials. Called before every request, so the result may change while
	 * the application runs.
	 * @return the credentials
	 */
	PiliCredentials getCredentials();

	/**
	 * Return the name of the hub.
	 * @return the hub
	 */
	String getHub();

	/**
	 * Return the host of the PILI API: {@code host}, {@code host:port}, or either with
	 * {@code http://} or {@code https://} in front. Without a scheme it is https.
	 * @return the API host
	 */
	default String getApiHost() {
		return DEFAULT_API_HOST;
	}

	/**
	 * Return the host that reports the progress of file operations, in the form of
	 * {@link #getApiHost()}.
	 * @return the fop API host
	 */
	default String getFopApiHost() {
		return DEFAULT_FOP_API_HOST;
	}

}
