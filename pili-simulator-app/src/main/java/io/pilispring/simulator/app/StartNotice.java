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

package io.pilispring.simulator.app;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.pilispring.simulator.PiliSimulator;

/**
 * Prints what a user needs to know to connect.
 */
@Component
class StartNotice {

	private final PiliSimulator simulator;

	StartNotice(PiliSimulator simulator) {
		this.simulator = simulator;
	}

	@EventListener
	void onReady(ApplicationReadyEvent event) {
		System.out.println("PILI is simulated at " + this.simulator.apiHost());
		SimulatorView.of(this.simulator).accounts().forEach((account) -> System.out.println("  " + account.describe()));
		if (event.getApplicationContext() instanceof WebServerApplicationContext context
				&& context.getWebServer() != null) {
			System.out
				.println("Control page and API at http://" + host() + ":" + context.getWebServer().getPort() + "/");
		}
	}

	private String host() {
		String apiHost = this.simulator.apiHost();
		return apiHost.substring("http://".length(), apiHost.lastIndexOf(':'));
	}

}
