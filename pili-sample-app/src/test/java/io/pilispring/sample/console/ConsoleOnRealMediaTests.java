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

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

import io.pilispring.sample.RealMedia;
import io.pilispring.simulator.media.MediaServer;
import io.pilispring.simulator.media.TestPicture;
import io.pilispring.testsupport.RequiresPrograms;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the console in a browser, on real media.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "pili.hub=test-hub", "pili.hubs.studio.hub=studio-live", "pili.hubs.studio.api-version=v2",
				"pili.hubs.studio.domains.https=false" })
@ActiveProfiles("media")
@RequiresPrograms({ "chromium", "node", "nginx", "ngx_rtmp_module.so", "ffmpeg", "ffprobe" })
@RealMedia
@ExtendWith(SharedBrowser.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleOnRealMediaTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	// The pictures come from another address, whose pixels the page may read as it allows
	// that
	private static final String PICTURE = """
			() => {
				const video = document.querySelector('video');
				const canvas = document.createElement('canvas');
				canvas.width = 64;
				canvas.height = 36;
				const context = canvas.getContext('2d');
				context.drawImage(video, 0, 0, 64, 36);
				return context.getImageData(0, 0, 64, 36).data.join();
			}""";

	@Autowired
	private MediaServer media;

	@LocalServerPort
	private int port;

	private TestBrowser browser;

	@BeforeAll
	void open(Browser browser) {
		this.browser = new TestBrowser(browser, this.port);
	}

	@AfterEach
	void noConsoleErrors() {
		List<String> errors = this.browser.endTest();
		assertThat(errors).isEmpty();
	}

	@Test
	void streamIsCreatedPublishedSeenSavedPhotographedAndEnded(@TempDir Path temp) throws Exception {
		Page page = this.browser.desktop();
		page.navigate("/hubs/piliHub/new-stream");
		page.getByLabel("Title").fill("front-door");
		page.getByLabel("Security of publish addresses").selectOption("dynamic");
		button(page, "Create stream").click();
		TestBrowser.expect(page.locator("#state .badge")).hasText("Not live");
		button(page, "Show publish address").click();
		String url = page.locator("#publish-url").textContent();
		try (TestPicture wrong = this.media.publishTestPicture(url.replace("token=", "token=_"))) {
			assertThat(wrong.awaitEnd(LIMIT)).isTrue();
		}
		try (TestPicture picture = this.media.publishTestPicture(url)) {
			TestBrowser.expect(page.locator("#state .badge")).hasText("Live");
			seeThePictureMove(page);
			seeTheChartMove(page);
			assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
			lookAround(page.url());
			page.getByText("Recordings").click();
			saveARange(page, temp);
			takeASnapshot(page);
			TestBrowser.screenshot(page, "recordings");
			page.getByText("Settings").click();
			assertThat(picture.isRunning()).isTrue();
			page.getByText("Disable", new Page.GetByTextOptions().setExact(true)).click();
			TestBrowser.expect(page.locator("#state .badge")).hasText("Disabled");
			assertThat(picture.awaitEnd(LIMIT)).isTrue();
		}
		page.navigate("/");
		TestBrowser.expect(page.locator("#streams .badge.disabled")).hasText("Disabled");
	}

	@Test
	void streamOfVersionTwoIsPublishedSeenPlayedAgainPhotographedAndEnded(@TempDir Path temp) throws Exception {
		Page page = this.browser.desktop();
		page.navigate("/hubs/studio/new-stream");
		page.getByLabel("Key").fill("stage");
		button(page, "Create stream").click();
		TestBrowser.expect(page.locator("#state .badge")).hasText("Not live");
		button(page, "Show publish address").click();
		try (TestPicture picture = this.media.publishTestPicture(page.locator("#publish-url").textContent())) {
			TestBrowser.expect(page.locator("#state .badge")).hasText("Live");
			seeThePictureMove(page);
			seeTheChartMove(page);
			TestBrowser.expect(page.locator("#facts")).containsText("Live since");
			TestBrowser.expect(page.locator("#media-facts")).containsText("640 × 360");
			TestBrowser.expect(page.locator("#media-facts")).containsText("avc1");
			TestBrowser.expect(page.locator("#media-facts")).containsText(Pattern.compile("Latency\\s*\\d+\\.\\d s"));
			assertThat(TestBrowser.accessibilityFindings(page)).isEmpty();
			TestBrowser.screenshot(page, "v2-stream-media");
			page.getByText("Recordings").click();
			saveARange(page, temp);
			takeASnapshot(page);
			TestBrowser.screenshot(page, "v2-recordings-media");
			page.getByText("Settings").click();
			assertThat(picture.isRunning()).isTrue();
			button(page, "Disable for that time").click();
			TestBrowser.expect(page.locator("#state .badge")).hasText("Disabled");
			assertThat(picture.awaitEnd(LIMIT)).isTrue();
		}
	}

	private static void seeThePictureMove(Page page) {
		TestBrowser.await(page, "document.querySelector('video').currentTime > 0.5");
		Object before = (page.evaluate("document.querySelector('video').currentTime"));
		Object first = page.evaluate(PICTURE);
		TestBrowser.await(page,
				"document.querySelector('video').currentTime > before + 1".replace("before", before.toString()));
		assertThat(page.evaluate(PICTURE)).isNotEqualTo(first);
		assertThat(number(page.evaluate("document.querySelector('video').videoWidth"))).isEqualTo(640);
	}

	private static void seeTheChartMove(Page page) {
		TestBrowser.await(page, "Number(document.querySelector('#rates').dataset.points) > 0");
		Object before = page.evaluate("Number(document.querySelector('#rates').dataset.points)");
		TestBrowser.await(page, "Number(document.querySelector('#rates').dataset.points) > before".replace("before",
				before.toString()));
		TestBrowser.expect(page.locator("[data-figure=video]")).hasText(Pattern.compile("1[2-8] fps"));
		TestBrowser.await(page, "Chart.getChart('bytes-chart').data.datasets[0].data.at(-1).y > 10");
	}

	private void lookAround(String url) {
		Page dark = this.browser.dark();
		dark.navigate(url);
		Page phone = this.browser.darkPhone();
		phone.navigate(url);
		Page light = this.browser.desktop();
		light.navigate(url);
		for (Page page : new Page[] { dark, phone, light }) {
			TestBrowser.await(page, "document.querySelector('video').currentTime > 0.5");
			TestBrowser.await(page, "Chart.getChart('bytes-chart').data.datasets[0].data.length > 4");
		}
		TestBrowser.screenshot(dark, "stream-dark");
		TestBrowser.screenshot(phone, "stream-dark-phone");
		TestBrowser.screenshot(light, "stream");
		assertThat(phone.evaluate("document.documentElement.scrollWidth - innerWidth")).isEqualTo(0);
		assertThat(TestBrowser.accessibilityFindings(dark)).isEmpty();
		assertThat(TestBrowser.accessibilityFindings(phone)).isEmpty();
		for (Page page : new Page[] { dark, phone, light }) {
			page.context().close();
		}
	}

	private static void saveARange(Page page, Path temp) throws Exception {
		page.locator(".segment").first().click();
		button(page, "Play the range").click();
		TestBrowser.await(page, "document.querySelector('#playback video')?.currentTime > 0.5");
		page.getByLabel("File name").fill("door.mp4");
		button(page, "Save as a file").click();
		TestBrowser.expect(page.locator("#files .badge")).hasText("Done");
		APIResponse answer = page.request().get(page.locator("#files a").getAttribute("href"));
		Path mp4 = Files.write(temp.resolve("door.mp4"), answer.body());
		assertThat(run("ffprobe", "-v", "error", "-show_entries", "stream=codec_name:format=duration", mp4.toString()))
			.contains("h264")
			.contains("aac")
			.containsPattern("duration=[1-9]");
		assertThat(run("ffmpeg", "-nostdin", "-v", "error", "-i", mp4.toString(), "-f", "null", "-")).isEmpty();
	}

	private static void takeASnapshot(Page page) {
		button(page, "Take a snapshot").click();
		Locator picture = page.locator("#pictures img");
		TestBrowser.expect(picture).isVisible();
		picture.scrollIntoViewIfNeeded();
		TestBrowser.await(page, "document.querySelector('#pictures img').naturalWidth === 640");
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
	}

	private static double number(Object value) {
		return ((Number) value).doubleValue();
	}

	private static String run(String... command) throws Exception {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		process.getOutputStream().close();
		try {
			assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).as(String.join(" ", command)).isTrue();
			return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		finally {
			process.destroyForcibly();
		}
	}

}
