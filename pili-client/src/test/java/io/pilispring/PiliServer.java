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

package io.pilispring;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import io.pilispring.signing.PiliCredentials;
import io.pilispring.transport.PiliTransport;
import io.pilispring.transport.PiliTransportBuilder;
import io.pilispring.v1.PiliHub;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server in the place of PILI, forgetful before each test, that says what it was asked.
 */
public final class PiliServer implements BeforeEachCallback {

	public static final String ACCESS_KEY = "test-ak";

	public static final String SECRET_KEY = "test-sk";

	public static final String HUB = "test-hub";

	private static final WireMockServer SERVER = start();

	private static WireMockServer start() {
		WireMockServer server = new WireMockServer(
				WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort().http2PlainDisabled(true));
		server.start();
		return server;
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		SERVER.resetAll();
	}

	public String host() {
		return "http://127.0.0.1:" + SERVER.port();
	}

	public PiliHub hub() {
		return PiliHub.create(HUB, transport());
	}

	public PiliTransport transport() {
		return transportBuilder().build();
	}

	public PiliTransportBuilder transportBuilder() {
		return transportBuilder(host());
	}

	public static PiliTransportBuilder transportBuilder(String host) {
		return PiliTransport.builder()
			.credentials(PiliCredentials.of(ACCESS_KEY, SECRET_KEY))
			.apiHost(host)
			.fopApiHost(host)
			.withoutRetry();
	}

	public void stub(MappingBuilder mapping) {
		SERVER.stubFor(mapping);
	}

	/**
	 * Answer every request so.
	 */
	public void answer(ResponseDefinitionBuilder response) {
		stub(WireMock.any(WireMock.anyUrl()).willReturn(response));
	}

	/**
	 * Answer every request so.
	 */
	public void answer(int status, String body) {
		answer(WireMock.aResponse().withStatus(status).withHeader("Content-Type", "application/json").withBody(body));
	}

	/**
	 * Return what the server was asked, the oldest first.
	 */
	public List<LoggedRequest> requests() {
		List<LoggedRequest> requests = new ArrayList<>();
		for (ServeEvent event : SERVER.getAllServeEvents()) {
			requests.add(0, event.getRequest());
		}
		return requests;
	}

	public LoggedRequest onlyRequest() {
		List<LoggedRequest> requests = requests();
		assertThat(requests).hasSize(1);
		return requests.get(0);
	}

	/**
	 * Check that neither the secret key nor a signature is in an exception or its causes.
	 */
	public static void hasNoSecret(Throwable failure) {
		StringWriter trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace));
		assertThat(trace.toString()).doesNotContain(SECRET_KEY, "Qiniu " + ACCESS_KEY);
	}

}
