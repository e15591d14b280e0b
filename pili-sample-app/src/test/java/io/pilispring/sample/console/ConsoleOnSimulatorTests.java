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

import io.pilispring.simulator.Push;
import io.pilispring.simulator.SimulatedStream;
import io.pilispring.simulator.StreamSpec;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the console in a browser, on the simulator.
 */
class ConsoleOnSimulatorTests extends AbstractConsoleTests {

	private static final String HOSTILE = """
			{"id":"z1.test-hub.harmless","hub":"test-hub","title":"<script>alert(1)</script>","publishKey":"k",
			"publishSecurity":"\\"><img src=x onerror=alert(1)>","disabled":false,"profiles":["'\\"><img src=x>"],
			"hosts":{"publish":{"rtmp":"x"},"live":{"hls":"\\"><img src=x onerror=alert(1)>","hdl":"x","rtmp":"x"},
			"playback":{"hls":"x"}}}""";

	@Test
	void hubIsSearchedFilteredAndPaged() {
		for (int number = 1; number <= 7; number++) {
			this.simulator.createStream("camera-" + number);
		}
		this.simulator.createStream("lobby");
		this.simulator.stream("lobby").goLive(Push.defaults().withBytesPerSecond(250_000));
		Page page = this.browser.desktop();
		page.navigate("/");
		// The first page begins with those that are live, wherever they are in the list
		TestBrowser.expect(page.locator("#streams tbody tr")).hasCount(6);
		TestBrowser.expect(page.locator("#streams tbody tr").first()).containsText("lobby");
		page.getByText("Next page").click();
		TestBrowser.expect(page.locator("#streams tbody tr")).hasCount(3);
		TestBrowser.expect(page.locator(".pages")).containsText("Page 2");
		page.getByText("Previous page").click();
		TestBrowser.expect(page.locator("#streams tbody tr")).hasCount(6);
		TestBrowser.expect(page.locator(".pages")).containsText("Page 1");
		page.getByText("Next page").click();
		TestBrowser.expect(page.locator("#streams tbody tr")).hasCount(3);
		page.getByText("First page").click();
		TestBrowser.expect(page.locator("#streams tbody tr")).hasCount(6);
		page.getByLabel("Title starts with").fill("lob");
		TestBrowser.expect(page.locator("#streams tbody tr")).hasCount(1);
		TestBrowser.expect(page.locator("#streams tbody tr")).containsText("2000 kbps");
		page.getByLabel("Title starts with").fill("");
		page.getByLabel("Live only").check();
		TestBrowser.expect(page.locator("#streams tbody tr")).hasCount(1);
		TestBrowser.expect(page).hasURL(Pattern.compile(".*live=true.*"));
		this.simulator.stream("camera-2").goLive();
		TestBrowser.expect(page.locator("#streams .badge.live")).hasCount(2);
		TestBrowser.screenshot(page, "hub");
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
	}

	@Test
	void problemsOfInputStandBesideTheField() {
		this.simulator.createStream("taken");
		Page page = this.browser.desktop();
		page.navigate("/hubs/piliHub/new-stream");
		page.getByLabel("Title").fill("a b");
		create(page).click();
		TestBrowser.expect(page.locator("#title-error")).hasText("Use 4 to 200 letters, digits, \"_\" and \"-\".");
		TestBrowser.expect(page.getByLabel("Title")).hasValue("a b");
		page.getByLabel("Title").fill("taken");
		create(page).click();
		TestBrowser.expect(page.locator("#title-error")).hasText("There is a stream of that title already.");
		TestBrowser.screenshot(page, "create-problem");
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
	}

	@Test
	void streamIsCreatedChangedDisabledAndDeletedByKeyboardAlone() {
		Page page = this.browser.desktop();
		page.navigate("/");
		TestBrowser.focus(page, "New stream");
		page.keyboard().press("Enter");
		TestBrowser.expect(page.locator("h1")).hasText("New stream");
		TestBrowser.focus(page, "Title");
		page.keyboard().type("by-keyboard");
		TestBrowser.focus(page, "Publish key");
		page.keyboard().type("a-secret-key");
		TestBrowser.focus(page, "Security of publish addresses");
		page.keyboard().type("dyn");
		TestBrowser.focus(page, "Create stream");
		page.keyboard().press("Enter");
		TestBrowser.expect(page.locator("h1")).hasText("by-keyboard");
		SimulatedStream stream = this.simulator.stream("by-keyboard");
		assertThat(stream.publishKey()).isEqualTo("a-secret-key");
		assertThat(stream.publishSecurity()).isEqualTo("dynamic");
		TestBrowser.focus(page, "Show publish address");
		page.keyboard().press("Enter");
		TestBrowser.expect(page.locator("#publish-url")).containsText("nonce=");
		assertThat(this.simulator.publish(page.locator("#publish-url").textContent()).accepted()).isTrue();
		TestBrowser.focus(page, "Settings");
		page.keyboard().press("Enter");
		TestBrowser.expect(page.locator("h2").first()).hasText("Key and security");
		TestBrowser.focus(page, "Disable");
		page.keyboard().press("Enter");
		TestBrowser.expect(page.locator(".notice.good")).containsText("disabled");
		assertThat(stream.isDisabled()).isTrue();
		assertThat(stream.isLive()).isFalse();
		TestBrowser.screenshot(page, "settings");
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
		TestBrowser.focus(page, "Enable");
		page.keyboard().press("Enter");
		TestBrowser.expect(page.locator(".notice.good")).containsText("enabled");
		TestBrowser.focus(page, "Delete …");
		page.keyboard().press("Enter");
		TestBrowser.expect(page.locator("h1")).hasText("Delete the stream by-keyboard?");
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
		TestBrowser.focus(page, "Delete it");
		page.keyboard().press("Enter");
		TestBrowser.expect(page.locator(".notice.good")).hasText("The stream was deleted.");
		assertThat(this.simulator.streams()).isEmpty();
	}

	@Test
	void keyAndSecurityAreChangedAndPublishingIsDisabledUntil() {
		SimulatedStream stream = this.simulator.createStream("to-change");
		Page page = this.browser.phone();
		page.navigate("/hubs/piliHub/streams/" + stream.id() + "/settings");
		assertThat(page.content()).doesNotContain(stream.publishKey());
		page.getByLabel("Security of publish addresses").selectOption("expiry");
		page.getByLabel("New publish key").fill("another-key");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")).click();
		TestBrowser.expect(page.locator(".notice.good")).hasText("The settings were saved.");
		assertThat(stream.publishSecurity()).isEqualTo("expiry");
		assertThat(stream.publishKey()).isEqualTo("another-key");
		page.getByLabel("Disable until").first().fill("2099-01-01T00:00");
		page.getByText("Disable until then").click();
		TestBrowser.expect(page.locator("main")).containsText("The stream is disabled until");
		TestBrowser.expect(page.locator("main")).containsText(Pattern.compile("20(98|99)"));
		assertThat(stream.isDisabled()).isTrue();
		TestBrowser.screenshot(page, "settings-phone");
		assertFitsTheScreen(page);
	}

	@Test
	void recordingsAreShownSavedAndPhotographed() {
		SimulatedStream stream = this.simulator.createStream("recorded");
		Instant start = Instant.now().minusSeconds(7200);
		stream.record(start, start.plusSeconds(1800));
		stream.record(start.plusSeconds(3600), start.plusSeconds(5400));
		Page page = this.browser.desktop();
		page.navigate("/hubs/piliHub/streams/" + stream.id() + "/recordings");
		TestBrowser.expect(page.locator(".timeline .bar")).hasCount(2);
		// For the snapshot; what is live is recorded too, once a second has passed
		stream.goLive();
		page.locator(".segment").last().click();
		page.getByText("Save as a file").click();
		TestBrowser.expect(page.locator("#files .badge.good")).hasText("Done");
		TestBrowser.expect(page.locator("#files a"))
			.hasAttribute("href", Pattern.compile("http://.*/recorded-\\d{8}-\\d{6}-\\d{3}\\.mp4"));
		page.getByText("Take a snapshot").click();
		TestBrowser.expect(page.locator("#pictures .badge.good")).hasText("Done");
		TestBrowser.screenshot(page, "recordings-simulator");
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
		Page phone = this.browser.phone();
		phone.navigate("/hubs/piliHub/streams/" + stream.id() + "/recordings");
		assertFitsTheScreen(phone);
		TestBrowser.screenshot(phone, "recordings-simulator-phone");
	}

	@Test
	void problemsOfPiliAreToldOnThePage() {
		SimulatedStream stream = this.simulator.createStream("not-live");
		Page page = this.browser.desktop();
		page.navigate("/hubs/piliHub/streams/" + stream.id() + "/recordings");
		page.getByText("Take a snapshot").click();
		TestBrowser.expect(page.locator("#notices [role=alert]")).containsText("There is nothing to make it of");
		TestBrowser.expect(page.locator("#notices [role=alert] code")).hasText(Pattern.compile(".+"));
		TestBrowser.expect(page.locator("#notices")).containsText("This is the plain simulator");
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
		this.browser.expectErrors("409");
	}

	@Test
	void everyPageFitsAPhone() {
		SimulatedStream stream = this.simulator
			.createStream("a-title-that-is-long-enough-to-need-more-than-one-line-on-a-phone");
		stream.goLive();
		Page page = this.browser.phone();
		for (String path : List.of("/", "/hubs/piliHub/new-stream", "/hubs/piliHub/streams/" + stream.id(),
				"/hubs/piliHub/streams/" + stream.id() + "/recordings",
				"/hubs/piliHub/streams/" + stream.id() + "/settings",
				"/hubs/piliHub/streams/" + stream.id() + "/delete")) {
			page.navigate(path);
			assertFitsTheScreen(page);
			assertThat(TestBrowser.accessibilityFindings(page)).as(path).isEmpty();
			TestBrowser.screenshot(page, "phone" + path.replace(stream.id(), "id").replace('/', '-'));
		}
	}

	@Test
	void chineseReadersReadChinese() {
		SimulatedStream stream = this.simulator.createStream("zhongwen");
		stream.goLive();
		Page page = this.browser.chinese();
		page.navigate("/");
		TestBrowser.expect(page.locator("h1")).hasText("直播流");
		TestBrowser.expect(page.locator("html")).hasAttribute("lang", Pattern.compile("zh.*"));
		TestBrowser.screenshot(page, "hub-chinese");
		page.getByText("zhongwen").click();
		TestBrowser.expect(page.locator("#state .badge")).hasText("直播中");
		page.getByText("显示推流地址").click();
		TestBrowser.expect(page.locator("#publish-url")).containsText("rtmp://");
		TestBrowser.screenshot(page, "stream-chinese");
		for (String path : new String[] { "", "/recordings", "/settings", "/delete" }) {
			page.navigate("/hubs/piliHub/streams/" + stream.id() + path);
			assertThat(page.content()).doesNotContain("??");
		}
	}

	// And as long as the scripts are on their way
	@Test
	void pagesWorkWithoutScripts() {
		SimulatedStream stream = this.simulator.createStream("no-scripts");
		stream.record(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:01:00Z"));
		this.simulator.createStream("another");
		Page page = this.browser.withoutScripts();
		page.navigate("/");
		page.getByLabel("Title starts with").fill("no-s");
		page.getByText("Search").click();
		TestBrowser.expect(page.locator("#streams tbody tr")).hasCount(1);
		page.getByText("no-scripts").click();
		page.getByText("Show publish address").click();
		TestBrowser.expect(page.locator("#publish-url")).containsText("rtmp://");
		TestBrowser.expect(page.locator("h1")).hasText("no-scripts");
		page.navigate(page.url());
		TestBrowser.expect(page).hasURL(Pattern.compile(".*/no-scripts|.*\\.no-scripts"));
		page.getByText("Recordings", new Page.GetByTextOptions().setExact(true)).click();
		page.getByText("Save as a file").click();
		TestBrowser.expect(page.locator("#files .file")).hasCount(1);
		TestBrowser.expect(page.locator("h1")).hasText("no-scripts");
		page.getByText("Take a snapshot").click();
		TestBrowser.expect(page.locator("#problem")).containsText("There is nothing to make it of");
		TestBrowser.expect(page).hasURL(Pattern.compile(".*/recordings"));
	}

	@Test
	void hostileKeyCannotRunACommandThatIsPasted() {
		SimulatedStream stream = this.simulator
			.createStream(StreamSpec.titled("pasted").withPublishKey("a'$(touch_made)'b"));
		Page page = this.browser.desktop();
		page.navigate("/hubs/piliHub/streams/" + stream.id());
		page.getByText("Show publish address").click();
		TestBrowser.expect(page.locator("#publish-url")).containsText("?key=a'$(touch_made)'b");
		assertThat(page.locator("#publish-ffmpeg").textContent()).contains(" 'rtmp://")
			.endsWith("?key=a'\\''$(touch_made)'\\''b'");
	}

	@Test
	void hostileTextCannotScriptThePage() {
		SimulatedStream stream = this.simulator.createStream("harmless");
		this.simulator.wireMock()
			.stubFor(WireMock.get(WireMock.urlPathEqualTo("/v1/streams/" + stream.id()))
				.willReturn(WireMock.okJson(HOSTILE)));
		Page page = this.browser.desktop();
		page.navigate("/hubs/piliHub/streams/" + stream.id());
		TestBrowser.expect(page.locator("h1")).hasText("<script>alert(1)</script>");
		TestBrowser.expect(page.locator("main script, main img")).hasCount(0);
		TestBrowser.expect(page.locator(".hint").getByText("that cannot stand in a URL")).not().hasCount(0);
		page.navigate("/hubs/piliHub/streams/" + stream.id() + "/settings");
		TestBrowser.expect(page.locator("h1")).hasText("<script>alert(1)</script>");
	}

	private static Locator create(Page page) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Create stream"));
	}

}
