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

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.WaitUntilState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests that the list of streams follows the search, whatever comes in between.
 */
class ConsoleSearchTests extends AbstractConsoleTests {

	@BeforeEach
	void createStreams() {
		for (int number = 1; number <= 7; number++) {
			this.simulator.createStream("camera-" + number);
		}
		this.simulator.createStream("lobby");
	}

	@Test
	void whatIsEnteredBeforeTheScriptsAreThereIsSearched() {
		Page page = this.browser.desktop();
		HeldRequests scripts = new HeldRequests(page, (request) -> request.resourceType().equals("script"));
		page.navigate("/", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
		page.getByLabel("Title starts with").pressSequentially("lob");
		TestBrowser.expect(rows(page)).hasCount(5);
		scripts.release();
		TestBrowser.expect(rows(page)).hasCount(1);
		TestBrowser.expect(page).hasURL(Pattern.compile(".*prefix=lob.*"));
	}

	@Test
	void searchIsNotLostToARenewalThatIsAnsweredFirst() {
		Page page = this.browser.desktop();
		page.navigate("/");
		HeldRequests renewals = new HeldRequests(page, ConsoleSearchTests::isRenewal);
		renewals.await(page, 1);
		HeldRequests search = new HeldRequests(page,
				(request) -> !isRenewal(request) && request.url().contains("prefix=lob"));
		page.getByLabel("Title starts with").fill("lob");
		search.await(page, 1);
		renewals.releaseFirst();
		page.waitForTimeout(300);
		search.release();
		// Of later renewals none is answered, so the rows are those of the search
		TestBrowser.expect(rows(page)).hasCount(1);
		TestBrowser.expect(page).hasURL(Pattern.compile(".*prefix=lob.*"));
	}

	@Test
	void renewalFollowsWhatIsInTheForm() {
		Page page = this.browser.desktop();
		page.navigate("/");
		page.getByLabel("Title starts with").fill("lob");
		TestBrowser.expect(rows(page)).hasCount(1);
		this.simulator.createStream("lobby-2");
		TestBrowser.expect(rows(page)).hasCount(2);
	}

	@Test
	void renewalKeepsItsPlaceInTheList() {
		Page page = this.browser.desktop();
		page.navigate("/");
		page.getByText("Next page").click();
		TestBrowser.expect(rows(page)).hasCount(3);
		this.simulator.createStream("porch");
		TestBrowser.expect(rows(page)).hasCount(4);
		page.getByLabel("Title starts with").fill("camera-7");
		TestBrowser.expect(rows(page)).hasCount(1);
	}

	@Test
	void searchThatFailsOnALaterPageIsMadeUpForFromTheFirst() {
		Page page = this.browser.desktop();
		page.navigate("/");
		page.getByText("Next page").click();
		TestBrowser.expect(rows(page)).hasCount(3);
		piliFails();
		page.getByLabel("Title starts with").fill("camera-1");
		TestBrowser.expect(page.locator("#streams [role=alert]")).isVisible();
		piliIsBack();
		TestBrowser.expect(rows(page)).hasCount(1);
		TestBrowser.expect(rows(page)).containsText("camera-1");
		this.browser.expectErrors("502");
	}

	@Test
	void typingLeavesNoTrailInTheHistory() {
		Page page = this.browser.desktop();
		page.navigate("/hubs/piliHub/new-stream");
		page.navigate("/");
		for (String letter : "camera".split("")) {
			String prefix = page.getByLabel("Title starts with").inputValue() + letter;
			page.getByLabel("Title starts with").press(letter);
			TestBrowser.expect(page).hasURL(Pattern.compile(".*prefix=" + prefix + "(&.*)?"));
		}
		page.goBack();
		TestBrowser.expect(page).hasURL(Pattern.compile(".*/new-stream"));
	}

	private static Locator rows(Page page) {
		return page.locator("#streams tbody tr");
	}

	private static boolean isRenewal(Request request) {
		return "streams".equals(request.headers().get("hx-trigger"));
	}

}
