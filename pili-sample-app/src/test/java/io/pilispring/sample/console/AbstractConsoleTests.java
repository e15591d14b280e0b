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

package io.pilispring.sample.console;

import java.util.List;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import io.pilispring.sample.PlainSimulatorConfiguration;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.autoconfigure.AutoConfigurePiliSimulator;
import io.pilispring.testsupport.RequiresPrograms;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A browser, and the console on the simulator.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "sample.console.page-size=5", "sample.console.renewal=1s", "pili.monitor.interval=500ms",
				"pili.monitor.timeout=2s" })
@AutoConfigurePiliSimulator
@Import(PlainSimulatorConfiguration.class)
@RequiresPrograms({ "chromium", "node" })
@ExtendWith(SharedBrowser.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AbstractConsoleTests {

	@Autowired
	PiliSimulator simulator;

	@LocalServerPort
	int port;

	TestBrowser browser;

	private StubMapping trouble;

	@BeforeAll
	void open(Browser browser) {
		this.browser = new TestBrowser(browser, this.port);
	}

	@AfterEach
	void noConsoleErrors() {
		piliIsBack();
		List<String> errors = this.browser.endTest();
		assertThat(errors).isEmpty();
	}

	void piliAnswers(ResponseDefinitionBuilder answer) {
		piliIsBack();
		this.trouble = this.simulator.wireMock().stubFor(WireMock.any(WireMock.anyUrl()).willReturn(answer));
	}

	void piliFails() {
		piliAnswers(WireMock.status(503).withHeader("X-Reqid", "the-request-id").withBody("{\"error\":\"busy\"}"));
	}

	void piliIsGone() {
		piliAnswers(WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
	}

	void piliIsBack() {
		if (this.trouble != null) {
			this.simulator.wireMock().removeStub(this.trouble);
			this.trouble = null;
		}
	}

	static void assertFitsTheScreen(Page page) {
		assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth")).isEqualTo(0);
	}

}
