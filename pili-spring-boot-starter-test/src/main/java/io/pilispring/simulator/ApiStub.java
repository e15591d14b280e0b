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

import java.util.UUID;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.extension.StubLifecycleListener;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import org.jspecify.annotations.Nullable;

/**
 * The stub for requests that no other stub matches, which is added again when all stubs
 * are reset.
 */
final class ApiStub implements StubLifecycleListener {

	private static final UUID ID = UUID.fromString("9b6f36f6-9d36-4c0b-8d0e-6d5f1d1c7a01");

	private volatile @Nullable WireMockServer server;

	@Override
	public String getName() {
		return "pili-simulator-stub";
	}

	void install(WireMockServer server) {
		this.server = server;
		afterStubsReset();
	}

	@Override
	public void afterStubsReset() {
		WireMockServer target = this.server;
		if (target != null) {
			target.addStubMapping(stub());
		}
	}

	private static StubMapping stub() {
		return WireMock.any(WireMock.anyUrl())
			.withId(ID)
			.withName("PILI simulator")
			.atPriority(Integer.MAX_VALUE)
			.willReturn(WireMock.aResponse().withTransformers(ApiTransformer.NAME))
			.build();
	}

}
