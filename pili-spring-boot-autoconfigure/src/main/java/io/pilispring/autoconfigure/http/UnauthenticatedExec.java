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

package io.pilispring.autoconfigure.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.client5.http.impl.DefaultAuthenticationStrategy;
import org.apache.hc.client5.http.impl.classic.ProtocolExec;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.EofSensorInputStream;
import org.apache.hc.core5.http.io.EofSensorWatcher;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * Replaces the part of Apache's client that authenticates when a server requests it.
 * Requests to PILI are signed anyway, and merely preparing for authentication, which
 * parses every path, takes as long as reading the response. What remains is to release
 * the connection when the response has been read. A proxy that is used without a tunnel
 * may still request authentication, so in that case Apache's own part is used.
 */
final class UnauthenticatedExec implements ExecChainHandler {

	private final ExecChainHandler throughProxy = new ProtocolExec(DefaultAuthenticationStrategy.INSTANCE,
			DefaultAuthenticationStrategy.INSTANCE, null, true);

	@Override
	public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
			throws IOException, HttpException {
		if (isReadByProxy(scope.route)) {
			return this.throughProxy.execute(request, scope, chain);
		}
		ClassicHttpResponse response = chain.proceed(request, scope);
		HttpEntity entity = response.getEntity();
		if (entity != null && entity.isStreaming()) {
			response.setEntity(new ReleasingEntity(entity, scope.execRuntime));
		}
		return response;
	}

	private static boolean isReadByProxy(HttpRoute route) {
		return route.getProxyHost() != null && !route.isTunnelled();
	}

	/**
	 * The body of a response, which releases its connection at its end.
	 */
	private static final class ReleasingEntity extends HttpEntityWrapper implements EofSensorWatcher {

		private final ExecRuntime runtime;

		ReleasingEntity(HttpEntity entity, ExecRuntime runtime) {
			super(entity);
			this.runtime = runtime;
		}

		@Override
		public InputStream getContent() throws IOException {
			return new EofSensorInputStream(super.getContent(), this);
		}

		@Override
		public void writeTo(OutputStream output) throws IOException {
			try (InputStream content = getContent()) {
				content.transferTo(output);
			}
		}

		@Override
		public boolean eofDetected(InputStream content) throws IOException {
			return streamClosed(content);
		}

		@Override
		public boolean streamClosed(InputStream content) throws IOException {
			try {
				content.close();
				this.runtime.releaseEndpoint();
			}
			catch (IOException | RuntimeException ex) {
				this.runtime.discardEndpoint();
				throw ex;
			}
			return false;
		}

		@Override
		public boolean streamAbort(InputStream content) {
			this.runtime.discardEndpoint();
			return false;
		}

	}

}
