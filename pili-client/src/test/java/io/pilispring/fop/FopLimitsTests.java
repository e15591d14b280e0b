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

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FopLimits}.
 */
class FopLimitsTests {

	private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);

	private final FopLimits limits = new FopLimits(this.nanoTime::get);

	@Test
	void callsOfASecondAreLimited() {
		for (int i = 0; i < FopLimits.MAX_CALLS_PER_SECOND; i++) {
			assertThat(this.limits.mayCall("id" + i)).isTrue();
		}
		assertThat(this.limits.mayCall("another")).isFalse();
		pass(Duration.ofMillis(999));
		assertThat(this.limits.mayCall("another")).isFalse();
		pass(Duration.ofMillis(1));
		assertThat(this.limits.mayCall("another")).isTrue();
	}

	@Test
	void unknownOperationIsCalledForLessAndLess() {
		assertThat(this.limits.mayCall("id")).isTrue();
		int calls = 0;
		for (int second = 0; second < 600; second++) {
			if (this.limits.mayCall("id")) {
				this.limits.unknown("id");
				calls++;
			}
			pass(Duration.ofSeconds(1));
		}
		// After 0, 1, 3, 7, 15, 31 and 63 seconds, and then each minute
		assertThat(calls).isEqualTo(15);
		assertThat(this.limits.mayCall("other")).isTrue();
	}

	@Test
	void urlIsForItsFirstOperation() {
		assertThat(this.limits.isFor("url", "first")).isTrue();
		assertThat(this.limits.isFor("url", "first")).isTrue();
		assertThat(this.limits.isFor("url", "second")).isFalse();
		assertThat(this.limits.isFor("other", "second")).isTrue();
	}

	@Test
	void onlySoMuchIsRemembered() {
		for (int i = 0; i <= FopLimits.MAX_REMEMBERED; i++) {
			this.limits.isFor("url" + i, "first");
			this.limits.unknown("id" + i);
		}
		assertThat(this.limits.isFor("url0", "second")).isTrue();
		assertThat(this.limits.isFor("url2", "second")).isFalse();
		assertThat(this.limits.mayCall("id0")).isTrue();
		assertThat(this.limits.mayCall("id1")).isFalse();
	}

	private void pass(Duration time) {
		this.nanoTime.addAndGet(time.toNanos());
	}

}
