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

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

import org.jspecify.annotations.Nullable;
import org.springframework.web.client.ResourceAccessException;

import io.pilispring.PiliConnectionException;
import io.pilispring.PiliTimeoutException;
import io.pilispring.internal.SafeText;

/**
 * Converts exceptions of HTTP clients to the matching exception.
 */
final class ConnectionFailure {

	// Of libraries that need not be there
	private static final String NO_CONNECTION = "Connect(ionRequest)?TimeoutException|PoolAcquire\\w+Exception";

	private ConnectionFailure() {
	}

	static PiliConnectionException toException(ApiRequest request, ResourceAccessException failure,
			CallAttempt attempt) {
		Throwable cause = (failure.getCause() != null) ? failure.getCause() : failure;
		boolean notSent = attempt.isWithoutConnection() || isWithoutConnection(cause);
		if (attempt.isInterruptedByApplication()) {
			return new PiliConnectionException(request + ": the thread was interrupted", cause, notSent);
		}
		if (attempt.isAborted()) {
			return new PiliTimeoutException(request + ": aborted, because the call timeout has elapsed", cause,
					notSent);
		}
		if (isTimeout(cause)) {
			return new PiliTimeoutException(request + ": no response in time: " + describe(cause), cause, notSent);
		}
		if (isCertificate(cause)) {
			return new PiliConnectionException(request + ": certificate refused: " + describe(cause), cause);
		}
		return new PiliConnectionException(request + ": not reached or cut off: " + describe(cause), cause, notSent);
	}

	// Thrown by HTTP clients before there is a connection, so nothing was sent
	private static boolean isWithoutConnection(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ConnectException || cause instanceof UnknownHostException
					|| cause instanceof NoRouteToHostException || cause instanceof UnresolvedAddressException
					|| cause instanceof HttpConnectTimeoutException
					|| cause.getClass().getSimpleName().matches(NO_CONNECTION)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isTimeout(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof HttpTimeoutException || cause instanceof InterruptedIOException
					|| cause instanceof TimeoutException
					|| cause.getClass().getSimpleName().matches("(Read|Write|Connect)TimeoutException")) {
				return true;
			}
		}
		return false;
	}

	// The server's rejected by the client, or the client's by the server
	static boolean isCertificate(@Nullable Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException
					|| (cause instanceof SSLException && String.valueOf(cause.getMessage()).contains("certificate"))) {
				return true;
			}
		}
		return false;
	}

	private static String describe(Throwable cause) {
		String message = cause.getMessage();
		return (message != null) ? cause.getClass().getSimpleName() + ": " + SafeText.of(message)
				: cause.getClass().getSimpleName();
	}

}
