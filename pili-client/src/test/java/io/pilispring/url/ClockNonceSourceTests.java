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

package io.pilispring.url;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ClockNonceSourceTests {

	private static final long NOW = 1440223404;

	private final AtomicLong seconds = new AtomicLong(NOW);

	private final InstantSource time = () -> Instant.ofEpochSecond(this.seconds.get(), 999_999_999);

	private final ClockNonceSource nonces = new ClockNonceSource(this.time, Instant::getEpochSecond);

	@Test
	void nonceIsTheTime() {
		assertThat(this.nonces.next("a")).isEqualTo(NOW);
		this.seconds.addAndGet(60);
		assertThat(this.nonces.next("a")).isEqualTo(NOW + 60);
	}

	@Test
	void nonceIsNeverTheSameForOneStream() {
		assertThat(LongStream.generate(() -> this.nonces.next("a")).limit(3)).containsExactly(NOW, NOW + 1, NOW + 2);
		assertThat(this.nonces.next("b")).isEqualTo(NOW);
		this.seconds.incrementAndGet();
		assertThat(this.nonces.next("a")).isEqualTo(NOW + 3);
	}

	@Test
	void nonceGrowsThoughTheClockGoesBack() {
		this.nonces.next("a");
		this.seconds.addAndGet(-3600);
		assertThat(this.nonces.next("a")).isEqualTo(NOW + 1);
	}

	@Test
	void nonceIsLargerThanTheCallersOwn() {
		this.nonces.used("a", NOW + 100);
		assertThat(this.nonces.next("a")).isEqualTo(NOW + 101);
		this.nonces.used("a", 5);
		assertThat(this.nonces.next("a")).isEqualTo(NOW + 102);
		assertThat(this.nonces.next("b")).isEqualTo(NOW);
	}

	@Test
	void pastIsForgottenButNotRepeated() {
		IntStream.range(0, 10_000).forEach((i) -> this.nonces.next("stream-" + i));
		assertThat(this.nonces.size()).isEqualTo(10_000);
		this.seconds.incrementAndGet();
		this.nonces.next("a");
		assertThat(this.nonces.size()).isEqualTo(1);
		this.seconds.addAndGet(-3600);
		assertThat(this.nonces.next("stream-1")).isEqualTo(NOW + 1);
		assertThat(this.nonces.next("a")).isEqualTo(NOW + 2);
	}

	@Test
	void callersOwnNoncesInMillisecondsAreForgottenBeyondSoManyStreams() {
		for (int i = 0; i < ClockNonceSource.MAX_STREAMS + 10; i++) {
			this.nonces.used("stream-" + i, NOW * 1000);
		}
		assertThat(this.nonces.size()).isEqualTo(ClockNonceSource.MAX_STREAMS);
		assertThat(this.nonces.next("stream-100009")).isEqualTo(NOW * 1000 + 1);
		assertThat(this.nonces.next("stream-0")).as("forgotten").isEqualTo(NOW);
	}

	@Test
	void manyUrlsWithinASecondRunAheadNoFurtherThanTheirNumber() {
		LongStream.generate(() -> this.nonces.next("a")).limit(30).forEach((nonce) -> {
		});
		this.seconds.addAndGet(29);
		assertThat(this.nonces.next("a")).isEqualTo(NOW + 30);
		this.seconds.addAndGet(2);
		assertThat(this.nonces.next("a")).isEqualTo(NOW + 31);
	}

	@Test
	void noncesInMillisecondsOfTwoProcessesHardlyRunAhead() {
		AtomicLong millis = new AtomicLong(NOW * 1000);
		InstantSource clock = () -> Instant.ofEpochMilli(millis.get());
		NonceSource one = new ClockNonceSource(clock, Instant::toEpochMilli);
		NonceSource other = new ClockNonceSource(clock, Instant::toEpochMilli);
		long last = LongStream.generate(() -> one.next("a")).limit(30).max().getAsLong();
		assertThat(last).isEqualTo(NOW * 1000 + 29);
		millis.addAndGet(30);
		assertThat(other.next("a")).isGreaterThan(last);
		assertThat(NonceSource.inMilliseconds().next("a")).isGreaterThan(NonceSource.shared().next("a") * 999);
	}

	@Test
	void largestNonceHasNoneAfterIt() {
		this.nonces.used("a", Long.MAX_VALUE);
		assertThatIllegalStateException().isThrownBy(() -> this.nonces.next("a"));
		assertThat(this.nonces.next("b")).isEqualTo(NOW);
	}

	@Test
	void manyThreadsGetDifferentNoncesOfOneStream() {
		List<Long> all = IntStream.range(0, 20_000).parallel().mapToObj((i) -> this.nonces.next("a")).toList();
		assertThat(all).doesNotHaveDuplicates().hasSize(20_000);
	}

	@Test
	void manyThreadsGetDifferentNoncesOfManyStreamsWhileTheClockJumps() {
		List<String> all = IntStream.range(0, 6_000).parallel().mapToObj((i) -> {
			this.seconds.addAndGet((i % 3) - 1);
			String id = "stream-" + (i % 300);
			return id + " " + this.nonces.next(id);
		}).toList();
		assertThat(all).doesNotHaveDuplicates();
	}

}
