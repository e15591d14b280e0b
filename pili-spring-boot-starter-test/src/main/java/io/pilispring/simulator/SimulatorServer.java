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

import java.io.IOException;
import java.io.UncheckedIOException;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.common.NetworkAddressRules;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.global.GlobalSettings;

/**
 * The WireMock server in front of the simulator.
 */
final class SimulatorServer {

	private static final String LOOPBACK = "127.0.0.1";

	// They send delayed responses, and need not wait for them
	private static final int DELAYED_RESPONSE_THREADS = 10;

	private static final int JOURNAL_ENTRIES = 10_000;

	private static final int JOURNAL_BODY_BYTES = 16 * 1024;

	private final WireMockServer wireMock;

	private final String address;

	private SimulatorServer(WireMockServer wireMock) {
		this.wireMock = wireMock;
		this.address = "http://" + LOOPBACK + ":" + wireMock.port();
	}

	static SimulatorServer start(int port, Api api) {
		StandaloneWireMock.require();
		ApiStub stub = new ApiStub();
		WireMockServer wireMock = new WireMockServer(options(port, api, stub));
		stub.install(wireMock);
		try {
			wireMock.start();
		}
		catch (FatalStartupException ex) {
			throw new UncheckedIOException("the simulator cannot listen to %s:%d".formatted(LOOPBACK, port),
					new IOException(ex));
		}
		return new SimulatorServer(wireMock);
	}

	private static WireMockConfiguration options(int port, Api api, ApiStub stub) {
		// Over HTTP/2 there would be no Host header to verify
		return WireMockConfiguration.options()
			.bindAddress(LOOPBACK)
			.port(port)
			.http2PlainDisabled(true)
			// A stub with a delay would otherwise hold a thread for all of it, of which
			// there are few, even if the client has gone long ago
			.asynchronousResponseEnabled(true)
			.asynchronousResponseThreads(DELAYED_RESPONSE_THREADS)
			.mappingSource(new NoMappings())
			.adminAuthenticator(new NoAdminRequests())
			.limitProxyTargets(NetworkAddressRules.builder().allow(LOOPBACK).allow("localhost").build())
			.maxRequestJournalEntries(JOURNAL_ENTRIES)
			.maxLoggedResponseSize(JOURNAL_BODY_BYTES)
			.httpServerFactory(RawRequestServer::new)
			.useChunkedTransferEncoding(Options.ChunkedEncodingPolicy.NEVER)
			.extensions(new ApiTransformer(api), stub);
	}

	WireMockServer wireMock() {
		return this.wireMock;
	}

	String address() {
		return this.address;
	}

	void reset() {
		this.wireMock.resetAll();
		this.wireMock.updateGlobalSettings(GlobalSettings.defaults());
	}

	void stop() {
		this.wireMock.stop();
	}

}
