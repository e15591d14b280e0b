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

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import io.pilispring.simulator.SimulatedStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for actions and forms of the console that fail: that they say why, and keep what
 * was entered.
 */
class ConsoleFailedActionsTests extends AbstractConsoleTests {

	private static final Pattern SINCE = Pattern.compile("No news since \\d+:\\d\\d:\\d\\d [AP]M\\.");

	@Test
	void actionThatFailsLeavesThePageAsItIs() {
		SimulatedStream stream = this.simulator.createStream("front-door");
		Page page = this.browser.desktop();
		page.navigate("/hubs/piliHub/streams/" + stream.id());
		button(page, "Show publish address").click();
		TestBrowser.expect(page.locator("#publish-url")).containsText("rtmp://");
		String url = page.locator("#publish-url").textContent();
		piliFails();
		button(page, "Show publish address").click();
		TestBrowser.expect(page.locator("#problem [role=alert]")).containsText("the-request-id");
		assertThat(page.locator("#publish-url").textContent()).isEqualTo(url);
		assertThat(page.title()).startsWith("front-door");
		this.browser.expectErrors("502");
	}

	@Test
	void formThatFailsWithoutScriptsLeadsBackToItsPage() {
		SimulatedStream stream = this.simulator.createStream("front-door");
		Page page = this.browser.withoutScripts();
		page.navigate("/hubs/piliHub/streams/" + stream.id());
		piliAnswers(WireMock.status(400).withBody("{\"error\":\"no\"}"));
		button(page, "Push a simulated stream").click();
		TestBrowser.expect(page).hasURL(Pattern.compile(".*/hubs/piliHub/streams/" + stream.id()));
		TestBrowser.expect(page.locator("#problem [role=alert]")).containsText("PILI did not accept");
		this.browser.expectErrors("400");
	}

	@Test
	void pageWhoseSessionIsGoneSaysThatItIsOutOfDate() {
		SimulatedStream stream = this.simulator.createStream("front-door");
		Page page = this.browser.desktop();
		page.navigate("/hubs/piliHub/streams/" + stream.id());
		page.context().clearCookies();
		button(page, "Show publish address").click();
		TestBrowser.expect(page.locator("#problem [role=alert]")).containsText("This page is out of date.");
		TestBrowser.expect(page.locator("#publish-address")).hasText("");
		this.browser.expectErrors("403");
	}

	@Test
	void fileWhoseProgressIsUnknownSaysWhy() {
		SimulatedStream stream = this.simulator.createStream("front-door");
		stream.goLive();
		this.simulator.wireMock()
			.stubFor(WireMock.get(WireMock.urlPathEqualTo("/status/get/prefop"))
				.willReturn(WireMock.status(503).withBody("{\"error\":\"busy\"}")));
		Page page = this.browser.desktop();
		page.navigate("/hubs/piliHub/streams/" + stream.id() + "/recordings");
		button(page, "Take a snapshot").click();
		TestBrowser.expect(page.locator("#pictures .file")).containsText("PILI has a problem of its own");
		TestBrowser.expect(page.locator("#pictures .file")).containsText(SINCE);
		TestBrowser.expect(page.locator("#problem [role=alert]")).hasCount(0);
		this.simulator.wireMock().resetMappings();
		this.browser.expectErrors("502");
	}

	@Test
	void whatWasEnteredForANewStreamIsKept() {
		Page page = this.browser.desktop();
		page.navigate("/hubs/piliHub/new-stream");
		page.getByLabel("Title").fill("front-door");
		page.getByLabel("Publish key").fill("a-secret-key");
		page.getByLabel("Security of publish addresses").selectOption("dynamic");
		piliFails();
		button(page, "Create stream").click();
		TestBrowser.expect(page.locator("#problem [role=alert]")).containsText("PILI has a problem of its own");
		TestBrowser.expect(page.getByLabel("Title")).hasValue("front-door");
		TestBrowser.expect(page.getByLabel("Security of publish addresses")).hasValue("dynamic");
		TestBrowser.expect(page.locator("main")).containsText("The key you entered was not kept.");
		assertThat(page.content()).doesNotContain("a-secret-key");
		TestBrowser.screenshot(page, "create-failed");
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
		piliIsBack();
		page.getByLabel("Publish key").fill("a-secret-key");
		button(page, "Create stream").click();
		TestBrowser.expect(page.locator("h1")).hasText("front-door");
		assertThat(this.simulator.stream("front-door").publishKey()).isEqualTo("a-secret-key");
		assertThat(this.simulator.stream("front-door").publishSecurity()).isEqualTo("dynamic");
		this.browser.expectErrors("502");
	}

	@Test
	void whatWasEnteredAsSettingsIsKept() {
		SimulatedStream stream = this.simulator.createStream("front-door");
		Page page = this.browser.desktop();
		page.navigate("/hubs/piliHub/streams/" + stream.id() + "/settings");
		page.getByLabel("Security of publish addresses").selectOption("expiry");
		page.getByLabel("New publish key").fill("a-secret-key");
		this.simulator.wireMock()
			.stubFor(WireMock.post(WireMock.urlPathEqualTo("/v1/streams/" + stream.id()))
				.willReturn(WireMock.status(400).withBody("{\"error\":\"no\"}")));
		button(page, "Save").click();
		TestBrowser.expect(page.locator("#problem [role=alert]")).containsText("PILI did not accept");
		TestBrowser.expect(page).hasURL(Pattern.compile(".*/settings"));
		TestBrowser.expect(page.getByLabel("Security of publish addresses")).hasValue("expiry");
		TestBrowser.expect(page.locator("main")).containsText("The key you entered was not kept.");
		assertThat(page.content()).doesNotContain("a-secret-key");
	}

	@Test
	void timeThatIsOverIsNoneToDisableUntil() {
		SimulatedStream stream = this.simulator.createStream("front-door");
		Page page = this.browser.desktop();
		page.navigate("/hubs/piliHub/streams/" + stream.id() + "/settings");
		page.getByLabel("Disable until").first().fill("2020-01-01T00:00");
		page.getByText("Disable until then").click();
		TestBrowser.expect(page.locator("#until-error")).hasText("That time is over. Enter one that is to come.");
		TestBrowser.expect(page.getByLabel("Disable until").first()).hasValue("2020-01-01T00:00");
		TestBrowser.expect(page.locator(".notice.good")).hasCount(0);
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
		page.evaluate("document.getElementById('until').required = false");
		page.getByLabel("Disable until").first().fill("");
		page.getByText("Disable until then").click();
		TestBrowser.expect(page.locator("#until-error")).hasText("Enter a time.");
		assertThat(stream.isDisabled()).isFalse();
	}

	@Test
	void savesDoNotOverwriteEachOther() {
		SimulatedStream stream = this.simulator.createStream("front-door");
		stream.record(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:01:00Z"));
		Page page = this.browser.desktop();
		page.navigate("/hubs/piliHub/streams/" + stream.id() + "/recordings");
		button(page, "Save as a file").click();
		TestBrowser.expect(page.locator("#files .badge.good")).hasCount(1);
		button(page, "Save as a file").click();
		TestBrowser.expect(page.locator("#files .badge.good")).hasCount(2);
		List<String> names = page.locator("#files a").allTextContents();
		assertThat(names).doesNotHaveDuplicates().allMatch((name) -> name.startsWith("front-door-"));
		page.getByLabel("File name").fill(names.get(0));
		button(page, "Save as a file").click();
		TestBrowser.expect(page.locator("#problem [role=alert]")).containsText("A file of that name was made already.");
		TestBrowser.expect(page.locator("#files .file")).hasCount(2);
		assertThat(this.simulator.fops()).hasSize(2);
		this.browser.expectErrors("409");
	}

	@Test
	void impatientClickSavesOnce() {
		SimulatedStream stream = this.simulator.createStream("side-door");
		stream.record(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:01:00Z"));
		Page page = this.browser.desktop();
		page.navigate("/hubs/piliHub/streams/" + stream.id() + "/recordings");
		HeldRequests saves = new HeldRequests(page, (request) -> request.method().equals("POST"));
		button(page, "Save as a file").click();
		saves.await(page, 1);
		button(page, "Save as a file").click();
		saves.release();
		TestBrowser.expect(page.locator("#files .badge.good")).hasCount(1);
		TestBrowser.expect(button(page, "Save as a file")).isFocused();
		button(page, "Save as a file").click();
		TestBrowser.expect(page.locator("#files .badge.good")).hasCount(2);
		assertThat(this.simulator.fops()).hasSize(2);
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

}
