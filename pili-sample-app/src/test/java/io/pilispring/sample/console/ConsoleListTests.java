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

import java.time.Duration;
import java.util.regex.Pattern;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import io.pilispring.simulator.Push;
import io.pilispring.simulator.SimulatedStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the list of streams tells and does.
 */
class ConsoleListTests extends AbstractConsoleTests {

	private static final int MANY = 10_000;

	@Test
	void emptyListLeadsOn() {
		Page page = this.browser.phone();
		page.navigate("/");
		TestBrowser.expect(page.locator(".empty")).containsText("There is no stream yet.");
		TestBrowser.expect(page.locator(".empty")).containsText("a button pushes a simulated stream");
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
		assertFitsTheScreen(page);
		TestBrowser.screenshot(page, "hub-empty-phone");
		page.locator(".empty").getByText("New stream").click();
		TestBrowser.expect(page.locator("h1")).hasText("New stream");
	}

	@Test
	void statesHaveReasonsAndTheTilesCount() {
		this.simulator.createStream("camera-idle");
		SimulatedStream disabled = this.simulator.createStream("camera-off");
		this.simulator.createStream("camera-live").goLive(Push.defaults().withBytesPerSecond(125_000));
		SimulatedStream frozen = this.simulator.createStream("camera-stuck");
		frozen.goLive(Push.defaults().withBytesPerSecond(0).withFramesPerSecond(0, 0, 0));
		Page page = this.browser.desktop();
		page.navigate("/");
		page.getByLabel("Choose camera-off").check();
		// A renewal does not forget what is chosen
		this.simulator.createStream("camera-new");
		TestBrowser.expect(rows(page)).hasCount(5);
		TestBrowser.expect(page.getByLabel("Choose camera-off")).isChecked();
		button(page, "Disable …").click();
		TestBrowser.expect(page.locator("h1")).hasText("Disable the chosen streams (1)?");
		TestBrowser.expect(page.locator(".ids")).hasText(disabled.id());
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
		assertThat(disabled.isDisabled()).isFalse();
		button(page, "Disable them").click();
		TestBrowser.expect(page.locator(".notice.good")).hasText("1 disabled.");
		assertThat(disabled.isDisabled()).isTrue();
		TestBrowser.expect(row(page, "camera-off")).containsText(Pattern.compile("Disabled\\s*Nobody may publish."));
		TestBrowser.expect(row(page, "camera-idle")).containsText(Pattern.compile("Not live\\s*Nobody publishes."));
		TestBrowser.expect(row(page, "camera-live")).containsText(Pattern.compile("Live\\s*Data arrives."));
		TestBrowser.expect(row(page, "camera-stuck"))
			.containsText(Pattern.compile("Frozen\\s*Somebody publishes, but too little arrives."));
		TestBrowser.expect(page.locator("[data-tile=live]")).hasText("2");
		TestBrowser.expect(page.locator("[data-tile=frozen]")).hasText("1");
		TestBrowser.expect(page.locator("[data-tile=failing]")).hasText("0");
		TestBrowser.expect(page.locator("#streams .age")).hasText(Pattern.compile("Updated \\d s ago"));
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
		TestBrowser.screenshot(page, "hub-states");
		page.navigate("/hubs/piliHub/streams/" + frozen.id() + "/recordings");
		TestBrowser.expect(page.locator("#state")).containsText("Frozen");
		TestBrowser.expect(page.locator("#state")).containsText("too little arrives");
	}

	@Test
	void severalStreamsAreDeletedAfterAQuestionWithoutScriptsToo() {
		this.simulator.createStream("camera-1").goLive();
		this.simulator.createStream("camera-2");
		this.simulator.createStream("camera-3");
		Page page = this.browser.withoutScripts();
		page.navigate("/");
		button(page, "Delete …").click();
		TestBrowser.expect(page.locator("main")).containsText("No stream was chosen.");
		page.getByText("Cancel").click();
		page.getByLabel("Choose camera-1").check();
		page.getByLabel("Choose camera-3").check();
		button(page, "Delete …").click();
		TestBrowser.expect(page.locator("h1")).hasText("Delete the chosen streams (2)?");
		// Somebody else is faster
		String id = this.simulator.stream("camera-3").id();
		this.simulator.wireMock()
			.stubFor(WireMock.delete(WireMock.urlPathEqualTo("/v1/streams/" + id))
				.willReturn(WireMock.status(612).withBody("{\"error\":\"stream not found\"}")));
		button(page, "Delete them").click();
		TestBrowser.expect(page.locator(".notice.good")).hasText("1 deleted.");
		TestBrowser.expect(page.locator(".notice.bad")).containsText("It failed for 1 of them.");
		TestBrowser.expect(page.locator(".notice.bad")).containsText(id);
		TestBrowser.expect(rows(page)).hasCount(2);
		this.simulator.wireMock().resetMappings();
	}

	@Test
	void actionOfARowAsksFirst() {
		SimulatedStream stream = this.simulator.createStream("camera-1");
		Page page = this.browser.desktop();
		page.navigate("/");
		page.getByText("Disable …").first().click();
		TestBrowser.expect(page.locator("h1")).hasText("Disable the chosen streams (1)?");
		button(page, "Disable them").click();
		TestBrowser.expect(page.locator("#streams .badge")).hasText("Disabled");
		assertThat(stream.isDisabled()).isTrue();
		page.getByText("Enable …").first().click();
		button(page, "Enable them").click();
		TestBrowser.expect(page.locator("#streams .badge")).hasText("Not live");
		assertThat(stream.isDisabled()).isFalse();
	}

	@Test
	void manyStreamsStayQuick() {
		for (int number = 0; number < MANY; number++) {
			this.simulator.createStream("camera-%05d".formatted(number));
		}
		this.simulator.stream("camera-09876").goLive();
		Page page = this.browser.desktop();
		page.navigate("/");
		TestBrowser.expect(rows(page).first()).containsText("camera-09876");
		page.getByLabel("Find").selectOption("anywhere");
		long start = System.nanoTime();
		page.getByLabel("Title contains").fill("987");
		TestBrowser.expect(rows(page)).hasCount(5);
		TestBrowser.expect(rows(page).first()).containsText("camera-00987");
		page.getByText("Next page").click();
		TestBrowser.expect(rows(page).first()).containsText("camera-05987");
		page.getByText("Next page").click();
		TestBrowser.expect(page.locator(".pages")).containsText("Page 3");
		page.getByText("Previous page").click();
		TestBrowser.expect(rows(page).first()).containsText("camera-05987");
		// Three pages and a renewal of a second; one call for each title would take
		// minutes
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
		page.getByLabel("Title contains").fill("nothing-like-it");
		TestBrowser.expect(page.locator(".empty")).containsText("No stream is like that.");
		page.getByText("Show all streams").click();
		TestBrowser.expect(rows(page)).hasCount(6);
		// A busy machine may take longer for all titles than a page waits, and shows them
		// when they are there
		this.browser.expectErrors("502");
	}

	@Test
	void hostileTitlesAreTextInTheListAndItsQuestions() {
		this.simulator.wireMock()
			.stubFor(WireMock.get(WireMock.urlPathEqualTo("/v1/streams")).willReturn(WireMock.okJson("""
					{"items":[{"id":"z1.test-hub.harmless","hub":"test-hub",
					"title":"\\"><script>alert(1)</script>","publishKey":"k","publishSecurity":"<b>static</b>",
					"disabled":false,"hosts":{}}],"marker":""}""")));
		Page page = this.browser.desktop();
		page.navigate("/");
		TestBrowser.expect(page.locator(".name a").first()).hasText("\"><script>alert(1)</script>");
		page.locator("#chosen [name=id]").first().check();
		button(page, "Disable …").click();
		TestBrowser.expect(page.locator(".ids code").first()).hasText("z1.test-hub.harmless");
		TestBrowser.expect(page.locator("main script, main img, main b")).hasCount(0);
		this.simulator.wireMock().resetMappings();
	}

	private static Locator rows(Page page) {
		return page.locator("#streams tbody tr");
	}

	private static Locator row(Page page, String title) {
		return rows(page).filter(new Locator.FilterOptions().setHasText(title));
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

}
