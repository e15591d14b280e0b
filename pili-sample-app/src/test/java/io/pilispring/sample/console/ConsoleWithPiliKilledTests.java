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

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.Push;
import io.pilispring.testsupport.RequiresPrograms;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the console while there is no PILI, and after it is back at the same address.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "sample.console.renewal=1s", "pili.monitor.interval=500ms", "sample.console.pictures=false" })
@RequiresPrograms({ "chromium", "node" })
@ExtendWith(SharedBrowser.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleWithPiliKilledTests {

	private static PiliSimulator simulator = PiliSimulator.start();

	@LocalServerPort
	private int port;

	private TestBrowser browser;

	@DynamicPropertySource
	static void address(DynamicPropertyRegistry registry) {
		registry.add("pili.api-host", simulator::apiHost);
		registry.add("pili.fop-api-host", simulator::apiHost);
		registry.add("pili.access-key", simulator::accessKey);
		registry.add("pili.secret-key", simulator::secretKey);
		registry.add("pili.hub", simulator::hub);
	}

	@BeforeAll
	void open(Browser browser) {
		this.browser = new TestBrowser(browser, this.port);
	}

	@AfterAll
	void close() {
		simulator.close();
	}

	@Test
	void pagesTellThatPiliIsGoneAndThatItIsBack() {
		String id = goLive(125_000);
		String accessKey = simulator.accessKey();
		String secretKey = simulator.secretKey();
		int address = URI.create(simulator.apiHost()).getPort();
		Page list = this.browser.desktop();
		list.navigate("/");
		Page page = this.browser.phone();
		page.navigate("/hubs/piliHub/streams/" + id);
		TestBrowser.expect(page.locator("[data-figure=bytes]")).hasText("1000 kbps");
		simulator.close();
		TestBrowser.expect(list.locator("#streams [role=alert]")).containsText("PILI cannot be reached");
		TestBrowser.expect(list.locator("#streams [role=alert]")).containsText("No news since");
		// As long as an outage may last until somebody looks
		TestBrowser.expect(list.locator("#streams .age"))
			.hasText(Pattern.compile("Updated (3\\d|[4-9]\\d|\\d{3,}) s ago"),
					new LocatorAssertions.HasTextOptions().setTimeout(120_000));
		TestBrowser.expect(page.locator(".title-row [role=alert]")).containsText("PILI cannot be reached");
		TestBrowser.expect(page.locator("[data-figure=bytes]")).hasText("–");
		Page late = this.browser.desktop();
		assertThat(late.navigate("/hubs/piliHub?prefix=front").status()).isEqualTo(502);
		TestBrowser.expect(late.locator("#streams [role=alert]")).containsText("PILI cannot be reached");
		simulator = PiliSimulator.builder().port(address).credentials(accessKey, secretKey).start();
		assertThat(goLive(250_000)).isEqualTo(id);
		TestBrowser.expect(page.locator("[data-figure=bytes]")).hasText("2000 kbps");
		TestBrowser.expect(page.locator(".title-row [role=alert]")).hasCount(0);
		TestBrowser.expect(page.locator("#state .badge")).hasText("Live");
		for (Page each : List.of(list, late)) {
			TestBrowser.expect(each.locator("#streams [role=alert]")).hasCount(0);
			TestBrowser.expect(each.locator("#streams tbody tr")).containsText("2000 kbps");
		}
		TestBrowser.expect(list.locator("[data-tile=rate]")).hasText("2000 kbps");
		this.browser.expectErrors("502");
		assertThat(this.browser.endTest()).isEmpty();
	}

	private static String goLive(int bytesPerSecond) {
		simulator.createStream("front-door").goLive(Push.defaults().withBytesPerSecond(bytesPerSecond));
		return simulator.stream("front-door").id();
	}

}
