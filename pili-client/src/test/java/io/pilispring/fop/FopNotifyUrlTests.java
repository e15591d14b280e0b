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

package io.pilispring.fop;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.pilispring.signing.PiliCredentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class FopNotifyUrlTests {

	private static final String BASE = "https://app.example.com";

	private static final String PATH = "/pili/notifications";

	private PiliCredentials credentials = PiliCredentials.of("ak", "first");

	private Instant now = Instant.parse("2026-01-01T00:00:00Z");

	private final FopNotifyUrl url = url(PATH, BASE);

	@Test
	void urlHoldsAToken() {
		assertThat(this.url.get()).matches(
				"https://app\\.example\\.com/pili/notifications\\?token=[a-z0-9]+\\.[A-Za-z0-9_-]{12}\\.[A-Za-z0-9_-]{27}");
		assertThat(this.url.isCalledWith(query(this.url.get()))).isTrue();
		assertThat(this.url.path()).isEqualTo(PATH);
	}

	@Test
	void allInstancesAcceptTheUrlsOfOneAnother() {
		assertThat(this.url.isCalledWith(query(url(PATH, BASE).get()))).isTrue();
		assertThat(url(PATH, "https://other.example.com/app/").isCalledWith(query(this.url.get()))).isTrue();
		assertThat(url(PATH, "https://other.example.com/app/").get())
			.startsWith("https://other.example.com/app/pili/notifications?token=");
	}

	@Test
	void everyOperationHasAUrlOfItsOwn() {
		String first = query(this.url.get());
		String second = query(this.url.get());
		assertThat(first).isNotEqualTo(second);
		assertThat(this.url.identityOf(first)).isNotEqualTo(this.url.identityOf(second));
		assertThat(first).startsWith("token=" + this.url.identityOf(first) + ".");
		assertThat(this.url.identityOf(first)).hasSizeLessThan(first.length() - 27);
		assertThatIllegalArgumentException().isThrownBy(() -> this.url.identityOf(null));
	}

	@Test
	void urlExpires() {
		String week = query(this.url.get());
		String hour = query(this.url.validFor(Duration.ofHours(1)).get());
		this.now = this.now.plus(Duration.ofHours(1)).minusSeconds(1);
		assertThat(this.url.isCalledWith(hour)).isTrue();
		this.now = this.now.plusSeconds(1);
		assertThat(this.url.isCalledWith(hour)).isFalse();
		assertThat(this.url.isCalledWith(week)).isTrue();
		this.now = this.now.plus(Duration.ofDays(7));
		assertThat(this.url.isCalledWith(week)).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> this.url.validFor(Duration.ZERO))
			.withMessageStartingWith("'validity' must be");
		assertThatIllegalArgumentException().isThrownBy(() -> this.url.validFor(Duration.ofDays(3651)));
	}

	@Test
	void otherKeysAndPathsHaveOtherTokens() {
		String other = query(url("/other", BASE).get());
		assertThat(this.url.isCalledWith(other)).isFalse();
		String before = query(this.url.get());
		this.credentials = PiliCredentials.of("ak", "second");
		FopNotifyUrl started = url(PATH, BASE);
		assertThat(started.isCalledWith(before)).isFalse();
		assertThat(query(started.get())).isNotEqualTo(before);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "token", "token=", "token=*", "token=AAAAAAAAAAAAAAAAAAAAAAAAAAA", "token=.",
			"token=..", "token=a.b.c", "token=zzzz.AAAAAAAAAAAA.", "x=1&token=", "token=%00", "token=\u4e2d\u6587" })
	void otherQueriesAreRefused(String query) {
		assertThat(this.url.isCalledWith(query)).isFalse();
	}

	@Test
	void everyCharacterOfTheTokenCounts() {
		String query = query(this.url.get());
		int start = "token=".length();
		assertThat(IntStream.range(start, query.length())).allSatisfy((i) -> {
			char other = (query.charAt(i) != 'A') ? 'A' : 'B';
			assertThat(this.url.isCalledWith(query.substring(0, i) + other + query.substring(i + 1))).isFalse();
			assertThat(this.url.isCalledWith(query.substring(0, i))).isFalse();
		});
		assertThat(this.url.isCalledWith(query + "A")).isFalse();
		assertThat(this.url.isCalledWith("x=1&" + query + "&y=2")).isTrue();
	}

	@Test
	void tokenOfTheCredentialsBeforeIsGoodForADay() {
		String before = query(this.url.get());
		this.credentials = PiliCredentials.of("ak", "second");
		assertThat(this.url.isCalledWith(before)).isTrue();
		assertThat(query(this.url.get())).isNotEqualTo(before);
		assertThat(this.url.isCalledWith(query(this.url.get()))).isTrue();
		this.now = this.now.plus(Duration.ofDays(1)).minusSeconds(1);
		assertThat(this.url.isCalledWith(before)).isTrue();
		this.now = this.now.plusSeconds(1);
		assertThat(this.url.isCalledWith(before)).isFalse();
		assertThat(this.url.isCalledWith(query(this.url.get()))).isTrue();
	}

	@Test
	void onlyTheCredentialsJustBeforeCount() {
		String first = query(this.url.get());
		this.credentials = PiliCredentials.of("ak", "second");
		String second = query(this.url.get());
		this.credentials = PiliCredentials.of("ak", "third");
		assertThat(this.url.isCalledWith(second)).isTrue();
		assertThat(this.url.isCalledWith(first)).isFalse();
	}

	@Test
	void credentialsThatChangeBeforeTheFirstUrlCountToo() {
		String first = query(url(PATH, BASE).get());
		this.credentials = PiliCredentials.of("ak", "second");
		assertThat(this.url.isCalledWith(first)).isTrue();
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " " })
	void withoutBaseUrlOnlyTheUrlIsMissing(String baseUrl) {
		FopNotifyUrl url = url(PATH, baseUrl);
		assertThatIllegalStateException().isThrownBy(url::get).withMessageContaining("pili.notifications.base-url");
		assertThat(this.url.isCalledWith(query(url.get(BASE)))).isTrue();
		assertThat(url).hasToString("FopNotifyUrl[/pili/notifications?token=******]");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "/", "pili", "/pili/", "//pili", "/pili//x", "/../x", "/x/..", "/./x", "/x/.", "/*",
			"/{x}", "/x?y", "/x#y", "/x y", "/x%2F", "/\u4e2d", "/x;y", "/x\n", "http://host/x" })
	void pathsOfOtherFormsAreRefused(String path) {
		assertThatIllegalArgumentException().isThrownBy(() -> url(path, BASE)).withMessageContaining("'path'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a", "/a/b.c", "/.well-known/x", "/..a", "/a_b~c-d" })
	void pathsOfThatFormAreTaken(String path) {
		assertThat(url(path, BASE).get()).startsWith(BASE + path + "?token=");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "app.example.com", "ftp://app.example.com", "https://", "https:///x", "https://u:p4ss@host",
					"https://host?x", "https://host#x", "https://host/a//b", "https://ho st", "javascript:x" })
	void baseUrlsOfOtherFormsAreRefusedAndNotTold(String baseUrl) {
		assertThatIllegalArgumentException().isThrownBy(() -> url(PATH, baseUrl))
			.withMessageContaining("'baseUrl'")
			.withMessageNotContaining("p4ss");
		assertThatIllegalArgumentException().isThrownBy(() -> this.url.get(baseUrl)).withMessageContaining("'baseUrl'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:8080", "https://app.example.com/", "https://[::1]:8443/app",
			"HTTPS://app.example.com/a/b//" })
	void baseUrlsOfThatFormAreTaken(String baseUrl) {
		assertThat(URI.create(url(PATH, baseUrl).get()).getRawPath()).doesNotContain("//").endsWith(PATH);
	}

	@Test
	void descriptionHoldsNoToken() {
		assertThat(this.url.toString())
			.isEqualTo("FopNotifyUrl[https://app.example.com/pili/notifications?token=******]")
			.doesNotContain(query(this.url.get()));
	}

	@Test
	void onlyTheFirstTokenIsLookedAt() {
		String query = query(this.url.get());
		assertThat(this.url.isCalledWith("token=wrong&" + query)).isFalse();
		assertThat(this.url.isCalledWith(query + "&token=wrong")).isTrue();
	}

	@Test
	void eachHubHasATokenOfItsOwnAccount() {
		Map<String, Supplier<PiliCredentials>> credentials = new LinkedHashMap<>();
		credentials.put("piliHub", () -> this.credentials);
		credentials.put("archive", () -> this.credentials);
		credentials.put("partner", () -> PiliCredentials.of("partner", "secret"));
		FopNotifyUrl urls = new FopNotifyUrl(credentials, PATH, BASE);
		assertThat(this.url.isCalledWith(query(urls.get()))).isTrue();
		String archive = query(urls.forHub("archive").get());
		String partner = query(urls.forHub("partner").get());
		assertThat(urls.hubOf(query(urls.get()))).isEqualTo("piliHub");
		assertThat(urls.hubOf(archive)).isEqualTo("archive");
		assertThat(urls.hubOf(partner)).isEqualTo("partner");
		assertThat(urls.forHub("archive").hubOf(partner)).isEqualTo("partner");
		assertThat(urls.hubOf(archive.replace("hub=archive", "hub=partner"))).isNull();
		assertThat(urls.hubOf(partner.replace("hub=partner&", ""))).isNull();
		assertThat(urls.hubOf(archive.replace("hub=archive", "hub=nope"))).isNull();
		assertThat(urls.hubOf("hub=nope&" + archive)).isNull();
		assertThatIllegalArgumentException().isThrownBy(() -> urls.forHub("nope")).withMessageContaining("'nope'");
	}

	private FopNotifyUrl url(String path, String baseUrl) {
		return new FopNotifyUrl(() -> this.credentials, path, baseUrl, () -> this.now);
	}

	private static String query(String url) {
		return URI.create(url).getRawQuery();
	}

}
