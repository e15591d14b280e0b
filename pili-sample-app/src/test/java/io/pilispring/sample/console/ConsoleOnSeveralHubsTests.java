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

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.ActiveProfiles;

import io.pilispring.simulator.Push;
import io.pilispring.simulator.SimulatedAccount;
import io.pilispring.simulator.SimulatedStream;
import io.pilispring.simulator.StreamSpec;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the console of several hubs, two of which have the same name in two accounts,
 * and a stream of the same title and id.
 */
@ActiveProfiles("hubs")
class ConsoleOnSeveralHubsTests extends AbstractConsoleTests {

	private static final List<String> KEYS = List.of("piliHub", "archive", "partner", "studio");

	private SimulatedAccount partner;

	private SimulatedStream mine;

	private SimulatedStream theirs;

	@BeforeEach
	void createStreamsOfOneTitle() {
		this.partner = this.simulator.account("partner-access-key");
		this.mine = this.simulator.createStream("front-door");
		this.theirs = this.partner.createStream("front-door");
		assertThat(this.theirs.id()).isEqualTo(this.mine.id());
	}

	@Test
	void switchLeadsFromHubToHub() {
		this.simulator.createStream(StreamSpec.titled("old-shows").inHub("archive-live"));
		Page page = this.browser.desktop();
		page.navigate("/");
		TestBrowser.expect(page).hasURL(Pattern.compile(".*/hubs/piliHub"));
		TestBrowser.expect(hubs(page))
			.hasText(new String[] { "piliHub test-hub", "archive archive-live", "partner test-hub",
					"studio studio-live · v2" });
		assertCurrent(page, "piliHub");
		TestBrowser.expect(rows(page)).hasText(Pattern.compile("front-door"));
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("archive archive-live")).click();
		TestBrowser.expect(page).hasURL(Pattern.compile(".*/hubs/archive"));
		assertCurrent(page, "archive");
		TestBrowser.expect(rows(page)).hasText(Pattern.compile("old-shows"));
		page.getByText("old-shows").click();
		TestBrowser.expect(page.locator("h1")).hasText("old-shows");
		assertCurrent(page, "archive");
		assertThat(page.title()).isEqualTo("old-shows · archive · Pili");
		TestBrowser.screenshot(page, "hubs-stream");
		page.locator(".crumbs a").click();
		assertCurrent(page, "archive");
		TestBrowser.expect(rows(page)).hasText(Pattern.compile("old-shows"));
	}

	@Test
	void hubsOfBothVersionsStandSideBySide() {
		this.theirs.goLive(Push.defaults().withBytesPerSecond(125_000));
		this.simulator.hub("studio-live")
			.goLive("stage", Push.defaults().withBytesPerSecond(0).withFramesPerSecond(0, 0, 0));
		Page page = this.browser.desktop();
		page.navigate("/");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("All").setExact(true)).click();
		TestBrowser.expect(page.locator(".hub-cards .card")).hasCount(4);
		TestBrowser.expect(page.locator(".hub-cards .card").nth(2)).containsText("1000 kbps");
		TestBrowser.expect(page.locator(".hub-cards .card").nth(3)).containsText("version 2 of the API");
		TestBrowser.expect(page.locator(".hub-cards .card").nth(3).locator(".alarm")).containsText("Frozen");
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
		TestBrowser.screenshot(page, "hubs");
		Page phone = this.browser.darkPhone();
		phone.navigate("/hubs");
		Page chinese = this.browser.chinese();
		chinese.navigate("/hubs");
		TestBrowser.expect(chinese.locator("h1")).hasText("直播空间");
		assertThat(chinese.content()).doesNotContain("??").doesNotContain("Frozen");
		assertFitsTheScreen(phone);
		assertThat(TestBrowser.accessibilityFindings(phone)).isEmpty();
		TestBrowser.screenshot(phone, "hubs-dark-phone");
		page.locator(".hub-cards a").first().click();
		TestBrowser.expect(page).hasURL(Pattern.compile(".*/hubs/piliHub"));
	}

	@Test
	void switchIsUsedByKeyboardAndWithoutScripts() {
		Page page = this.browser.withoutScripts();
		page.navigate("/hubs/piliHub/streams/" + this.mine.id() + "/settings");
		page.locator("nav[aria-label=Hubs] a").first().focus();
		page.keyboard().press("Tab");
		page.keyboard().press("Tab");
		TestBrowser.expect(hubs(page).nth(2)).isFocused();
		page.keyboard().press("Enter");
		TestBrowser.expect(page).hasURL(Pattern.compile(".*/hubs/partner"));
		assertCurrent(page, "partner");
	}

	@Test
	void everyPageHasTheSwitchAndFitsTheScreen() {
		this.theirs.goLive();
		this.theirs.record(Instant.EPOCH, Instant.EPOCH.plusSeconds(60));
		String stream = "/hubs/partner/streams/" + this.theirs.id();
		List<Page> pages = List.of(this.browser.desktop(), this.browser.phone(), this.browser.darkPhone());
		for (String path : List.of("/hubs/partner", "/hubs/partner/new-stream", stream, stream + "/recordings",
				stream + "/settings", stream + "/delete", "/hubs/partner/nope")) {
			for (Page page : pages) {
				page.navigate(path);
				assertCurrent(page, "partner");
				assertFitsTheScreen(page);
				assertThat(TestBrowser.accessibilityFindings(page)).as(path).isEmpty();
				String width = (page == pages.get(0)) ? "" : (page == pages.get(1)) ? "-phone" : "-dark-phone";
				TestBrowser.screenshot(page,
						path.substring(1).replace(this.theirs.id(), "id").replace('/', '-') + width);
			}
		}
		Page chinese = this.browser.chinese();
		chinese.navigate("/hubs/partner");
		TestBrowser.expect(chinese.locator("nav[aria-label=切换直播空间] a")).hasCount(4);
		this.browser.expectErrors("404");
	}

	@Test
	void unknownHubIsNoPage() {
		Page page = this.browser.desktop();
		for (String path : List.of("/hubs/nope", "/hubs/nope/streams/" + this.mine.id())) {
			assertThat(page.navigate(path).status()).isEqualTo(404);
			TestBrowser.expect(page.locator("[role=alert]")).hasText("There is no such page.");
			TestBrowser.expect(hubs(page)).hasCount(4);
			TestBrowser.expect(page.locator("[aria-current]")).hasCount(0);
		}
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
		page.getByText("Back to the streams").click();
		TestBrowser.expect(page).hasURL(Pattern.compile(".*/hubs/piliHub"));
		this.browser.expectErrors("404");
	}

	@Test
	void listSearchAndSummaryAreThoseOfTheHub() {
		this.mine.goLive(Push.defaults().withBytesPerSecond(125_000));
		this.simulator.createStream("front-yard").goLive(Push.defaults().withBytesPerSecond(125_000));
		this.theirs.goLive(Push.defaults().withBytesPerSecond(500_000));
		Page main = this.browser.desktop();
		main.navigate("/hubs/piliHub");
		Page other = this.browser.desktop();
		other.navigate("/hubs/partner");
		TestBrowser.expect(main.locator("[data-tile=live]")).hasText("2");
		TestBrowser.expect(main.locator("[data-tile=rate]")).hasText("2000 kbps");
		TestBrowser.expect(other.locator("[data-tile=live]")).hasText("1");
		TestBrowser.expect(other.locator("[data-tile=rate]")).hasText("4000 kbps");
		TestBrowser.expect(rows(main)).hasCount(2);
		TestBrowser.expect(rows(other)).hasText(Pattern.compile("front-door.*4000 kbps", Pattern.DOTALL));
		// What a renewal brings, and a search
		this.partner.createStream("front-gate");
		TestBrowser.expect(rows(other)).hasCount(2);
		other.getByLabel("Title starts with").fill("front-g");
		TestBrowser.expect(rows(other)).hasCount(1);
		TestBrowser.expect(other).hasURL(Pattern.compile(".*/hubs/partner\\?prefix=front-g.*"));
		this.partner.createStream("front-garden");
		TestBrowser.expect(rows(other)).hasCount(2);
		main.getByLabel("Title starts with").fill("front-g");
		TestBrowser.expect(rows(main)).hasCount(0);
	}

	@Test
	void stateAndChartsAreThoseOfTheHub() {
		this.mine.goLive(Push.defaults().withBytesPerSecond(300_000));
		Page main = this.browser.desktop();
		main.navigate("/hubs/piliHub/streams/" + this.mine.id());
		Page other = this.browser.desktop();
		other.navigate("/hubs/partner/streams/" + this.theirs.id());
		TestBrowser.expect(main.locator("[data-figure=bytes]")).hasText("2400 kbps");
		TestBrowser.expect(other.locator("[data-figure=bytes]")).hasText("0 kbps");
		TestBrowser.expect(other.locator("#state .badge")).hasText("Not live");
		this.theirs.goLive(Push.defaults().withBytesPerSecond(700_000));
		TestBrowser.expect(other.locator("#state .badge")).hasText("Live");
		TestBrowser.expect(other.locator("[data-figure=bytes]")).hasText("5600 kbps");
		TestBrowser.expect(main.locator("[data-figure=bytes]")).hasText("2400 kbps");
		// There may be rates of other tests, but not these
		assertThat(rates(main)).contains("2400").doesNotContain("5600");
		assertThat(rates(other)).contains("0", "5600").doesNotContain("2400");
	}

	@Test
	void filesAndSnapshotsAreThoseOfTheHub() {
		this.mine.record(Instant.EPOCH, Instant.EPOCH.plusSeconds(60));
		this.theirs.record(Instant.EPOCH, Instant.EPOCH.plusSeconds(60));
		this.theirs.goLive();
		Page page = this.browser.desktop();
		for (String key : List.of("partner", "piliHub")) {
			page.navigate("/hubs/" + key + "/streams/" + this.mine.id() + "/recordings");
			TestBrowser.expect(page.locator(".file")).hasCount(0);
			page.getByLabel("File name").fill("the-same.mp4");
			button(page, "Save as a file").click();
			TestBrowser.expect(page.locator("#files .badge.good")).hasCount(1);
			TestBrowser.expect(page.locator("#problem [role=alert]")).hasCount(0);
		}
		// It is live in the other hub only
		button(page, "Take a snapshot").click();
		TestBrowser.expect(page.locator("#problem [role=alert]")).containsText("There is nothing to make it of");
		page.navigate("/hubs/partner/streams/" + this.theirs.id() + "/recordings");
		button(page, "Take a snapshot").click();
		TestBrowser.expect(page.locator("#pictures .badge.good")).hasCount(1);
		page.reload();
		TestBrowser.expect(page.locator("#files .file")).hasCount(1);
		TestBrowser.expect(page.locator("#pictures .file")).hasCount(1);
		button(page, "Play the range").click();
		TestBrowser.expect(page.locator("#playback-url-0")).containsText("front-door");
		this.browser.expectErrors("409");
	}

	@Test
	void streamIsCreatedAndDeletedInItsHubAlone() {
		Page page = this.browser.desktop();
		page.navigate("/hubs/partner/new-stream");
		page.getByLabel("Title").fill("only-theirs");
		button(page, "Create stream").click();
		TestBrowser.expect(page).hasURL(Pattern.compile(".*/hubs/partner/streams/.*only-theirs"));
		TestBrowser.expect(page.locator(".notice.good")).hasText("The stream was created.");
		assertThat(this.partner.streams()).extracting(SimulatedStream::title).contains("only-theirs");
		assertThat(this.simulator.streams()).extracting(SimulatedStream::title).containsExactly("front-door");
		page.navigate("/hubs/partner/streams/" + this.theirs.id() + "/delete");
		button(page, "Delete it").click();
		TestBrowser.expect(page).hasURL(Pattern.compile(".*/hubs/partner"));
		TestBrowser.expect(page.locator(".notice.good")).hasText("The stream was deleted.");
		TestBrowser.expect(rows(page)).hasText(Pattern.compile("only-theirs"));
		assertThat(this.partner.streams()).extracting(SimulatedStream::title).containsExactly("only-theirs");
		assertThat(this.simulator.streams()).extracting(SimulatedStream::title).containsExactly("front-door");
	}

	@Test
	void settingsAndPublishAddressAreThoseOfTheHub() {
		String before = this.mine.publishKey();
		Page page = this.browser.desktop();
		page.navigate("/hubs/partner/streams/" + this.theirs.id() + "/settings");
		page.getByLabel("New publish key").fill("another-key");
		button(page, "Save").click();
		TestBrowser.expect(page.locator(".notice.good")).hasText("The settings were saved.");
		assertThat(this.theirs.publishKey()).isEqualTo("another-key");
		button(page, "Disable").click();
		TestBrowser.expect(page.locator(".notice.good")).containsText("disabled");
		assertThat(this.theirs.isDisabled()).isTrue();
		assertThat(this.mine.isDisabled()).isFalse();
		assertThat(this.mine.publishKey()).isEqualTo(before);
		button(page, "Enable").click();
		TestBrowser.expect(page.locator(".notice.good")).containsText("enabled");
		TestBrowser.expect(page).hasURL(Pattern.compile(".*/hubs/partner/.*/settings"));
		page.getByText("Live", new Page.GetByTextOptions().setExact(true)).click();
		button(page, "Show publish address").click();
		TestBrowser.expect(page.locator("#publish-url")).containsText("another-key");
	}

	@Test
	void formThatFailsWithoutScriptsIsShownAgainInItsHub() {
		Page page = this.browser.withoutScripts();
		page.navigate("/hubs/partner/streams/" + this.theirs.id() + "/recordings");
		button(page, "Take a snapshot").click();
		TestBrowser.expect(page.locator("#problem [role=alert]")).containsText("There is nothing to make it of");
		TestBrowser.expect(page).hasURL(Pattern.compile(".*/hubs/partner/streams/.*/recordings"));
		page.getByText("Live", new Page.GetByTextOptions().setExact(true)).click();
		page.context().clearCookies();
		button(page, "Show publish address").click();
		TestBrowser.expect(page.locator("#problem [role=alert]")).containsText("This page is out of date.");
		assertCurrent(page, "partner");
		page.getByText("Back to the streams").click();
		TestBrowser.expect(page).hasURL(Pattern.compile(".*/hubs/partner"));
		this.browser.expectErrors("403");
	}

	private static void assertCurrent(Page page, String key) {
		TestBrowser.expect(page.locator(".hubs [aria-current] strong")).hasText(key);
		assertThat(KEYS).contains(key).hasSize(hubs(page).count());
	}

	private static List<String> rates(Page page) {
		Object rates = page
			.evaluate("Chart.getChart('bytes-chart').data.datasets[0].data.map((each) => each.y).join()");
		return List.of(rates.toString().split(","));
	}

	private static Locator hubs(Page page) {
		return page.locator(".hubs a");
	}

	private static Locator rows(Page page) {
		return page.locator("#streams tbody tr");
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

}
