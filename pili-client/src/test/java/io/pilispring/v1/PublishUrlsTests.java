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
import java.util.List;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.pilispring.Golden;
import io.pilispring.PiliServer;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.signing.SigningKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PublishUrlsTests {

	private static final String BASE = "rtmp://pub.example.com/test-hub/55d80075e3ba5723280000d2";

	private static final Instant EXPIRY = Instant.ofEpochSecond(1584522520, 999);

	@ParameterizedTest
	@MethodSource("io.pilispring.Golden#publishes")
	void urlIsThatOfTheSdks(Golden.Publish golden) {
		PiliStream stream = Streams.of(golden.stream().toString());
		long nonce = Math.max(golden.nonce(), 1);
		assertThat(stream.rtmpPublishUrl(nonce)).isEqualTo(golden.publishUrl());
	}

	@Test
	void staticUrlHasTheKey() {
		assertThat(Streams.secured("static").rtmpPublishUrl()).isEqualTo(BASE + "?key=" + Streams.PUBLISH_KEY);
	}

	@Test
	void noneUrlHasNoQuery() {
		PiliStream stream = Streams.of(Streams.JSON.replace("dynamic", "none").replace("publishKey", "unknown"));
		assertThat(stream.rtmpPublishUrl()).isEqualTo(BASE);
		assertThat(stream.rtmpPublishUrl(5)).isEqualTo(BASE);
	}

	@Test
	void dynamicUrlIsAnotherEachTime() {
		PiliStream stream = Streams.secured("dynamic");
		assertThat(IntStream.range(0, 100).mapToObj((i) -> stream.rtmpPublishUrl())).doesNotHaveDuplicates()
			.allMatch((url) -> url.startsWith(BASE + "?nonce="));
	}

	@Test
	void nonceOfTheCallerIsNotUsedAgain() {
		PiliStream stream = Streams.of(Streams.JSON.replace(Streams.ID, "z1.test-hub.own-nonce"));
		long nonce = Instant.now().getEpochSecond() + 1_000_000;
		assertThat(stream.rtmpPublishUrl(nonce)).contains("?nonce=" + nonce + "&token=");
		assertThat(stream.rtmpPublishUrl()).contains("?nonce=" + (nonce + 1) + "&token=");
	}

	@Test
	void expiryUrlIsSignedWithThePublishKey() {
		String target = "/test-hub/55d80075e3ba5723280000d2?expire=1584522521";
		assertThat(Streams.secured("expiry").rtmpPublishUrl(EXPIRY))
			.isEqualTo("rtmp://pub.example.com" + target + "&token=" + SigningKey.of(Streams.PUBLISH_KEY).sign(target));
	}

	@Test
	void expirySkUrlIsSignedWithTheAccount() {
		PiliCredentials credentials = PiliCredentials.of(PiliServer.ACCESS_KEY, PiliServer.SECRET_KEY);
		String target = "/test-hub/55d80075e3ba5723280000d2?e=1584522521";
		assertThat(Streams.secured("expiry_sk").rtmpPublishUrl(EXPIRY))
			.isEqualTo("rtmp://pub.example.com" + target + "&token=test-ak:" + credentials.secretKey().sign(target));
	}

	@Test
	void validityCountsFromNow() {
		long before = Instant.now().getEpochSecond();
		String url = Streams.secured("expiry").rtmpPublishUrl(Duration.ofHours(1));
		long expiry = Long.parseLong(url.replaceAll(".*expire=(\\d+)&.*", "$1"));
		assertThat(expiry).isBetween(before + 3600, Instant.now().getEpochSecond() + 3601);
	}

	@ParameterizedTest
	@ValueSource(strings = { "static", "dynamic", "none", "quantum" })
	void urlsThatDoNotExpireTakeNoTime(String security) {
		refused(() -> Streams.secured(security).rtmpPublishUrl(EXPIRY),
				"publishSecurity '" + security + "', whose URLs do not expire");
	}

	@ParameterizedTest
	@ValueSource(strings = { "expiry", "expiry_sk" })
	void urlsThatExpireNeedATime(String security) {
		refused(() -> Streams.secured(security).rtmpPublishUrl(),
				"'" + security + "', whose URLs need a time of expiry");
		refused(() -> Streams.secured(security).rtmpPublishUrl(1), "'" + security + "', whose URLs need a time");
	}

	@Test
	void unknownSecurityHasNoUrl() {
		refused(() -> Streams.secured("quantum").rtmpPublishUrl(), "'quantum', for which no URL can be made");
		refused(() -> Streams.secured("quantum").rtmpPublishUrl(1), "'quantum', for which no URL can be made");
		refused(() -> Streams.secured("").rtmpPublishUrl(), "'null', for which no URL can be made");
	}

	@ParameterizedTest
	@CsvSource({ "static", "dynamic", "none" })
	void missingHostIsNamed(String security) {
		PiliStream stream = Streams
			.of("{\"id\":\"a.b.c\",\"publishKey\":\"k\",\"publishSecurity\":\"" + security + "\"}");
		assertThatIllegalStateException().isThrownBy(stream::rtmpPublishUrl)
			.withMessage("Stream 'a.b.c' has no host 'publish.rtmp'");
	}

	@ParameterizedTest
	@CsvSource({ "static", "dynamic" })
	void missingKeyIsNamed(String security) {
		PiliStream stream = Streams.of(Streams.JSON.replace("dynamic", security).replace("publishKey", "unknown"));
		refused(stream::rtmpPublishUrl, "has no publishKey");
	}

	private static void refused(ThrowingCallable call, String message) {
		assertThatIllegalStateException().isThrownBy(call)
			.withMessageStartingWith("Stream '" + Streams.ID + "' has ")
			.withMessageContaining(message)
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain(Streams.PUBLISH_KEY));
	}

	@Test
	void manyThreadsGetDifferentUrlsOfOneStream() {
		PiliStream stream = Streams.secured("dynamic");
		List<String> urls = IntStream.range(0, 20_000).parallel().mapToObj((i) -> stream.rtmpPublishUrl()).toList();
		assertThat(urls).doesNotHaveDuplicates();
	}

}
