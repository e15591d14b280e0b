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
import io.pilispring.simulator.SimulatedHub;
import io.pilispring.simulator.SimulatedStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the console of a hub of version 2, beside hubs of version 1.
 */
@ActiveProfiles("hubs")
class ConsoleOnVersionTwoTests extends AbstractConsoleTests {

	private static final String STREAM = "/hubs/studio/streams/front-door";

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private SimulatedHub hub;

	@BeforeEach
	void setHub() {
		this.hub = this.simulator.hub("studio-live");
	}

	@Test
	void listShowsThoseThatAreLiveFirstAndIsSearched() {
		for (String key : List.of("camera-1", "camera-2", "camera-3", "lobby")) {
			this.hub.createStream(key);
		}
		this.hub.goLive("camera-3", Push.defaults().withBytesPerSecond(250_000)).setViewers(12);
		Page page = this.browser.desktop();
		page.navigate("/hubs/studio");
		TestBrowser.expect(rows(page)).hasCount(4);
		TestBrowser.expect(rows(page).first())
			.containsText(Pattern.compile("camera-3.*Live.*2000 kbps.*12", Pattern.DOTALL));
		TestBrowser.expect(page.locator("[data-tile=live]")).hasText("1");
		TestBrowser.expect(page.locator("[data-tile=rate]")).hasText("2000 kbps");
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
		TestBrowser.screenshot(page, "v2-hub");
		page.getByLabel("Key starts with").fill("lob");
		TestBrowser.expect(rows(page)).hasCount(1);
		page.getByLabel("Key starts with").fill("");
		page.getByLabel("Live only").check();
		TestBrowser.expect(rows(page)).hasCount(1);
		TestBrowser.expect(page).hasURL(Pattern.compile(".*/hubs/studio\\?.*live=true.*"));
		// What a renewal brings
		this.hub.goLive("lobby");
		TestBrowser.expect(page.locator("#streams .badge.live")).hasCount(2);
		page.getByLabel("Live only").uncheck();
		this.hub.createStream("camera-4");
		this.hub.createStream("camera-5");
		TestBrowser.expect(rows(page)).hasCount(5);
		page.getByText("Next page").click();
		TestBrowser.expect(rows(page)).hasCount(1);
		TestBrowser.expect(rows(page)).containsText("camera-5");
	}

	@Test
	void streamMayHaveTheKeyOfAPage() {
		this.hub.createStream("new");
		Page page = this.browser.desktop();
		page.navigate("/hubs/studio");
		page.getByText("new", new Page.GetByTextOptions().setExact(true)).click();
		TestBrowser.expect(page.locator("h1")).hasText("new");
		TestBrowser.expect(page).hasURL(Pattern.compile(".*/hubs/studio/streams/new"));
	}

	@Test
	void streamIsCreatedPublishedToAndDisabledByKeyboardAlone() {
		Page page = this.browser.desktop();
		page.navigate("/hubs/studio");
		TestBrowser.focus(page, "New stream");
		page.keyboard().press("Enter");
		TestBrowser.expect(page.locator("h1")).hasText("New stream");
		TestBrowser.focus(page, "Key");
		page.keyboard().type("a b");
		page.keyboard().press("Enter");
		TestBrowser.expect(page.locator("#key-error")).hasText("Use 1 to 200 letters, digits, \"_\" and \"-\".");
		TestBrowser.expect(page.getByLabel("Key")).hasValue("a b");
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
		TestBrowser.screenshot(page, "v2-create-problem");
		this.hub.createStream("taken");
		page.getByLabel("Key").fill("taken");
		page.keyboard().press("Enter");
		TestBrowser.expect(page.locator("#key-error")).hasText("There is a stream of that key already.");
		page.getByLabel("Key").fill("front-door");
		page.keyboard().press("Enter");
		TestBrowser.expect(page.locator("h1")).hasText("front-door");
		TestBrowser.expect(page.locator(".notice.good")).hasText("The stream was created.");
		SimulatedStream stream = this.hub.stream("front-door");
		TestBrowser.focus(page, "Valid for");
		page.keyboard().type("10");
		TestBrowser.focus(page, "Show publish address");
		page.keyboard().press("Enter");
		TestBrowser.expect(page.locator("#publish-address")).containsText("The push must begin before");
		TestBrowser.expect(page.locator("#publish-ffmpeg")).hasText(Pattern.compile("ffmpeg .* -f flv 'rtmp://[^']+'"));
		TestBrowser.expect(page.locator("#publish-srt-ffmpeg"))
			.hasText(Pattern.compile("ffmpeg .* -f mpegts 'srt://[^']+'"));
		String url = page.locator("#publish-url").textContent();
		assertThat(
				page.locator("#publish-server").textContent() + "/" + page.locator("#publish-stream-key").textContent())
			.isEqualTo(url);
		assertThat(this.simulator.publish(page.locator("#publish-srt-url").textContent()).accepted()).isTrue();
		stream.goOffline();
		assertThat(this.simulator.publish(url).accepted()).isTrue();
		TestBrowser.expect(page.locator("#state .badge")).hasText("Live");
		TestBrowser.expect(page.locator("#facts")).containsText("Live since");
		TestBrowser.expect(page.locator("[data-figure=video]")).hasText("25 fps");
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
		TestBrowser.screenshot(page, "v2-stream");
		TestBrowser.focus(page, "Settings");
		page.keyboard().press("Enter");
		TestBrowser.expect(page.locator("h2").first()).hasText("Availability");
		TestBrowser.focus(page, "Disable");
		page.keyboard().press("Enter");
		TestBrowser.expect(page.locator(".notice.good")).containsText("disabled");
		assertThat(stream.isDisabled()).isTrue();
		assertThat(stream.isLive()).isFalse();
		TestBrowser.focus(page, "Enable");
		page.keyboard().press("Enter");
		TestBrowser.expect(page.locator(".notice.good")).containsText("enabled");
		TestBrowser.focus(page, "Disable for");
		page.keyboard().type("1 d");
		TestBrowser.focus(page, "Disable for that time");
		page.keyboard().press("Enter");
		TestBrowser.expect(page.locator("#availability")).containsText("The stream is disabled until");
		assertThat(stream.isDisabled()).isTrue();
		TestBrowser.focus(page, "Profiles");
		page.keyboard().type("480p, 720p");
		page.keyboard().press("Enter");
		TestBrowser.expect(page.locator(".notice.good")).hasText("The settings were saved.");
		TestBrowser.expect(page.getByLabel("Profiles")).hasValue("480p, 720p");
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
		TestBrowser.screenshot(page, "v2-settings");
		page.navigate(STREAM);
		TestBrowser.expect(page.locator("main")).containsText("HLS 720p");
	}

	@Test
	void problemsOfSettingsAreToldWhereTheyWereEntered() {
		this.hub.createStream("front-door");
		Page page = this.browser.phone();
		page.navigate(STREAM + "/settings");
		page.getByLabel("Profiles").fill("480p; rm");
		button(page, "Save").click();
		TestBrowser.expect(page.locator("#converts-error")).containsText("Use names such as 480p");
		TestBrowser.expect(page.getByLabel("Profiles")).hasValue("480p; rm");
		page.getByLabel("Profiles").fill("unheard-of");
		button(page, "Save").click();
		TestBrowser.expect(page.locator("#problem [role=alert]")).containsText("PILI did not accept");
		TestBrowser.expect(page.getByLabel("Profiles")).hasValue("unheard-of");
		page.getByLabel("Disable until").first().fill("2020-01-01T00:00");
		page.getByText("Disable until then").click();
		TestBrowser.expect(page.locator("#until-error")).hasText("That time is over. Enter one that is to come.");
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
		assertFitsTheScreen(page);
		TestBrowser.screenshot(page, "v2-settings-problem-phone");
		assertThat(this.hub.stream("front-door").isDisabled()).isFalse();
	}

	@Test
	void pushesAreShownPlayedSavedAndPhotographed() {
		SimulatedStream stream = this.hub.createStream("recorded");
		Instant start = Instant.now().minusSeconds(7200);
		stream.record(start, start.plusSeconds(1800));
		stream.record(start.plusSeconds(3600), start.plusSeconds(5400));
		Page page = this.browser.desktop();
		page.navigate("/hubs/studio/streams/recorded/recordings");
		TestBrowser.expect(page.locator(".timeline .bar")).hasCount(2);
		button(page, "Take a snapshot").click();
		TestBrowser.expect(page.locator("#problem [role=alert]")).containsText("There is nothing to make it of");
		stream.goLive();
		page.reload();
		// What is live is being recorded too
		TestBrowser.expect(page.locator(".timeline .bar")).hasCount(3);
		page.locator(".segment").last().click();
		button(page, "Save as a file").click();
		TestBrowser.expect(page.locator("#files .badge.good")).hasCount(1);
		TestBrowser.expect(page.locator("#files a"))
			.hasAttribute("href", Pattern.compile("http://.*/recorded-\\d{8}-\\d{6}-\\d{3}\\.mp4"));
		page.getByLabel("File name").fill("the-show.m3u8");
		page.getByLabel("Format").selectOption("m3u8");
		button(page, "Save as a file").click();
		TestBrowser.expect(page.locator("#files .badge.good")).hasCount(2);
		button(page, "Play the range").click();
		TestBrowser.expect(page.locator("#playback-url-0")).containsText(Pattern.compile("recorded-.*\\.m3u8"));
		button(page, "Take a snapshot").click();
		TestBrowser.expect(page.locator("#pictures .badge.good")).hasText("Done");
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
		TestBrowser.screenshot(page, "v2-recordings");
		this.browser.expectErrors("409");
	}

	@Test
	void hubPageShowsDomainsSettingsAndViewers() {
		this.hub.goLive("front-door").setViewers(7);
		Page page = this.browser.desktop();
		page.navigate("/hubs/studio");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hub").setExact(true)).click();
		TestBrowser.expect(page).hasURL(Pattern.compile(".*/hubs/studio/settings"));
		TestBrowser.expect(page.locator("#viewers-now")).hasText("7");
		TestBrowser.expect(page.locator(".viewer-chart").first().locator(".bar")).hasCount(24);
		TestBrowser.expect(page.locator("main")).containsText("live-hls.pili.test");
		TestBrowser.expect(page.locator("main")).containsText("expiry_sk");
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
		TestBrowser.screenshot(page, "v2-hub-settings");
		TestBrowser.expect(page.locator(".traffic")).hasCount(2);
		TestBrowser.expect(page.locator(".traffic .bar").first()).isAttached();
		page.getByText("By day").click();
		TestBrowser.expect(page.locator(".viewer-chart").first().locator(".bar")).hasCount(7);
		TestBrowser.expect(page.locator(".choice [aria-current]")).hasText("By day");
		this.hub.domains().forEach((domain) -> this.hub.removeDomain(domain.domain()));
		page.reload();
		TestBrowser.expect(page.locator("main")).containsText("No domain is bound to the hub. PILI uses these.");
	}

	@Test
	void everyPageFitsTheScreenInTheDarkToo() {
		SimulatedStream stream = this.hub.goLive("front-door");
		stream.record(START, START.plusSeconds(60));
		List<Page> pages = List.of(this.browser.phone(), this.browser.darkPhone());
		for (String path : List.of("/hubs/studio", "/hubs/studio/settings", "/hubs/studio/new-stream", STREAM,
				STREAM + "/recordings", STREAM + "/settings", "/hubs/studio/streams/nobody", STREAM + "/delete")) {
			for (Page page : pages) {
				page.navigate(path);
				assertFitsTheScreen(page);
				TestBrowser.screenshot(page, "v2-" + path.substring(1).replace('/', '-')
						+ ((page == pages.get(0)) ? "-phone" : "-dark-phone"));
			}
			// The dark page has the same elements in other colours
			assertThat(TestBrowser.accessibilityFindings(pages.get(1))).as(path).isEmpty();
		}
		this.browser.expectErrors("404", "409");
	}

	@Test
	void chineseReadersReadChinese() {
		this.hub.goLive("zhongwen");
		Page page = this.browser.chinese();
		for (String path : List.of("", "/settings", "/settings?by=day", "/new-stream", "/streams/zhongwen",
				"/streams/zhongwen/recordings", "/streams/zhongwen/settings", "/streams/nobody",
				"/several?action=disable&id=zhongwen", "/streams/zhongwen/delete")) {
			page.navigate("/hubs/studio" + path);
			assertThat(page.content()).as(path)
				.doesNotContain("??")
				.doesNotContain("Streams")
				.doesNotContain("Viewers");
		}
		page.navigate("/hubs/studio/streams/zhongwen");
		TestBrowser.expect(page.locator("#state .badge")).hasText("直播中");
		page.getByText("显示推流地址").click();
		TestBrowser.expect(page.locator("#publish-srt-url")).containsText("srt://");
		TestBrowser.screenshot(page, "v2-stream-chinese");
		this.browser.expectErrors("404", "409");
	}

	@Test
	void whatVersionTwoLacksIsSaid() {
		this.hub.createStream("front-door");
		Page page = this.browser.desktop();
		assertThat(page.navigate(STREAM + "/delete").status()).isEqualTo(409);
		TestBrowser.expect(page.locator("[role=alert]")).containsText("The hub has another version of the API");
		assertThat(page.navigate("/hubs/piliHub/settings").status()).isEqualTo(409);
		TestBrowser.expect(page.locator("[role=alert]")).containsText("The hub has another version of the API");
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
		assertThat(page.navigate("/hubs/studio/settings?by=never").status()).isEqualTo(400);
		TestBrowser.screenshot(page, "v2-problem");
		page.navigate(STREAM + "/settings");
		TestBrowser.expect(page.locator("main")).containsText("A stream cannot be deleted.");
		TestBrowser.expect(page.locator("main")).not().containsText("Delete …");
		this.browser.expectErrors("409", "400");
	}

	@Test
	void pagesWorkWithoutScripts() {
		SimulatedStream stream = this.hub.createStream("no-scripts");
		stream.record(START, START.plusSeconds(60));
		Page page = this.browser.withoutScripts();
		page.navigate("/hubs/studio");
		page.getByText("no-scripts").click();
		button(page, "Show publish address").click();
		TestBrowser.expect(page.locator("#publish-srt-url")).containsText("srt://");
		TestBrowser.expect(page.locator("h1")).hasText("no-scripts");
		page.getByText("Recordings", new Page.GetByTextOptions().setExact(true)).click();
		button(page, "Save as a file").click();
		TestBrowser.expect(page.locator("#files .file")).hasCount(1);
		button(page, "Take a snapshot").click();
		TestBrowser.expect(page.locator("#problem")).containsText("There is nothing to make it of");
		TestBrowser.expect(page).hasURL(Pattern.compile(".*/recordings"));
		page.getByText("Settings", new Page.GetByTextOptions().setExact(true)).click();
		button(page, "Disable for that time").click();
		TestBrowser.expect(page.locator("main")).containsText("The stream is disabled until");
		assertThat(stream.isDisabled()).isTrue();
	}

	@Test
	void troubleIsToldAndPasses() {
		this.hub.goLive("front-door");
		Page list = this.browser.desktop();
		list.navigate("/hubs/studio");
		Page page = this.browser.desktop();
		page.navigate(STREAM);
		TestBrowser.expect(page.locator("#facts")).containsText("Live since");
		TestBrowser.expect(page.locator("[data-figure=video]")).hasText("25 fps");
		piliFails();
		TestBrowser.expect(list.locator("#streams")).containsText("PILI has a problem of its own");
		TestBrowser.expect(page.locator(".title-row")).containsText("the-request-id");
		TestBrowser.expect(page.locator("#facts")).not().isVisible();
		TestBrowser.expect(page.locator("[data-figure=video]")).hasText("–");
		button(page, "Show publish address").click();
		TestBrowser.expect(page.locator("#problem [role=alert]")).containsText("the-request-id");
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
		TestBrowser.screenshot(page, "v2-stream-without-news");
		piliIsBack();
		TestBrowser.expect(page.locator("#state .badge")).hasText("Live");
		TestBrowser.expect(page.locator("#facts")).isVisible();
		TestBrowser.expect(list.locator("#streams [role=alert]")).hasCount(0);
		this.browser.expectErrors("502");
	}

	@Test
	void pushOfAnotherShowsAndEnds() {
		SimulatedStream stream = this.hub.createStream("front-door");
		Page page = this.browser.desktop();
		page.navigate(STREAM);
		TestBrowser.expect(page.locator("#facts")).hasText("Not live.");
		stream.goLive();
		stream.setViewers(3);
		TestBrowser.expect(page.locator("#facts")).containsText(Pattern.compile("Viewers\\s*3"));
		stream.goOffline();
		TestBrowser.expect(page.locator("#state .badge")).hasText("Not live");
		TestBrowser.expect(page.locator("#facts")).hasText("Not live.");
	}

	private static Locator rows(Page page) {
		return page.locator("#streams tbody tr");
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

}
