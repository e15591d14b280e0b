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

package io.pilispring.integration.docs;

import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

import io.pilispring.fop.FopNotifyUrl;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.v1.PiliHub;
import io.pilispring.v1.PiliStream;
import io.pilispring.v2.LiveHub;
import io.pilispring.v2.LiveStream;
import io.pilispring.v2.PiliAccount;

/**
 * What samples use without saying where it comes from.
 */
public abstract class SampleScope {

	/**
	 * A logger.
	 */
	protected static final Logger log = LoggerFactory.getLogger("sample");

	/**
	 * The simulator.
	 */
	@Autowired
	protected PiliSimulator simulator;

	/**
	 * The monitor.
	 */
	@Autowired
	protected PiliMonitor monitor;

	/**
	 * URLs of notifications.
	 */
	@Autowired
	protected FopNotifyUrl notifyUrl;

	/**
	 * An access key.
	 */
	protected String accessKey = "my-access-key";

	/**
	 * A secret key.
	 */
	protected String secretKey = "my-secret-key";

	/**
	 * Run the sample.
	 * @throws Exception if the sample fails
	 */
	public void run() throws Exception {
	}

	/**
	 * Samples of version 1.
	 */
	public abstract static class OfVersionOne extends SampleScope {

		/**
		 * The hub.
		 */
		@Autowired
		protected PiliHub hub;

		/**
		 * A stream that is live.
		 */
		protected PiliStream stream;

		@Autowired
		void goLive() {
			this.simulator.reset();
			this.simulator.createStream("camera").goLive();
			this.simulator.stream("camera").record(Instant.now().minusSeconds(600), Instant.now().minusSeconds(60));
			this.stream = this.hub.getStream(this.simulator.stream("camera").id());
		}

	}

	/**
	 * Samples of version 2.
	 */
	public abstract static class OfVersionTwo extends SampleScope {

		/**
		 * The hub.
		 */
		@Autowired
		protected LiveHub hub;

		/**
		 * The account.
		 */
		@Autowired
		protected PiliAccount account;

		/**
		 * A stream that is live.
		 */
		protected LiveStream stream;

		/**
		 * A time to come.
		 */
		protected Instant end = Instant.now().plusSeconds(600);

		/**
		 * A signed URL to play the stream.
		 */
		protected String playUrl;

		@Autowired
		void goLive() {
			this.simulator.reset();
			this.stream = this.hub.stream("camera");
			this.simulator.publish(this.stream.rtmpPublishUrl(java.time.Duration.ofMinutes(10)));
			this.playUrl = this.hub.stream("front-door")
				.hlsLiveUrl((url) -> url.validFor(java.time.Duration.ofMinutes(10)));
		}

	}

}
