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

package io.pilispring.simulator;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class V2StatisticsTests {

	// 18:00:00.250 at PILI
	private static final long NOW = TestClock.START.getEpochSecond();

	private static final String DAY = "begin=20260301&end=20260302&g=day";

	private final TestClock clock = new TestClock();

	private PiliSimulator simulator;

	private TestClient client;

	private SimulatedHub hub;

	@BeforeEach
	void start() {
		this.simulator = PiliSimulator.builder().clock(this.clock).hubs("test-hub", "second-hub").start();
		this.client = new TestClient(this.simulator);
		this.hub = this.simulator.defaultHub();
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void countsBytesAsRateTimesTime() {
		SimulatedStream stream = this.hub.goLive("room", Push.defaults().withBytesPerSecond(1000));
		this.clock.advance(Duration.ofSeconds(100));
		stream.change(Push.defaults().withBytesPerSecond(2000));
		this.clock.advance(Duration.ofSeconds(50));
		assertThat(get("/statd/upflow?select=flow&" + DAY).toString())
			.isEqualTo("[{\"time\":\"2026-03-01T00:00:00+08:00\",\"values\":{\"flow\":200000}}]");
		stream.goOffline();
		this.clock.advance(Duration.ofSeconds(50));
		this.hub.goLive("other", Push.defaults().withBytesPerSecond(10));
		this.clock.advance(Duration.ofSeconds(10));
		assertThat(flow("/statd/upflow?select=flow&" + DAY)).isEqualTo(200_100);
		// A stream that is gone has been there
		this.client.delete("/v1/streams/z1.test-hub.room");
		assertThat(flow("/statd/upflow?select=flow&" + DAY)).isEqualTo(200_100);
		this.simulator.reset();
		assertThat(flow("/statd/upflow?select=flow&" + DAY)).isZero();
	}

	@Test
	void splitsAPushIntoPeriods() {
		this.hub.goLive("room", Push.defaults().withBytesPerSecond(1000));
		this.clock.advance(Duration.ofMinutes(12));
		JsonNode json = get("/statd/upflow?begin=20260301175500&end=20260301181500&g=5min&select=flow");
		assertThat(json.toString()).isEqualTo("[{\"time\":\"2026-03-01T17:55:00+08:00\",\"values\":{\"flow\":0}},"
				+ "{\"time\":\"2026-03-01T18:00:00+08:00\",\"values\":{\"flow\":299750}},"
				+ "{\"time\":\"2026-03-01T18:05:00+08:00\",\"values\":{\"flow\":300000}},"
				+ "{\"time\":\"2026-03-01T18:10:00+08:00\",\"values\":{\"flow\":120250}}]");
		assertThat(get("/statd/upflow?begin=20260301&end=20260302&g=hour&select=flow")).hasSize(24);
		assertThat(get("/statd/upflow?begin=20260115&end=20260302&g=month&select=flow")).hasSize(3);
	}

	@Test
	void countsViewers() {
		SimulatedStream stream = this.hub.goLive("room", Push.defaults().withBytesPerSecond(1000));
		this.clock.advance(Duration.ofSeconds(10));
		stream.setViewers(3);
		this.clock.advance(Duration.ofSeconds(10));
		stream.setViewers(0);
		this.clock.advance(Duration.ofSeconds(10));
		assertThat(flow("/statd/downflow?select=flow&" + DAY)).isEqualTo(30_000);
		assertThat(get("/statd/downflow?select=flow&group=domain&" + DAY).toString())
			.contains("{\"live-hls.pili.test\":{\"flow\":30000}}");
		assertThatIllegalArgumentException().isThrownBy(() -> stream.setViewers(-1));
	}

	@Test
	void viewersWhoWaitWatchFromTheStartOfThePush() {
		SimulatedStream stream = this.hub.createStream("room");
		stream.setViewers(3);
		assertThat(stream.viewers()).isEqualTo(3);
		this.clock.advance(Duration.ofSeconds(60));
		stream.goLive(Push.defaults().withBytesPerSecond(1000));
		this.clock.advance(Duration.ofSeconds(10));
		assertThat(flow("/statd/downflow?select=flow&" + DAY)).isEqualTo(30_000);
	}

	@Test
	void aPushOfTestCodeGoesToTheFirstPublishDomainOfItsHub() {
		this.hub.removeDomain("publish.pili.test");
		this.hub.setDomain(HubDomain.of(DomainType.PUBLISH_RTMP, "push.example.com"));
		this.hub.goLive("a", Push.defaults().withBytesPerSecond(10));
		this.hub.removeDomain("push.example.com");
		this.hub.goLive("b", Push.defaults().withBytesPerSecond(100));
		this.clock.advance(Duration.ofSeconds(10));
		assertThat(get("/statd/upflow?select=flow&group=domain&" + DAY).get(0).get("values").toString())
			.isEqualTo("{\"publish.pili.test\":{\"flow\":1000},\"push.example.com\":{\"flow\":100}}");
	}

	@Test
	void filtersAndGroups() {
		Instant start = TestClock.START.minusSeconds(100);
		this.hub.createStream("a").record(start, TestClock.START, Push.defaults().withBytesPerSecond(10));
		this.simulator.hub("second-hub")
			.createStream("b")
			.record(start, TestClock.START, Push.defaults().withBytesPerSecond(100));
		String upflow = "/statd/upflow?select=flow&" + DAY;
		assertThat(flow(upflow)).isEqualTo(11_000);
		assertThat(flow(upflow + "&$hub=test-hub")).isEqualTo(1000);
		assertThat(flow(upflow + "&%24hub=test-hub")).isEqualTo(1000);
		assertThat(flow(upflow + "&$hub=test-hub&$hub=second-hub")).isEqualTo(11_000);
		assertThat(flow(upflow + "&$hub=!test-hub")).isEqualTo(10_000);
		assertThat(flow(upflow + "&$area=!cn&$area=!hk")).isZero();
		assertThat(flow(upflow + "&$area=cn&$domain=publish.pili.test")).isEqualTo(11_000);
		assertThat(get(upflow + "&group=hub").get(0).get("values").toString())
			.isEqualTo("{\"second-hub\":{\"flow\":10000},\"test-hub\":{\"flow\":1000}}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "begin=20260228&end=20260301&g=day", "begin=20260302&end=20260303&g=day" })
	void aPushOfAnotherDayIsInNoGroup(String otherDay) {
		this.hub.goLive("room").goOffline();
		this.clock.advance(Duration.ofDays(3));
		assertThat(get("/statd/upflow?select=flow&group=hub&" + DAY).get(0).get("values").toString())
			.isEqualTo("{\"test-hub\":{\"flow\":0}}");
		assertThat(get("/statd/upflow?select=flow&group=hub&" + otherDay).get(0).get("values")).isEmpty();
	}

	@Test
	void countsTranscodingJudgingAndPushes() {
		SimulatedStream stream = this.hub.createStream("room");
		this.client.post(V2StreamEndpointsTests.path("room", "/converts"), "{\"converts\":[\"480p\",\"720p\"]}");
		this.client.post(V2StreamEndpointsTests.path("room", "/nrop"), "{\"nropEnable\":true}");
		this.hub.setNrop(new NropSettings(true, 10, "", 0));
		stream.goLive();
		this.clock.advance(Duration.ofSeconds(65));
		stream.goOffline();
		assertThat(get("/statd/codec?select=duration&" + DAY).get(0).get("values").toString())
			.isEqualTo("{\"duration\":130000}");
		assertThat(get("/statd/codec?select=duration&group=profile&" + DAY).get(0).get("values").toString())
			.isEqualTo("{\"480p\":{\"duration\":65000},\"720p\":{\"duration\":65000}}");
		assertThat(get("/statd/nrop?select=count&$assured=true&" + DAY).get(0).get("values").toString())
			.isEqualTo("{\"count\":6}");
		assertThat(get("/statd/nrop?select=count&$assured=false&" + DAY).get(0).get("values").toString())
			.isEqualTo("{\"count\":0}");
		assertThat(get("/statd/pub?select=count&select=duration&group=tp&" + DAY).get(0).get("values").toString())
			.isEqualTo("{\"rtmp\":{\"count\":1,\"duration\":65000}}");
		assertThat(get("/statd/caster?select=upflow&select=downflow&select=duration&" + DAY).get(0)
			.get("values")
			.toString()).isEqualTo("{\"upflow\":0,\"downflow\":0,\"duration\":0}");
	}

	@Test
	void splitsTheJudgedPicturesOfAPushIntoPeriods() {
		this.client.post("/v2/hubs/test-hub/streams", "{\"key\":\"room\",\"nropEnable\":true}");
		this.hub.setNrop(new NropSettings(true, 10, "", 0));
		this.hub.stream("room").goLive();
		this.hub.goLive("not-judged");
		this.clock.advance(Duration.ofMinutes(12));
		JsonNode json = get("/statd/nrop?begin=20260301175500&end=20260301181500&g=5min&select=count");
		assertThat(json.valueStream().map((period) -> period.get("values").get("count").longValue()))
			.containsExactly(0L, 29L, 30L, 13L);
	}

	@ParameterizedTest
	@ValueSource(strings = { "begin=20260301&end=20260302&g=day", "begin=20260301&end=20260302&select=flow",
			"begin=20260301&g=day&select=flow", "end=20260302&g=day&select=flow",
			"begin=20260301&end=20260301&g=day&select=flow", "begin=2026-03-01&end=20260302&g=day&select=flow",
			"begin=20260231&end=20260302&g=day&select=flow", "begin=20260301&end=20260302&g=week&select=flow",
			"begin=20260301&end=20260302&g=day&select=count", "begin=20260301&end=20260302&g=day&select=flow&group=x",
			"begin=20260301&end=20260302&g=day&select=flow&$profile=480p",
			"begin=20000101&end=20260302&g=5min&select=flow" })
	void refusesStatistics(String query) {
		assertThat(this.client.get("/statd/upflow?" + query).status()).isEqualTo(400);
	}

	@Test
	void answersTenThousandPeriodsAtMost() {
		String periods = "/statd/upflow?select=flow&g=5min&begin=20260101&end=";
		assertThat(get(periods + "20260204172000")).hasSize(10_000);
		assertThat(this.client.get(periods + "20260204172001").status()).isEqualTo(400);
	}

	@Test
	void tellsWhoWatchesNow() {
		this.hub.goLive("a", Push.defaults().withBytesPerSecond(1000)).setViewers(2);
		this.hub.goLive("b", Push.defaults().withBytesPerSecond(100)).setViewers(1);
		this.hub.createStream("c").setViewers(9);
		assertThat(get("/v2/hubs/test-hub/stat/play").toString()).isEqualTo(
				"{\"total\":{\"count\":3,\"bandwidth\":16800},\"streams\":{\"a\":{\"count\":2,\"bandwidth\":16000},"
						+ "\"b\":{\"count\":1,\"bandwidth\":800}}}");
		assertThat(get("/v2/hubs/second-hub/stat/play").toString())
			.isEqualTo("{\"total\":{\"count\":0,\"bandwidth\":0},\"streams\":{}}");
	}

	@Test
	void tellsWhoHasWatched() {
		this.hub.goLive("a", Push.defaults().withBytesPerSecond(1000)).setViewers(2);
		this.clock.advance(Duration.ofMinutes(11));
		String history = "/v2/hubs/test-hub/stat/play/history";
		JsonNode json = get(history);
		assertThat(json.get("marker").stringValue()).isEmpty();
		assertThat(json.get("items")).hasSize(12);
		assertThat(json.get("items").get(11).toString())
			.isEqualTo("{\"time\":%d,\"stats\":{\"count\":2,\"bandwidth\":16000}}".formatted(NOW + 600));
		assertThat(json.get("items").get(9).toString())
			.isEqualTo("{\"time\":%d,\"stats\":{\"count\":0,\"bandwidth\":0}}".formatted(NOW));
		String range = history + "?start=" + NOW + "&end=" + (NOW + 601) + "&limit=2";
		json = get(range);
		assertThat(json.get("items")).hasSize(2);
		json = get(range + "&marker=" + json.get("marker").stringValue());
		assertThat(json.get("items")).hasSize(1);
		assertThat(json.get("items").get(0).get("time").longValue()).isEqualTo(NOW + 600);
		assertThat(json.get("marker").stringValue()).isEmpty();
		assertThat(get(history + "?end=1").get("items").toString())
			.isEqualTo("[{\"time\":0,\"stats\":{\"count\":0,\"bandwidth\":0}}]");
		assertThat(get(history + "?limit=5000").get("items")).hasSize(12);
		assertThat(get(history + "?limit=0").get("items")).hasSize(12);
		assertThat(get(history + "?start=" + NOW + "&end=" + (NOW + 600)).get("items")).hasSize(2);
		String other = "/v2/hubs/second-hub/stat/play/history";
		assertThat(get(other).get("items").get(11).get("stats").get("count").longValue()).isZero();
		assertThat(this.client.get(other + "?marker=" + get(range).get("marker").stringValue()).status())
			.isEqualTo(400);
		assertThat(this.client.get(history + "?marker=x").status()).isEqualTo(400);
		assertThat(this.client.get(history + "?start=9&end=9").status()).isEqualTo(400);
		assertThat(this.client.get(history + "?limit=5001").status()).isEqualTo(400);
	}

	private JsonNode get(String target) {
		TestClient.Answer answer = this.client.get(target);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	private long flow(String target) {
		return get(target).get(0).get("values").get("flow").longValue();
	}

}
