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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotCaret;
import org.springframework.core.io.ClassPathResource;

/**
 * The browser of this machine, on one application.
 */
final class TestBrowser {

	static final int LIMIT_MILLIS = 30_000;

	// htmx logs a renewal that a search took the place of
	private static final Set<String> ABORTED = Set.of("htmx:afterRequest", "htmx:sendAbort");

	private final Browser browser;

	private final String address;

	private final List<String> errors = new ArrayList<>();

	private final List<BrowserContext> contexts = new ArrayList<>();

	TestBrowser(Browser browser, int port) {
		PlaywrightAssertions.setDefaultAssertionTimeout(LIMIT_MILLIS);
		this.browser = browser;
		this.address = "http://127.0.0.1:" + port;
	}

	Page desktop() {
		return page(new Browser.NewContextOptions().setViewportSize(1280, 900));
	}

	Page phone() {
		return page(new Browser.NewContextOptions().setViewportSize(375, 812).setDeviceScaleFactor(1));
	}

	Page dark() {
		return page(new Browser.NewContextOptions().setViewportSize(1280, 900).setColorScheme(ColorScheme.DARK));
	}

	Page darkPhone() {
		return page(new Browser.NewContextOptions().setViewportSize(375, 812).setColorScheme(ColorScheme.DARK));
	}

	Page chinese() {
		return page(new Browser.NewContextOptions().setViewportSize(1280, 900).setLocale("zh-CN"));
	}

	Page withoutScripts() {
		return page(new Browser.NewContextOptions().setViewportSize(1280, 900).setJavaScriptEnabled(false));
	}

	private Page page(Browser.NewContextOptions options) {
		BrowserContext context = this.browser.newContext(options.setBaseURL(this.address));
		context.setDefaultTimeout(LIMIT_MILLIS);
		this.contexts.add(context);
		Page page = context.newPage();
		page.onConsoleMessage((message) -> {
			if ("error".equals(message.type()) && ABORTED.stream().noneMatch(message.text()::startsWith)) {
				this.errors.add(page.url() + ": " + message.text() + " " + message.location());
			}
		});
		page.onPageError((error) -> this.errors.add(page.url() + ": " + error));
		return page;
	}

	// The browser and htmx log what a page asked for in vain
	void expectErrors(String... texts) {
		this.errors.removeIf((error) -> Arrays.stream(texts).anyMatch(error::contains));
	}

	// Closes the pages, which otherwise would go on and ask
	List<String> endTest() {
		this.contexts.forEach(BrowserContext::close);
		this.contexts.clear();
		List<String> left = List.copyOf(this.errors);
		this.errors.clear();
		return left;
	}

	static void screenshot(Page page, String name) {
		// To hide the caret, styles would be set in the page, which its policy forbids
		page.screenshot(new ScreenshotOptions().setCaret(ScreenshotCaret.INITIAL)
			.setPath(Path.of("target", "screenshots", name + ".png")));
	}

	// What the protocol of the browser evaluates is not bound by the policy of the page
	static List<String> accessibilityFindings(Page page) {
		page.evaluate(axe());
		Object findings = page.evaluate("axe.run().then((result) => result.violations"
				+ ".map((each) => each.id + ': ' + each.nodes.map((node) => node.html).join(' | ')))");
		return ((List<?>) findings).stream().map(Object::toString).toList();
	}

	private static String axe() {
		try {
			return new ClassPathResource("META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")
				.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	// Goes on with the tabulator until the element of that name has the focus
	static void focus(Page page, String name) {
		for (int step = 0; step < 60; step++) {
			page.keyboard().press("Tab");
			String focused = (String) page.evaluate("(document.activeElement.labels?.[0]?.querySelector('span')"
					+ " ?? document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()");
			if (focused.equals(name)) {
				return;
			}
		}
		throw new AssertionError("The tabulator does not reach '" + name + "'");
	}

	// Playwright's own wait makes code out of text in the page, which its policy forbids
	static void await(Page page, String condition) {
		long start = System.nanoTime();
		while (!Boolean.TRUE.equals(page.evaluate(condition))) {
			if (System.nanoTime() - start > LIMIT_MILLIS * 1_000_000L) {
				throw new AssertionError("Waited too long for " + condition);
			}
			page.waitForTimeout(100);
		}
	}

	static LocatorAssertions expect(Locator locator) {
		return PlaywrightAssertions.assertThat(locator);
	}

	static PageAssertions expect(Page page) {
		return PlaywrightAssertions.assertThat(page);
	}

}
