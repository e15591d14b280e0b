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

package io.pilispring.internal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SafeTextTests {

	private static final String SECRET = "hush";

	@ParameterizedTest
	@ValueSource(strings = { "{\"publishKey\":\"hush\"}", "{\"publishKey\" :\n \"hush\"}", "{\"secretKey\":\"hush",
			"{\"publishKey\":\"a\\\"hush\"}", "{\"publishKey\":\"a\\\\\\\"hush\"}", "rtmp://h/a/b?key=hush",
			"rtmp://h/a/b?nonce=1&token=hush", "http://h?a=b&key=hush&c=d", "{\"publishKey\":[\"hush\",\"hush\"]}",
			"{\"publishKey\":{\"a\":\"hush\"}}", "{\"publishKey\": hush}", "{\"PublishKey\":\"hush\"}",
			"{\\\"publishKey\\\":\\\"hush\\\"}", "{\"publishKey\":\"it's hush\"}", "{'publishKey':'a \"hush\"'}",
			"publish_key=hush", "publish-key: hush", "PUBLISHKEY=hush&a=b", "secret_key:hush", "publishKey:hush",
			"<publishKey>hush</publishKey>", "<secret_key >hush", "<PublishKey>\nhush", "{publishKey: 'hush'}",
			"{\"publish_key\":\"hush\"}", "Qiniu ak:hush", "Authorization: Qiniu ak-1_2:hush=", "qiniu :hush" })
	void keysAreMasked(String text) {
		assertThat(SafeText.of(text)).contains("******").doesNotContain(SECRET);
	}

	@Test
	void keysAreMaskedBeforeTheCut() {
		String safe = SafeText.of("x".repeat(270) + "{\"publishKey\":\"" + SECRET.repeat(1000) + "\"}");
		assertThat(safe).doesNotContain(SECRET).startsWith("xxx").hasSizeLessThanOrEqualTo(303);
	}

	@Test
	void restIsKept() {
		assertThat(SafeText.of("{\"id\":\"a\",\"publishKey\":\"hush\",\"title\":\"流 😀\"}"))
			.isEqualTo("{\"id\":\"a\",\"publishKey\":\"******\",\"title\":\"流 😀\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "publish key missing", "the publishKey", "key=5", "Qiniu is a company: yes", "a:b",
			"<a>b</a>" })
	void whatIsNoKeyIsKept(String text) {
		assertThat(SafeText.of(text)).isEqualTo(text);
	}

	@Test
	void isOneLine() {
		assertThat(SafeText.of(" a\r\nb\tc\u0000d\u001B[31m\u2028e\u2029f\u202Eg\uFEFFh\uD800i "))
			.isEqualTo("a  b c d [31m e f g h i");
	}

	@Test
	void isShort() {
		assertThat(SafeText.of("a".repeat(300))).hasSize(300);
		assertThat(SafeText.of("a".repeat(301))).hasSize(303).endsWith("a...");
		assertThat(SafeText.of("😀".repeat(5000))).isEqualTo("😀".repeat(300) + "...");
		assertThat(SafeText.of("\"publishKey\":\"" + "\\\"".repeat(1_000_000))).isEqualTo("\"publishKey\":\"******");
	}

	@ParameterizedTest
	@CsvSource({ "https://u:hush@h/a,https://******@h/a", "u:hush@h,******@h", "https://h/a,https://h/a",
			"https://u:hu@sh@h/a,https://******@h/a", "http://u:hu/sh@h,http://******@h", "@,******@", "h,h" })
	void userInfoIsMasked(String url, String expected) {
		assertThat(SafeText.withoutUserInfo(url)).isEqualTo(expected);
	}

	@Test
	@Timeout(10)
	void longTextTakesNoLongTime() {
		for (String text : new String[] { "a".repeat(2_000_000), "@".repeat(2_000_000), "/".repeat(2_000_000),
				"a@".repeat(1_000_000), "\"publishKey\"".repeat(200_000), "?key=".repeat(400_000),
				"\\".repeat(2_000_000), "publishKey\\".repeat(200_000), "Qiniu ".repeat(300_000),
				"<publishKey".repeat(200_000) }) {
			assertThat(SafeText.of(text)).hasSizeLessThanOrEqualTo(303);
			assertThat(SafeText.withoutUserInfo(text)).isNotEmpty();
		}
	}

}
