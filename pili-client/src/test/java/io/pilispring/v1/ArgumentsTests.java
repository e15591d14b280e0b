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

package io.pilispring.v1;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.pilispring.PiliServer;
import io.pilispring.internal.Arguments;
import io.pilispring.transport.PiliTransport;
import io.pilispring.url.PublishSecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ArgumentsTests {

	@RegisterExtension
	final PiliServer pili = new PiliServer();

	private final PiliTransport transport = this.pili.transport();

	private final PiliHub hub = PiliHub.create(PiliServer.HUB, this.transport);

	private final PiliStream stream = Streams.of(this.transport);

	@AfterEach
	void nothingWasSent() {
		assertThat(this.pili.requests()).isEmpty();
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", ".", "..", "a/b", "../x", "a?b", "a#b", "a%2Fb", "a b", "a\nb", "a\r\nX: y", "流",
			"😀", "a{b}", "a;b", "a\\b", "\u202E", "a\u0000" })
	void idsThatAreNoneAreRefused(String id) {
		refused(() -> this.hub.getStream(id), "'id' must be ", id);
		refused(() -> this.hub.statuses(Arrays.asList("a", id)), "'id' must be ", id);
	}

	@Test
	void idThatIsTooLongIsCutInTheMessage() {
		refused(() -> this.hub.getStream("a".repeat(401)), "'id' must be ", "a".repeat(100) + "...");
	}

	@Test
	void textOfTheGreatestLengthIsTaken() {
		assertThat(StreamArguments.id("a".repeat(400))).hasSize(400);
		assertThat(Arguments.hub("a".repeat(200))).hasSize(200);
		assertThat(StreamArguments.title("a".repeat(200))).hasSize(200);
		assertThat(Arguments.marker("a".repeat(2000))).hasSize(2000);
		assertThat(Arguments.publishKey("a".repeat(500))).hasSize(500);
		assertThat(Arguments.text("name", "a".repeat(7), 7)).hasSize(7);
		String url = "https://host/" + "a".repeat(1987);
		assertThat(Arguments.notifyUrl(url)).isEqualTo(url).hasSize(2000);
		refused(() -> Arguments.hub("a".repeat(201)), "'hub' must be ", null);
		refused(() -> Arguments.marker("a".repeat(2001)), "'marker' must be ", null);
		refused(() -> Arguments.publishKey("a".repeat(501)), "'publishKey' must be ", null);
		refused(() -> Arguments.text("name", "a".repeat(8), 7), "'name' must be ", null);
		refused(() -> Arguments.notifyUrl(url + "a"), "'notifyUrl' must be ", null);
	}

	@Test
	void valuesAreShownOnOneLine() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.hub.getStream("a\nb\u001B流😀\u2028"))
			.withMessageEndingWith("but is 'a\\u{a}b\\u{1b}\\u{6d41}\\u{1f600}\\u{2028}'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a/../b", "a?b", "a b", "..", "a\\nb" })
	void idsFromAnswersAreCheckedToo(String id) {
		PiliStream stream = Streams.of(this.transport, "{\"id\":\"" + id + "\"}");
		List<Consumer<PiliStream>> calls = List.of(PiliStream::get, PiliStream::disable, PiliStream::enable,
				PiliStream::delete, PiliStream::status, PiliStream::segments, (any) -> any.disable(Instant.now()),
				(any) -> any.saveAs((spec) -> spec.name("a")),
				(any) -> any.snapshot((spec) -> spec.name("a").format("jpg")));
		assertThat(calls).allSatisfy((call) -> refused(() -> call.accept(stream), "'id' must be ", null));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", ".", "..", "a/b", "a b", "a?b", "流", "a\n" })
	void hubsThatAreNoneAreRefused(String name) {
		refused(() -> PiliHub.create(name, this.transport), "'hub' must be ", name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "a.bc", "a bcd", "abcd/", "流流流流", "abc\n", "abcd\n" })
	void titlesThatAreNoneAreRefused(String title) {
		refused(() -> this.hub.createStream((spec) -> spec.title(title)), "'title' must be 4 to 200 ", title);
	}

	@Test
	void titleThatIsTooLongIsRefused() {
		refused(() -> this.hub.createStream((spec) -> spec.title("a".repeat(201))), "'title' must be ", "aaa");
	}

	@ParameterizedTest
	@ValueSource(strings = { "hush\n", "hush\r\nx", "\u0000hush" })
	void publishKeysThatAreNoneAreRefusedAndNotShown(String key) {
		refused(() -> this.hub.createStream((spec) -> spec.publishKey(key)), "'publishKey' must ", null)
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("hush"));
		refused(() -> this.stream.update((spec) -> spec.publishKey(key)), "'publishKey' must ", null)
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("hush"));
	}

	@Test
	void publishSecurityMustHaveText() {
		refused(() -> new PublishSecurity(" "), "'value' must not be blank", null);
	}

	@Test
	void updateMustChangeSomething() {
		refused(() -> this.stream.update((spec) -> spec.publishKey(" ").publishSecurity(null)),
				"One of 'publishKey', 'publishSecurity' and 'disabled' must be set", null);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, Integer.MIN_VALUE })
	void limitsMustBePositive(int limit) {
		String value = String.valueOf(limit);
		refused(() -> this.hub.listStreams((spec) -> spec.pageSize(limit)), "'pageSize' must be positive", value);
		refused(() -> this.hub.streams((spec) -> spec.pageSize(limit)), "'pageSize' must be positive", value);
		refused(() -> this.stream.segments((spec) -> spec.limit(limit)), "'limit' must be positive", value);
	}

	@ParameterizedTest
	@CsvSource({ "2015-08-22T00:00:00Z,", ",2015-08-22T00:00:00Z", "2015-08-22T00:00:00Z,2015-08-22T00:00:00Z",
			"2015-08-22T00:00:01Z,2015-08-22T00:00:00Z", "2015-08-22T00:00:00.1Z,2015-08-22T00:00:00.9Z" })
	void rangesMustBeWhole(Instant start, Instant end) {
		String value = String.valueOf((start != null) ? start : end);
		refused(() -> this.stream.segments((spec) -> spec.start(start).end(end)), "'start' ", value);
		refused(() -> this.stream.saveAs((spec) -> spec.name("a").start(start).end(end)), "'start' ", value);
		refused(() -> this.stream.hlsPlaybackUrls(start, end), "'start' ", value);
	}

	@Test
	void playbackNeedsARange() {
		refused(() -> this.stream.hlsPlaybackUrls(null, null), "'start' and 'end' must not be null", "null");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " " })
	void namesAndFormatsAreNeeded(String text) {
		refused(() -> this.stream.saveAs((spec) -> spec.name(text)), "'name' must not be blank", text);
		refused(() -> this.stream.snapshot((spec) -> spec.name(text).format("jpg")), "'name' must ", text);
		refused(() -> this.stream.snapshot((spec) -> spec.name("a").format(text)), "'format' must ", text);
		refused(() -> this.hub.fop(text), "'id' must not be blank", null);
		refused(() -> this.hub.awaitFop(text, Duration.ofSeconds(1)), "'id' must not be blank", null);
	}

	@Test
	void namesAndFormatsAreNeededFromTheStart() {
		refused(() -> this.stream.saveAs((spec) -> spec.format("mp4")), "'name' must ", "null");
		refused(() -> this.stream.snapshot((spec) -> spec.name("a")), "'format' must ", "null");
	}

	@Test
	void limitsOfWaitsMustBePositive() {
		refused(() -> this.hub.awaitFop("a", null), "'limit' must be positive", "null");
		refused(() -> this.hub.awaitFop("a", Duration.ZERO), "'limit' must be positive", "PT0S");
		refused(() -> this.hub.awaitFop("a", Duration.ofMillis(-1)), "'limit' must be positive", "PT-0.001S");
		refused(() -> this.hub.awaitFop("a", Duration.ofSeconds(1), null), "'progress' must not be null", null);
	}

	@Test
	void noncesAndValiditiesMustBePositive() {
		refused(() -> this.stream.rtmpPublishUrl(0), "'nonce' must be positive", "0");
		refused(() -> this.stream.rtmpPublishUrl(-7), "'nonce' must be positive", "-7");
		refused(() -> this.stream.rtmpPublishUrl((Duration) null), "'validity' must be at least a second", "null");
		refused(() -> this.stream.rtmpPublishUrl(Duration.ofMillis(999)), "'validity' must be ", "PT0.999S");
		refused(() -> this.stream.rtmpPublishUrl(Duration.ofSeconds(Long.MAX_VALUE)), "'validity' must be ",
				"PT2562047788015215H30M7S");
		refused(() -> this.stream.rtmpPublishUrl((Instant) null), "'expiresAt' must not be null", null);
	}

	@Test
	void nullIsRefused() {
		refused(() -> this.hub.createStream(null), "'spec' must not be null", null);
		refused(() -> this.hub.listStreams(null), "'spec' must not be null", null);
		refused(() -> this.hub.streams(null), "'spec' must not be null", null);
		refused(() -> this.hub.statuses(null), "'ids' must not be null", null);
		refused(() -> this.stream.update(null), "'spec' must not be null", null);
		refused(() -> this.stream.segments(null), "'spec' must not be null", null);
		refused(() -> this.stream.saveAs(null), "'spec' must not be null", null);
		refused(() -> this.stream.snapshot(null), "'spec' must not be null", null);
		refused(() -> this.stream.disable(null), "'until' must not be null", null);
		refused(() -> PiliHub.create("hub", null), "'transport' must not be null", null);
	}

	private static ThrowableAssertAlternative<?> refused(ThrowingCallable call, String message, String value) {
		return assertThatIllegalArgumentException().isThrownBy(call)
			.withMessageStartingWith(message)
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("\n", "\r", "\u0000", "\u202E"))
			.satisfies((ex) -> assertThat(ex.getMessage()).contains(shown(value)));
	}

	private static String shown(String value) {
		boolean plain = value != null && value.chars().allMatch((c) -> c >= ' ' && c < 0x7F);
		return (plain) ? value : "";
	}

	@Test
	@Timeout(10)
	void longNotifyUrlIsRefusedAtOnce() {
		for (String url : new String[] { "x".repeat(2_000_000), "http://" + "a".repeat(2_000_000),
				"http://u:" + "p@".repeat(1_000_000), "/".repeat(2_000_000), "http://h/" + "?".repeat(2_000_000) }) {
			assertThatIllegalArgumentException().isThrownBy(() -> Arguments.notifyUrl(url))
				.withMessageStartingWith("'notifyUrl' must be")
				.satisfies((ex) -> assertThat(ex.getMessage()).hasSizeLessThan(400));
		}
	}

	@Test
	void notifyUrlIsShownWithoutWhatMayBeASecret() {
		assertThatIllegalArgumentException().isThrownBy(() -> Arguments.notifyUrl("ftp://u:hush@h/a?token=hush#hush"))
			.withMessageEndingWith("but is 'ftp://******@h/a******'");
	}

}
