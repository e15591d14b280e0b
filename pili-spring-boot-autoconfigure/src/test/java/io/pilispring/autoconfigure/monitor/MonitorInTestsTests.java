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

package io.pilispring.autoconfigure.monitor;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import io.pilispring.monitor.PiliMonitor;
import io.pilispring.monitor.StreamEvent;
import io.pilispring.v1.PiliHub;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LocalHubsContextCustomizerFactory}: whether the monitor runs in a test
 * of an application.
 */
@SpringBootTest(properties = { "pili.access-key=ak", "pili.secret-key=sk", "pili.hub=my-hub" })
class MonitorInTestsTests {

	@Autowired
	private PiliMonitor monitor;

	@Test
	void realPiliIsNotCalled() {
		assertThat(this.monitor.isRunning()).isFalse();
	}

	@Nested
	@TestPropertySource(properties = "pili.api-host=http://127.0.0.1:9")
	class OnThisMachine {

		@Autowired
		private PiliMonitor own;

		@Test
		void hubIsMonitored() {
			assertThat(this.own.isRunning()).isTrue();
		}

	}

	@Nested
	@TestPropertySource(properties = "pili.monitor.auto-startup=true")
	class AskedFor {

		@Autowired
		private PiliMonitor own;

		@Test
		void hubIsMonitored() {
			assertThat(this.own.isRunning()).isTrue();
		}

	}

	@Nested
	class WithAMock {

		@MockitoBean
		private PiliHub hub;

		@Autowired
		private PiliMonitor own;

		@Test
		void mockIsNotCalled() {
			assertThat(this.own.isRunning()).isFalse();
		}

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@EventListener
		void on(StreamEvent event) {
		}

	}

}
