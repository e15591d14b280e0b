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

import java.util.regex.Pattern;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.pilispring.simulator.Push;
import io.pilispring.simulator.SimulatedStream;
import io.pilispring.v1.PiliHub;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the console tells the truth while PILI, or the application, is in trouble.
 */
class ConsoleInTroubleTests extends AbstractConsoleTests {

	private static final Pattern SINCE = Pattern.compile("No news since \\d+:\\d\\d:\\d\\d [AP]M\\.");

	private static final Pattern GONE = Pattern.compile("PILI cannot be reached");

	@Autowired
	private PiliHub hub;

	@Test
	void listThatCannotBeRenewedStaysAndSaysSinceWhenItIsOld() {
		this.simulator.createStream("front-door").goLive();
		Page page = this.browser.desktop();
		page.navigate("/");
		Page dark = this.browser.darkPhone();
		dark.navigate("/");
		piliFails();
		Locator list = page.locator("#streams");
		TestBrowser.expect(list).containsText(SINCE);
		TestBrowser.expect(list).containsText("PILI has a problem of its own");
		TestBrowser.expect(list).containsText("the-request-id");
		TestBrowser.expect(rows(page)).hasCount(1);
		TestBrowser.expect(page.locator("#notices")).containsText("This is the plain simulator");
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
		TestBrowser.screenshot(page, "hub-without-news");
		TestBrowser.expect(dark.locator("#streams")).containsText(SINCE);
		assertThat(TestBrowser.accessibilityFindings(dark)).isEmpty();
		assertFitsTheScreen(dark);
		TestBrowser.screenshot(dark, "hub-without-news-dark-phone");
		piliIsBack();
		this.simulator.createStream("back-door");
		TestBrowser.expect(rows(page)).hasCount(2);
		TestBrowser.expect(list).not().containsText(SINCE);
		this.browser.expectErrors("502");
	}

	@Test
	void searchThatFailsShowsNoRowsOfAnotherAndIsMadeUpFor() {
		this.simulator.createStream("front-door");
		this.simulator.createStream("lobby");
		Page page = this.browser.desktop();
		page.navigate("/");
		piliFails();
		page.getByLabel("Title starts with").fill("lob");
		TestBrowser.expect(page.locator("#streams")).containsText("PILI has a problem of its own");
		TestBrowser.expect(rows(page)).hasCount(0);
		TestBrowser.expect(page.locator("#streams")).not().containsText(SINCE);
		TestBrowser.expect(page.locator("#notices")).containsText("This is the plain simulator");
		TestBrowser.expect(page).hasURL(Pattern.compile(".*prefix=lob.*"));
		piliIsBack();
		TestBrowser.expect(rows(page)).hasCount(1);
		TestBrowser.expect(rows(page)).containsText("lobby");
		this.browser.expectErrors("502");
	}

	@Test
	void listThatFailedAtFirstComesByItself() {
		this.simulator.createStream("front-door");
		piliIsGone();
		Page page = this.browser.phone();
		assertThat(page.navigate("/hubs/piliHub?prefix=front").status()).isEqualTo(502);
		TestBrowser.expect(page.locator("#streams [role=alert]")).containsText(GONE);
		TestBrowser.expect(page.getByLabel("Title starts with")).hasValue("front");
		TestBrowser.screenshot(page, "hub-failed-phone");
		piliIsBack();
		TestBrowser.expect(rows(page)).hasCount(1);
		TestBrowser.expect(page.locator("#streams [role=alert]")).hasCount(0);
		this.browser.expectErrors("502");
	}

	@Test
	void streamOfWhichThereIsNoNewsIsNotCalledLive() {
		SimulatedStream stream = this.simulator.createStream("front-door");
		stream.goLive(Push.defaults().withBytesPerSecond(125_000));
		Page dark = this.browser.darkPhone();
		dark.navigate("/hubs/piliHub/streams/" + stream.id());
		Page page = this.browser.desktop();
		page.navigate("/hubs/piliHub/streams/" + stream.id());
		TestBrowser.expect(page.locator("[data-figure=bytes]")).hasText("1000 kbps");
		TestBrowser.await(page, "Chart.getChart('bytes-chart').data.datasets[0].data.length > 2");
		piliIsGone();
		TestBrowser.expect(page.locator(".title-row")).containsText(SINCE);
		TestBrowser.expect(page.locator(".title-row")).containsText(GONE);
		TestBrowser
			.expect(page.getByText("Live", new Page.GetByTextOptions().setExact(true)).and(page.locator(".badge")))
			.not()
			.isVisible();
		TestBrowser.expect(page.locator("[data-figure=bytes]")).hasText("–");
		// The time goes on in the chart
		TestBrowser.await(page, "(({scales, data}) => scales.x.max - data.datasets[0].data.at(-1).x > 4000)"
				+ "(Chart.getChart('bytes-chart'))");
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
		TestBrowser.screenshot(page, "stream-without-news");
		TestBrowser.expect(dark.locator(".title-row")).containsText(SINCE);
		assertThat(TestBrowser.accessibilityFindings(dark)).isEmpty();
		assertFitsTheScreen(dark);
		TestBrowser.screenshot(dark, "stream-without-news-dark-phone");
		piliIsBack();
		TestBrowser.expect(page.locator("#state .badge")).hasText("Live");
		TestBrowser.expect(page.locator("[data-figure=bytes]")).hasText("1000 kbps");
		TestBrowser.expect(page.locator(".title-row")).not().containsText(SINCE);
		assertThat(widestGapWithALine(page)).isLessThan(1600);
		TestBrowser.screenshot(page, "stream-after-an-outage");
		this.browser.expectErrors("502");
	}

	// Between neighbours that are drawn as connected
	private static double widestGapWithALine(Page page) {
		return ((Number) page.evaluate("""
				(() => {
					const points = Chart.getChart('bytes-chart').getDatasetMeta(0).data;
					const at = Chart.getChart('bytes-chart').data.datasets[0].data;
					return Math.max(...at.map((point, i) => i && !points[i].stop ? point.x - at[i - 1].x : 0));
				})()""")).doubleValue();
	}

	@Test
	void chartFallsToZeroWhenTheStreamEnds() {
		SimulatedStream stream = this.simulator.createStream("front-door");
		stream.goLive(Push.defaults().withBytesPerSecond(125_000));
		Page page = this.browser.desktop();
		page.navigate("/hubs/piliHub/streams/" + stream.id());
		TestBrowser.expect(page.locator("[data-figure=bytes]")).hasText("1000 kbps");
		stream.goOffline();
		TestBrowser.expect(page.locator("#state .badge")).hasText("Not live");
		TestBrowser.expect(page.locator("[data-figure=bytes]")).hasText("0 kbps");
		TestBrowser.expect(page.locator("[data-figure=video]")).hasText("0 fps");
		TestBrowser.await(page, "Chart.getChart('bytes-chart').data.datasets[0].data.at(-1).y === 0");
		TestBrowser.await(page, "Chart.getChart('frames-chart').data.datasets[1].data.at(-1).y === 0");
	}

	@Test
	void rateThatPiliDoesNotSayIsNotZero() {
		SimulatedStream stream = this.simulator.createStream("front-door");
		stream.goLive();
		this.simulator.wireMock()
			.stubFor(WireMock.post(WireMock.urlPathEqualTo("/v1/statuses"))
				.willReturn(WireMock.okJson("{\"items\":[{\"streamId\":\"" + stream.id()
						+ "\",\"status\":\"connected\",\"framesPerSecond\":{\"audio\":43,\"video\":25,\"data\":0}}]}")));
		Page page = this.browser.desktop();
		page.navigate("/hubs/piliHub/streams/" + stream.id());
		TestBrowser.expect(page.locator("[data-figure=video]")).hasText("25 fps");
		TestBrowser.expect(page.locator("[data-figure=bytes]")).hasText("–");
	}

	@Test
	void piliThatIsSilentIsNoNewsEither() {
		SimulatedStream stream = this.simulator.createStream("front-door");
		stream.goLive();
		Page list = this.browser.desktop();
		list.navigate("/");
		Page page = this.browser.desktop();
		page.navigate("/hubs/piliHub/streams/" + stream.id());
		piliAnswers(WireMock.ok().withFixedDelay(60_000));
		TestBrowser.expect(page.locator(".title-row")).containsText(SINCE);
		TestBrowser.expect(page.locator(".title-row")).containsText("PILI did not answer in time.");
		TestBrowser.expect(list.locator("#streams")).containsText(SINCE);
		TestBrowser.expect(page.locator("[data-figure=video]")).hasText("–");
		piliIsBack();
		TestBrowser.expect(list.locator("#streams")).not().containsText(SINCE);
		TestBrowser.expect(page.locator("#state .badge")).hasText("Live");
		TestBrowser.expect(page.locator("[data-figure=video]")).hasText("25 fps");
		this.browser.expectErrors("502");
	}

	@Test
	void applicationThatDoesNotAnswerIsTold() {
		SimulatedStream stream = this.simulator.createStream("front-door");
		stream.goLive();
		Page list = this.browser.desktop();
		list.navigate("/");
		Page page = this.browser.desktop();
		page.navigate("/hubs/piliHub/streams/" + stream.id());
		TestBrowser.expect(page.locator("[data-figure=video]")).hasText("25 fps");
		list.context().setOffline(true);
		page.context().setOffline(true);
		TestBrowser.expect(list.locator("#streams")).containsText("This application does not answer.");
		TestBrowser.expect(list.locator("#streams")).containsText(SINCE);
		TestBrowser.expect(page.locator(".title-row")).containsText("This application does not answer.");
		TestBrowser.expect(page.locator("[data-figure=video]")).hasText("–");
		button(page, "Show publish address").click();
		TestBrowser.expect(page.locator("#notices [role=alert]")).hasText("This application does not answer.");
		list.context().setOffline(false);
		page.context().setOffline(false);
		TestBrowser.expect(page.locator("#state .badge")).hasText("Live");
		TestBrowser.expect(list.locator("#streams")).not().containsText(SINCE);
		button(page, "Show publish address").click();
		TestBrowser.expect(page.locator("#publish-url")).containsText("rtmp://");
		TestBrowser.expect(page.locator("#notices [role=alert]")).hasCount(0);
		this.browser.expectErrors("htmx:sendError", "ERR_INTERNET_DISCONNECTED");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/recordings", "/settings" })
	void whatOthersDoToTheStreamShows(String tab) {
		SimulatedStream stream = this.simulator.createStream("front-door");
		stream.goLive();
		Page page = this.browser.desktop();
		page.navigate("/hubs/piliHub/streams/" + stream.id() + tab);
		TestBrowser.expect(page.locator("#state .badge")).hasText("Live");
		this.hub.getStream(stream.id()).disable();
		TestBrowser.expect(page.locator("#state .badge")).hasText("Disabled");
		if (tab.equals("/settings")) {
			TestBrowser.expect(page.locator("#availability")).containsText("The stream is disabled.");
			page.getByLabel("Disable until").first().fill("2099-01-01T00:00");
			this.hub.getStream(stream.id()).enable();
			TestBrowser.expect(page.locator("#availability")).containsText("The stream may be published to.");
			// What is being entered stays
			TestBrowser.expect(page.getByLabel("Disable until").first()).hasValue("2099-01-01T00:00");
			this.hub.getStream(stream.id()).disable();
			TestBrowser.expect(page.locator("#state .badge")).hasText("Disabled");
			button(page, "Enable").click();
			TestBrowser.expect(page.locator("#state .badge")).hasText("Not live");
		}
		this.hub.getStream(stream.id()).delete();
		TestBrowser.expect(page.locator("#state .badge")).hasText("Deleted");
		TestBrowser.expect(page.locator("#state")).containsText("The stream was deleted meanwhile.");
		assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
		TestBrowser.screenshot(page, "deleted" + tab.replace('/', '-'));
	}

	private static Locator rows(Page page) {
		return page.locator("#streams tbody tr");
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

}
