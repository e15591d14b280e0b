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

package io.pilispring.integration.sdk;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.qiniu.pili.Client;
import com.qiniu.pili.Config;
import com.qiniu.pili.Hub;
import com.qiniu.pili.PiliException;
import com.qiniu.pili.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.PublishVerdict;
import io.pilispring.simulator.Push;
import io.pilispring.simulator.SimulatedStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The vendor's SDK for version 2 of PILI alone, on the simulator.
 */
class PiliJavaSdkTests {

	private PiliSimulator simulator;

	private Client client;

	private Hub hub;

	@BeforeEach
	void start() {
		this.simulator = PiliSimulator.start();
		Config.APIHost = URI.create(this.simulator.apiHost()).getAuthority();
		this.client = new Client(this.simulator.accessKey(), this.simulator.secretKey());
		this.hub = this.client.newHub(this.simulator.hub());
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void createsAndReads() throws PiliException {
		Stream stream = this.hub.create("room");
		assertStatus(614, () -> this.hub.create("room"));
		assertStatus(612, () -> this.hub.get("unknown"));
		assertThat(stream.info().getDisabledTill()).isZero();
		assertThat(this.hub.get("room").getConverts()).isEmpty();
		stream.updateConverts(new String[] { "480p", "720p" });
		assertThat(stream.info().getConverts()).containsExactly("480p", "720p");
		assertStatus(400, () -> stream.updateConverts(new String[] { "8k" }));
		assertStatus(401,
				() -> new Client(this.simulator.accessKey(), "other").newHub(this.simulator.hub()).get("room"));
	}

	@Test
	void lists() throws PiliException {
		for (int i = 0; i < 4; i++) {
			this.hub.create("room-" + i);
		}
		this.simulator.defaultHub().goLive("live");
		List<String> keys = new ArrayList<>();
		String marker = "";
		int pages = 0;
		do {
			Hub.ListRet page = this.hub.list("room", 2, marker);
			keys.addAll(List.of(page.keys));
			marker = page.omarker;
			pages++;
		}
		while (!marker.isEmpty());
		assertThat(keys).containsExactly("room-0", "room-1", "room-2", "room-3");
		assertThat(pages).isEqualTo(3);
		assertThat(this.hub.listLive("", 0, "").keys).containsExactly("live");
	}

	@Test
	void disablesAndEnables() throws PiliException {
		Stream stream = this.hub.create("room");
		stream.disable();
		assertThat(stream.info().getDisabledTill()).isEqualTo(-1);
		assertThat(this.simulator.stream("room").isDisabled()).isTrue();
		stream.enable();
		assertThat(stream.info().getDisabledTill()).isZero();
		long till = Instant.now().getEpochSecond() + 600;
		stream.disable(till);
		assertThat(stream.info().getDisabledTill()).isEqualTo(till);
	}

	@Test
	void readsTheStatus() throws PiliException {
		Stream stream = this.hub.create("room");
		this.hub.create("other");
		assertStatus(619, stream::liveStatus);
		this.simulator.defaultHub().goLive("room", Push.defaults().withBytesPerSecond(1000));
		assertThat(stream.liveStatus().bps).isEqualTo(8000);
		assertThat(stream.liveStatus().fps.audio).isEqualTo(43);
		Hub.BatchLiveStatus[] batch = this.hub.batchLiveStatus(new String[] { "room", "other", "unknown" });
		assertThat(batch).hasSize(1);
		assertThat(batch[0].startAt).isEqualTo(stream.liveStatus().startAt);
	}

	@Test
	void savesAndTakesSnapshots() throws PiliException {
		Stream stream = this.hub.create("room");
		SimulatedStream simulated = this.simulator.defaultHub().stream("room");
		assertStatus(619, () -> stream.save(0, 0));
		long start = Instant.now().getEpochSecond() - 100;
		simulated.record(Instant.ofEpochSecond(start), Instant.ofEpochSecond(start + 60));
		assertThat(stream.save(0, 0)).isEqualTo("recordings/z1.test-hub.room/%d_%d.m3u8".formatted(start, start + 60));
		Stream.SaveOptions options = new Stream.SaveOptions(start, start + 10);
		options.fname = "a.mp4";
		options.format = "mp4";
		assertThat(stream.save(options)).isEqualTo("a.mp4");
		assertThat(this.simulator.fops()).hasSize(1);
		assertThat(stream.snapshot(new Stream.SnapshotOptions("a.png", start, "png"))).isEqualTo("a.png");
		assertStatus(619, () -> stream.snapshot(new Stream.SnapshotOptions("b.png", 0, "png")));
	}

	@Test
	void readsTheHistoryByItsOldName() throws PiliException {
		Stream stream = this.hub.create("room");
		assertThat(stream.historyRecord(0, 0)).isEmpty();
		this.simulator.defaultHub()
			.stream("room")
			.record(Instant.ofEpochSecond(1_700_000_000), Instant.ofEpochSecond(1_700_000_060));
		assertThat(stream.historyRecord(0, 0)).hasSize(1);
		assertThat(stream.historyRecord(1_700_000_030, 0)[0].end).isEqualTo(1_700_000_060);
	}

	@Test
	void makesPublishUrlsThatAreAccepted() throws PiliException {
		String domain = this.simulator.account().hosts().publishRtmp();
		String url = this.client.RTMPPublishURL(domain, this.simulator.hub(), "room", 60);
		assertThat(this.simulator.publish(url).verdict()).isEqualTo(PublishVerdict.ACCEPTED);
		assertThat(this.hub.get("room").liveStatus().startAt).isPositive();
		assertThat(this.simulator.checkPublish(url + "A").verdict()).isEqualTo(PublishVerdict.BAD_TOKEN);
	}

	private static void assertStatus(int status, ThrowingCallable call) {
		assertThatExceptionOfType(PiliException.class).isThrownBy(call)
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(status));
	}

}
