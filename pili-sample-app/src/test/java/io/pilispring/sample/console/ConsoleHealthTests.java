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
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;

import io.pilispring.simulator.Push;
import io.pilispring.simulator.SimulatedStream;
import io.pilispring.simulator.StreamSpec;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the health of a stream, its first push, and its time line.
 */
class ConsoleHealthTests extends AbstractConsoleTests {

	@Test
	void streamTellsWhatHappensToItOnAllItsPages() {
		SimulatedStream stream = this.simulator.createStream("eventful");
		Page page = this.browser.desktop();
		page.navigate("/hubs/piliHub/streams/" + stream.id());
		Page other = this.browser.darkPhone();
		other.navigate("/hubs/piliHub/streams/" + stream.id());
		TestBrowser.expect(page.locator("#checklist")).containsText("Waiting for your push");
		stream.goLive(Push.defaults().from("203.0.113.7:4711").withBytesPerSecond(250_000));
		for (Page each : new Page[] { page, other }) {
			TestBrowser.expect(each.locator("#events li").first()).containsText("Connected");
			TestBrowser.expect(each.locator("#facts")).containsText("203.0.113.7:4711");
			TestBrowser.expect(each.locator("#facts")).containsText("2000 kbps");
			TestBrowser.expect(each.locator("#facts")).containsText("25 video, 43 audio, 0 data");
			TestBrowser.expect(each.locator("#checklist")).containsText("Frames arrive.");
		}
		stream.change(Push.defaults().withBytesPerSecond(0).withFramesPerSecond(0, 0, 0));
		TestBrowser.expect(page.locator("#events li").first()).containsText("Frozen");
		TestBrowser.expect(page.locator("#state .badge")).hasText("Frozen");
		TestBrowser.expect(page.locator("#checklist")).containsText("No picture and no sound yet");
		// The threshold is a line in the chart
		TestBrowser.await(page, "Chart.getChart('frames-chart').data.datasets.at(-1).data.at(-1).y === 1");
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
		TestBrowser.screenshot(page, "stream-frozen");
		stream.change(Push.defaults());
		TestBrowser.expect(page.locator("#events li").first()).containsText("Resumed");
		TestBrowser.expect(page.locator("#state .badge")).hasText("Live");
		stream.goOffline();
		TestBrowser.expect(page.locator("#events li").first()).containsText("Disconnected");
		TestBrowser.expect(page.locator("#events li")).hasCount(4);
		TestBrowser.expect(page.locator("#state")).containsText("Nobody publishes.");
		TestBrowser.expect(other.locator("#events li")).hasCount(4);
		assertThat(TestBrowser.accessibilityFindings(other)).isEmpty();
		assertFitsTheScreen(other);
		TestBrowser.screenshot(other, "stream-events-dark-phone");
	}

	// No renewal triggers this event
	@Test
	void eventsComeByThemselves() {
		SimulatedStream stream = this.simulator.createStream("front-yard");
		Page page = this.browser.desktop();
		page.navigate("/hubs/piliHub/streams/" + stream.id());
		page.evaluate(
				"document.querySelector('.state').addEventListener('pili:change', () => { window.told = true; })");
		// Another tab of the same browser shares its connections
		Page list = page.context().newPage();
		list.navigate("/");
		list.evaluate("document.addEventListener('pili:change', () => { window.told = true; }, true)");
		stream.goLive();
		TestBrowser.await(page, "window.told === true");
		TestBrowser.await(list, "window.told === true");
		TestBrowser.expect(page.locator("#state .badge")).hasText("Live");
		TestBrowser.expect(list.locator("#streams .badge.live")).hasCount(1);
	}

	@Test
	void newcomerPushesASimulatedStreamAndSeesWhyAnotherIsRefused() {
		SimulatedStream stream = this.simulator.createStream(StreamSpec.titled("first").withPublishSecurity("dynamic"));
		Page page = this.browser.phone();
		page.navigate("/hubs/piliHub/streams/" + stream.id());
		button(page, "Push a simulated stream").click();
		TestBrowser.expect(page.locator("#push-answer")).hasText("The simulated stream was accepted.");
		TestBrowser.expect(page.locator("#state .badge")).hasText("Live");
		TestBrowser.expect(page.locator("#checklist")).containsText("Somebody publishes.");
		button(page, "End the simulated stream").click();
		TestBrowser.expect(page.locator("#state .badge")).hasText("Not live");
		assertThat(stream.isLive()).isFalse();
		button(page, "Show publish address").click();
		button(page, "Push a simulated stream to this address").click();
		TestBrowser.expect(page.locator("#state .badge")).hasText("Live");
		stream.goOffline();
		TestBrowser.expect(page.locator("#state .badge")).hasText("Not live");
		button(page, "Push a simulated stream to this address").click();
		TestBrowser.expect(page.locator("#push-answer")).containsText("refused: the nonce was used already");
		assertThat(stream.isLive()).isFalse();
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
		assertFitsTheScreen(page);
		TestBrowser.screenshot(page, "first-push-refused-phone");
		page.reload();
		TestBrowser.expect(page.locator("#checklist .failed"))
			.hasText("The push was refused: the nonce was used already");
	}

	@Test
	void addressIsCountedDownAndShownAsAPicture() {
		SimulatedStream stream = this.simulator
			.createStream(StreamSpec.titled("expires").withPublishSecurity("expiry"));
		Page page = this.browser.desktop();
		page.clock().install();
		page.navigate("/hubs/piliHub/streams/" + stream.id());
		page.getByLabel("Valid for").selectOption("PT10M");
		button(page, "Show publish address").click();
		TestBrowser.expect(page.locator("#publish-url")).containsText("rtmp://");
		page.getByText("For a phone: QR code").click();
		TestBrowser.expect(page.locator(".qr svg")).isVisible();
		assertThat(page.locator(".qr path").getAttribute("d")).startsWith("M4,4h1v1h-1z");
		page.clock().runFor(2000);
		TestBrowser.expect(page.locator("[data-expires]")).hasText(Pattern.compile("00:0\\d:\\d\\d left"));
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
		TestBrowser.screenshot(page, "publish-address");
		page.clock().fastForward("11:00");
		TestBrowser.expect(page.locator("[data-expires]")).hasText("The address has expired: show another.");
		this.browser.expectErrors("htmx:timeout");
	}

	@Test
	void timeLineIsClickedDraggedZoomedAndUsedByKeyboard() {
		SimulatedStream stream = this.simulator.createStream("recorded");
		stream.record(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:30:00Z"));
		stream.record(Instant.parse("2026-01-01T01:00:00Z"), Instant.parse("2026-01-01T02:00:00Z"));
		Page page = this.browser.desktop();
		page.navigate("/hubs/piliHub/streams/" + stream.id() + "/recordings");
		Locator line = page.locator(".timeline");
		BoundingBox box = line.boundingBox();
		double y = box.y + box.height / 2;
		page.mouse().click(box.x + box.width * 0.75, y);
		TestBrowser.expect(page.getByLabel("Start", new Page.GetByLabelOptions().setExact(false)).first())
			.hasValue(Pattern.compile(".*T\\d\\d:(29|30|31):?.*"));
		String moment = page.locator("#at").inputValue();
		assertThat(moment).isEqualTo(page.locator("#start").inputValue());
		TestBrowser.expect(page.locator("#moment")).containsText("Moment: ");
		page.mouse().move(box.x + box.width * 0.5, y);
		page.mouse().down();
		page.mouse().move(box.x + box.width * 0.6, y);
		page.mouse().move(box.x + box.width * 0.7, y);
		page.mouse().up();
		TestBrowser.expect(page.locator("#moment")).containsText("Range: ");
		assertThat(seconds(page)).isBetween(1380L, 1500L);
		button(page, "Zoom in").click();
		assertThat(page.evaluate("document.querySelectorAll('.timeline .bar')[0].getAttribute('width')"))
			.isEqualTo("0%");
		button(page, "All").click();
		line.focus();
		page.keyboard().press("Home");
		page.keyboard().press("ArrowRight");
		TestBrowser.expect(line).hasAttribute("aria-valuetext", Pattern.compile("Moment: .*"));
		TestBrowser.expect(line)
			.hasAttribute("aria-valuenow", Long.toString(Instant.parse("2026-01-01T00:01:12Z").getEpochSecond()));
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
		TestBrowser.screenshot(page, "timeline");
		// A picture of that moment, though nobody publishes now
		button(page, "Take a snapshot").click();
		TestBrowser.expect(page.locator("#pictures .badge.good")).hasText("Done");
		button(page, "Save as a file").click();
		TestBrowser.expect(page.locator("#files .badge.good")).hasCount(1);
		page.locator("#files").getByText("Remove from the list").click();
		TestBrowser.expect(page.locator("#files .file")).hasCount(0);
		page.reload();
		TestBrowser.expect(page.locator("#files .file")).hasCount(0);
		TestBrowser.expect(page.locator("#pictures .file")).hasCount(1);
	}

	private static long seconds(Page page) {
		return ((Number) page.evaluate("(new Date(document.getElementById('end').value)"
				+ " - new Date(document.getElementById('start').value)) / 1000"))
			.longValue();
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

}
