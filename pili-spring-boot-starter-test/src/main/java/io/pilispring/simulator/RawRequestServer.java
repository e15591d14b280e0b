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

package io.pilispring.simulator;

import com.github.tomakehurst.wiremock.common.JettySettings;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import wiremock.org.eclipse.jetty.http.HttpURI;
import wiremock.org.eclipse.jetty.io.NetworkTrafficListener;
import wiremock.org.eclipse.jetty.server.HttpConfiguration;
import wiremock.org.eclipse.jetty.server.HttpConnectionFactory;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.Server;
import wiremock.org.eclipse.jetty.server.ServerConnector;
import wiremock.org.eclipse.jetty.servlet.ServletContextHandler;

/**
 * WireMock's server, prevented from normalizing what is part of a signature: the case of
 * header values, and a trailing question mark. A request that WireMock cannot read is
 * answered as PILI would, instead of with a stack trace.
 */
final class RawRequestServer extends Jetty11HttpServer {

	private static final ThreadLocal<RawTarget> TARGET = new ThreadLocal<>();

	RawRequestServer(Options options, AdminRequestHandler adminRequestHandler, StubRequestHandler stubRequestHandler) {
		super(options, adminRequestHandler, stubRequestHandler);
	}

	@Override
	protected ServerConnector createHttpConnector(String bindAddress, int port, JettySettings jettySettings,
			NetworkTrafficListener listener) {
		ServerConnector connector = super.createHttpConnector(bindAddress, port, jettySettings, listener);
		HttpConfiguration configuration = connector.getConnectionFactory(HttpConnectionFactory.class)
			.getHttpConfiguration();
		configuration.setHeaderCacheCaseSensitive(true);
		configuration.addCustomizer((channel, channelConfig, request) -> keepTarget(request));
		configuration.addCustomizer((channel, channelConfig, request) -> allowAnyDelay(request));
		return connector;
	}

	// Jetty would answer a delayed response itself after 30 seconds
	private static void allowAnyDelay(Request request) {
		request.getHttpChannelState().setTimeout(0);
	}

	private static void keepTarget(Request request) {
		HttpURI uri = request.getHttpURI();
		RawTarget target = RawTarget.of(uri.getPathQuery());
		TARGET.set(target);
		String readable = RawTarget.readableQuery(uri.getQuery());
		if (readable != null) {
			request.setHttpURI(HttpURI.build(uri).query(readable));
		}
	}

	@Override
	protected void applyAdditionalServerConfiguration(Server server, Options options) {
		super.applyAdditionalServerConfiguration(server, options);
		server.setErrorHandler(new UnreadableRequestHandler());
	}

	@Override
	protected void decorateMockServiceContextAfterConfig(ServletContextHandler mockServiceContext) {
		super.decorateMockServiceContextAfterConfig(mockServiceContext);
		mockServiceContext.setErrorHandler(new UnreadableRequestHandler());
	}

	// What is delayed at this time is not sent any more, and must not keep threads
	@Override
	public void stop() {
		super.stop();
		if (this.scheduledExecutorService != null) {
			this.scheduledExecutorService.shutdownNow();
		}
	}

	/**
	 * Return the target of the request that this thread works on.
	 * @param url the target as WireMock reports it
	 * @return the target as on the request line
	 */
	static String target(String url) {
		RawTarget target = TARGET.get();
		return (target != null && target.isToldAs(url)) ? target.raw() : url;
	}

}
