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

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.qiniu.common.QiniuException;
import com.qiniu.streaming.StreamingManager;
import com.qiniu.streaming.UrlFactory;
import com.qiniu.streaming.model.ActivityRecords;
import com.qiniu.streaming.model.StreamAttribute;
import com.qiniu.streaming.model.StreamListing;
import com.qiniu.streaming.model.StreamStatus;
import com.qiniu.util.Auth;
import com.qiniu.util.StringMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.pilispring.simulator.FopCode;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.PublishVerdict;
import io.pilispring.simulator.Push;
import io.pilispring.simulator.SimulatedStream;
import io.pilispring.simulator.V2Responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The streaming package of the vendor's SDK for all its services, on the simulator.
 */
class QiniuJavaSdkTests {

	private PiliSimulator simulator;

	private StreamingManager manager;

	@BeforeEach
	void start() {
		this.simulator = PiliSimulator.start();
		this.manager = manager(this.simulator.secretKey());
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void createsAndReads() throws QiniuException {
		this.manager.create("room");
		assertStatus(614, () -> this.manager.create("room"));
		assertStatus(400, () -> this.manager.create("a@b"));
		StreamAttribute attribute = this.manager.attribute("room");
		assertThat(attribute.createdAt).isCloseTo(now(), org.assertj.core.data.Offset.offset(60L));
		assertThat(attribute.expireAt).isEqualTo(attribute.createdAt + 15 * 86_400);
		assertThat(attribute.disabledTill).isZero();
		assertStatus(612, () -> this.manager.attribute("unknown"));
	}

	@Test
	void isRefusedWithTheWrongSecret() {
		assertStatus(401, () -> manager("other").create("room"));
		assertThat(this.simulator.defaultHub().streams()).isEmpty();
	}

	@Test
	void lists() throws QiniuException {
		for (int i = 0; i < 1005; i++) {
			this.simulator.defaultHub().createStream("room-" + i);
		}
		this.simulator.defaultHub().goLive("live");
		List<String> keys = new ArrayList<>();
		StreamingManager.ListIterator pages = this.manager.createStreamListIterator(false, "room-");
		while (pages.hasNext()) {
			keys.addAll(List.of(pages.next()));
		}
		assertThat(pages.exception()).isNull();
		assertThat(keys).hasSize(1005).doesNotHaveDuplicates();
		StreamListing live = this.manager.listStreams(true, "", "");
		assertThat(live.keys()).containsExactly("live");
		assertThat(live.isEOF()).isTrue();
		assertStatus(400, () -> this.manager.listStreams(false, "", "foreign"));
	}

	@Test
	void disablesAndEnables() throws QiniuException {
		SimulatedStream stream = this.simulator.defaultHub().goLive("room");
		this.manager.disableTill("room", -1);
		assertThat(stream.isDisabled()).isTrue();
		assertThat(stream.isLive()).isFalse();
		assertThat(this.manager.attribute("room").disabledTill).isEqualTo(-1);
		this.manager.enable("room");
		assertThat(stream.isDisabled()).isFalse();
		long till = now() + 600;
		this.manager.disableTill("room", till);
		assertThat(this.manager.attribute("room").disabledTill).isEqualTo(till);
	}

	@Test
	void readsTheStatus() throws QiniuException {
		this.simulator.defaultHub().createStream("room");
		assertStatus(619, () -> this.manager.status("room"));
		assertStatus(612, () -> this.manager.status("unknown"));
		this.simulator.setV2Responses(V2Responses.defaults().withZerosWhenNotLive(true).withUnknownStreamStatus(404));
		assertThat(this.manager.status("room").startAt).isZero();
		assertStatus(404, () -> this.manager.status("unknown"));
		this.simulator.defaultHub().goLive("room", Push.defaults().from("10.1.1.1:5").withBytesPerSecond(1000));
		StreamStatus status = this.manager.status("room");
		assertThat(status.startAt).isPositive();
		assertThat(status.clientIP).isEqualTo("10.1.1.1:5");
		assertThat(status.bps).isEqualTo(8000);
		assertThat(status.fps.video).isEqualTo(25);
	}

	@Test
	void readsTheHistoryAndSaves() throws QiniuException {
		SimulatedStream stream = this.simulator.defaultHub().createStream("room");
		assertStatus(619, () -> this.manager.saveAs("room", "a.m3u8"));
		Instant start = Instant.ofEpochSecond(now() - 100);
		stream.record(start, start.plusSeconds(60));
		ActivityRecords history = this.manager.history("room", start.getEpochSecond() - 1, 0);
		assertThat(history.items).hasSize(1);
		assertThat(history.items[0].start).isEqualTo(start.getEpochSecond());
		assertThat(history.items[0].end).isEqualTo(start.getEpochSecond() + 60);
		assertThat(this.manager.saveAs("room", "a.m3u8")).isEqualTo("a.m3u8");
		assertThat(this.manager.saveAs("room", "")).startsWith("recordings/z1.test-hub.room/").endsWith(".m3u8");
		assertThat(this.manager.saveAs("room", "视频.mp4", 0, 0, new StringMap().put("format", "mp4")))
			.isEqualTo("视频.mp4");
		assertThat(this.simulator.fops()).hasSize(1);
		assertThat(this.simulator.fops().get(0).code()).isNotEqualTo(FopCode.FAILED);
	}

	@Test
	void makesPublishUrlsThatAreAccepted() throws QiniuException {
		Auth auth = Auth.create(this.simulator.accessKey(), this.simulator.secretKey());
		String domain = this.simulator.account().hosts().publishRtmp();
		UrlFactory urls = new UrlFactory(this.simulator.hub(), auth, domain, domain);
		assertThat(this.simulator.publish(urls.rtmpPublishUrl("room", 60)).verdict())
			.isEqualTo(PublishVerdict.ACCEPTED);
		assertThat(this.manager.status("room").startAt).isPositive();
		assertThat(this.simulator.publish(urls.rtmpPublishUrl("late", -60)).verdict())
			.isEqualTo(PublishVerdict.EXPIRED);
		assertThat(this.simulator.publish(urls.rtmpPublishUrl("open")).verdict())
			.isEqualTo(PublishVerdict.UNKNOWN_STREAM);
		assertThat(this.simulator.defaultHub().hasStream("late")).isFalse();
	}

	private StreamingManager manager(String secretKey) {
		return new StreamingManager(Auth.create(this.simulator.accessKey(), secretKey), this.simulator.hub(),
				this.simulator.apiHost());
	}

	private static long now() {
		return Instant.now().getEpochSecond();
	}

	private static void assertStatus(int status, ThrowingCallable call) {
		assertThatExceptionOfType(QiniuException.class).isThrownBy(call)
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(status));
	}

}
