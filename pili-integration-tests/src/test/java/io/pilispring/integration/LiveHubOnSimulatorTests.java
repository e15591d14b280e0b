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

package io.pilispring.integration;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import io.pilispring.PiliAlreadyExistsException;
import io.pilispring.PiliBadRequestException;
import io.pilispring.PiliException;
import io.pilispring.PiliNoDataException;
import io.pilispring.PiliNotFoundException;
import io.pilispring.fop.Fop;
import io.pilispring.fop.FopCode;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.PublishDecision;
import io.pilispring.simulator.Push;
import io.pilispring.simulator.SimulatedHub;
import io.pilispring.simulator.SimulatedStream;
import io.pilispring.simulator.V2Responses;
import io.pilispring.simulator.autoconfigure.AutoConfigurePiliSimulator;
import io.pilispring.url.PublishSecurity;
import io.pilispring.v2.Activity;
import io.pilispring.v2.DomainInfo;
import io.pilispring.v2.DomainType;
import io.pilispring.v2.HubDomain;
import io.pilispring.v2.LiveHub;
import io.pilispring.v2.LiveStatus;
import io.pilispring.v2.LiveStream;
import io.pilispring.v2.PiliAccount;
import io.pilispring.v2.SaveAsResult;
import io.pilispring.v2.StreamInfo;
import io.pilispring.v2.UrlRewriteRule;
import io.pilispring.v2.statistics.TrafficDimension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * The whole life of streams and hubs of version 2 of the API on the simulator.
 */
@SpringBootTest(webEnvironment = WebEnvironment.NONE,
		properties = { "pili.api-version=v2", "pili.retry.enabled=false" })
@AutoConfigurePiliSimulator
class LiveHubOnSimulatorTests {

	@Autowired
	private PiliSimulator simulator;

	@Autowired
	private LiveHub hub;

	@Autowired
	private PiliAccount account;

	@AfterEach
	void reset() {
		this.simulator.reset();
		this.simulator.setV2Responses(V2Responses.defaults());
	}

	@Test
	void lifeOfAStream() {
		lifeOfAStream("with-errors");
	}

	@Test
	void lifeOfAStreamWithTheOtherGenerationOfResponses() {
		this.simulator.setV2Responses(new V2Responses(true, 404, true, true));
		lifeOfAStream("with-zeros");
	}

	private void lifeOfAStream(String key) {
		assertThat(this.hub.streams()).isEmpty();
		LiveStream stream = this.hub.createStream(key);
		assertThatExceptionOfType(PiliAlreadyExistsException.class).isThrownBy(() -> this.hub.createStream(key));
		assertThat(stream.info().disabled()).isFalse();
		assertThat(stream.liveStatus()).isEmpty();
		assertThat(stream.history()).isEmpty();
		assertThatExceptionOfType(PiliNoDataException.class).isThrownBy(stream::saveAs);
		SimulatedStream simulated = this.simulator.hub(this.hub.name())
			.goLive(key, Push.defaults().from("10.1.2.3:4567"));
		LiveStatus status = stream.liveStatus().orElseThrow();
		assertThat(status.clientIp()).isEqualTo("10.1.2.3:4567");
		assertThat(status.startAt()).isBetween(Instant.now().minusSeconds(600), Instant.now().plusSeconds(1));
		assertThat(this.hub.liveStatuses(List.of("nobody", key))).containsOnlyKeys(key);
		assertThat(this.hub.streams((spec) -> spec.liveOnly())).containsExactly(stream);
		simulated.goOffline();
		assertThat(stream.liveStatus()).isEmpty();
		simulated.record(Instant.ofEpochSecond(1_700_000_000), Instant.ofEpochSecond(1_700_000_100));
		assertThat(stream.history(
				(spec) -> spec.start(Instant.ofEpochSecond(1_699_999_999)).end(Instant.ofEpochSecond(1_700_000_200))))
			.extracting(Activity::start, Activity::end)
			.containsExactly(tuple(Instant.ofEpochSecond(1_700_000_000), Instant.ofEpochSecond(1_700_000_100)));
		SaveAsResult playlist = stream.saveAs(
				(spec) -> spec.start(Instant.ofEpochSecond(1_700_000_000)).end(Instant.ofEpochSecond(1_700_000_100)));
		assertThat(playlist.name()).isNotBlank();
		assertThat(playlist.persistentId()).isNull();
		SaveAsResult file = stream.saveAs((spec) -> spec.name("a.mp4").format("mp4"));
		assertThat(file.name()).isEqualTo("a.mp4");
		Fop fop = this.hub.awaitFop(file.persistentId(), Duration.ofMinutes(1));
		assertThat(fop.code()).isEqualTo(FopCode.DONE);
		stream.setConverts(List.of("480p", "720p"));
		assertThat(stream.info().converts()).containsExactly("480p", "720p");
		stream.setConverts(List.of());
		assertThat(stream.info().converts()).isEmpty();
		assertThatExceptionOfType(PiliBadRequestException.class).isThrownBy(() -> stream.setConverts(List.of("9000p")));
		stream.setNropEnabled(true);
		assertThat(stream.info().nropEnabled()).isTrue();
	}

	@Test
	void disabledStreamEndsAndCannotBePublished() {
		LiveStream stream = this.hub.stream("room");
		SimulatedHub simulated = this.simulator.hub(this.hub.name());
		simulated.goLive("room");
		stream.disable();
		assertThat(stream.liveStatus()).isEmpty();
		assertThat(stream.info().disabledForever()).isTrue();
		assertThat(publish(stream).accepted()).isFalse();
		stream.enable();
		assertThat(stream.info().disabled()).isFalse();
		stream.disable(Duration.ofHours(1));
		StreamInfo info = stream.info();
		assertThat(info.disabled()).isTrue();
		assertThat(info.disabledTill()).isBetween(Instant.now().plusSeconds(3000), Instant.now().plusSeconds(3700));
		stream.enable();
		stream.disable(Instant.now().plusSeconds(1000));
		assertThat(stream.info().disabled()).isTrue();
		stream.enable();
		assertThat(publish(stream).accepted()).isTrue();
		assertThat(stream.liveStatus()).isPresent();
	}

	private PublishDecision publish(LiveStream stream) {
		return this.simulator.publish(stream.rtmpPublishUrl(Duration.ofMinutes(5)));
	}

	@Test
	void publishUrlsOfEverySecurityAreAccepted() {
		SimulatedHub simulated = this.simulator.hub(this.hub.name());
		for (PublishSecurity security : List.of(PublishSecurity.NONE, PublishSecurity.STATIC, PublishSecurity.EXPIRY,
				PublishSecurity.EXPIRY_SK, PublishSecurity.DYNAMIC)) {
			this.hub.setPublishSecurity(security, "a-publish-key");
			assertThat(this.hub.info().publishSecurity()).isEqualTo(security);
			LiveStream stream = this.hub.stream("room-" + security.value());
			String url = stream.rtmpPublishUrl((spec) -> spec.security(security)
				.publishKey("a-publish-key")
				.validFor(Duration.ofMinutes(1))
				.parameter("uid", "4 2"));
			assertThat(this.simulator.publish(url).accepted()).as(url).isTrue();
			assertThat(simulated.stream(stream.key()).isLive()).isTrue();
			simulated.stream(stream.key()).goOffline();
			if (!security.equals(PublishSecurity.NONE)) {
				assertThat(this.simulator.publish(url.replaceFirst("(key|token)=.", "$1=*")).accepted()).as(url)
					.isFalse();
			}
		}
	}

	@Test
	void expiredUrlIsRefused() {
		assertThat(this.simulator.publish(this.hub.stream("room").rtmpPublishUrl(Instant.now().minusSeconds(60)))
			.accepted()).isFalse();
	}

	@Test
	void domainsOfUrlsAreThoseOfTheHub() {
		HubDomain domain = this.hub.domains()
			.stream()
			.filter((candidate) -> candidate.type().equals(DomainType.LIVE_HLS))
			.findFirst()
			.orElseThrow();
		assertThat(URI.create(this.hub.stream("room").hlsLiveUrl()).getHost()).isEqualTo(domain.domain());
	}

	@Test
	void domainsAreBoundAndUnbound() {
		this.hub.bindDomain("play.example.com", DomainType.LIVE_HDL);
		assertThatExceptionOfType(PiliException.class)
			.isThrownBy(() -> this.hub.bindDomain("play.example.com", DomainType.LIVE_HDL));
		this.hub.setUrlRewriteRules("play.example.com",
				List.of(new UrlRewriteRule("(.+)/live/(.+)/playlist.m3u8", "${1}/hub/${2}.m3u8")));
		DomainInfo info = this.hub.domain("play.example.com");
		assertThat(info.type()).isEqualTo(DomainType.LIVE_HDL);
		assertThat(info.urlRewriteRules()).hasSize(1);
		this.hub.setDomainCertificate("play.example.com", "a-certificate");
		assertThat(this.hub.domain("play.example.com").certificateEnabled()).isTrue();
		this.hub.unbindDomain("play.example.com");
		assertThatExceptionOfType(PiliNotFoundException.class).isThrownBy(() -> this.hub.domain("play.example.com"));
	}

	@Test
	void settingsOfTheHub() {
		this.hub.setHlsPlus(true);
		this.hub.setPersistence("a-bucket", 90);
		this.hub.setSnapshotInterval(Duration.ofSeconds(15));
		this.hub.setVodDomain("vod.example.com");
		assertThat(this.hub.info().hlsPlus()).isTrue();
		assertThat(this.hub.info().storageBucket()).isEqualTo("a-bucket");
		assertThat(this.hub.info().liveDataExpireDays()).isEqualTo(90);
		assertThat(this.hub.info().snapshotInterval()).isEqualTo(Duration.ofSeconds(15));
		assertThat(this.hub.fileUrl("a.mp4")).isEqualTo("https://vod.example.com/a.mp4");
	}

	@Test
	void pagesAndBatchesOfManyStreams() {
		List<String> keys = IntStream.range(0, 250).mapToObj("stream-%04d"::formatted).toList();
		keys.forEach(this.hub::createStream);
		assertThat(this.hub.streams((spec) -> spec.pageSize(100)).map(LiveStream::key))
			.containsExactlyInAnyOrderElementsOf(keys);
		assertThat(this.hub.streams((spec) -> spec.prefix("stream-002").pageSize(3))).hasSize(10);
		keys.subList(0, 150).forEach(this.simulator.hub(this.hub.name())::goLive);
		assertThat(this.hub.liveStatuses(keys)).hasSize(150);
		assertThat(this.hub.streams((spec) -> spec.liveOnly().pageSize(40))).hasSize(150);
	}

	@Test
	void accountHasItsHubsAndStatistics() {
		assertThat(this.account.hubs()).contains(this.hub.name());
		this.simulator.hub(this.hub.name()).goLive("room");
		LocalDate today = LocalDate.now(ZoneOffset.ofHours(8));
		assertThat(this.account.statistics()
			.upflow((spec) -> spec.between(today, today.plusDays(1)).only(TrafficDimension.HUB, this.hub.name())))
			.hasSize(1);
		assertThat(this.account.statistics()
			.upflow(TrafficDimension.HUB, (spec) -> spec.between(today, today.plusDays(1)))).hasSize(1);
		assertThat(this.hub.viewers().total().count()).isZero();
		assertThat(this.hub.viewerHistory((spec) -> {
		})).allSatisfy((sample) -> assertThat(sample.viewers().count()).isZero());
	}

	@Test
	void unknownStreamIsNotFound() {
		LiveStream stream = this.hub.stream("nobody");
		assertThatExceptionOfType(PiliNotFoundException.class).isThrownBy(stream::info);
		assertThatExceptionOfType(PiliNotFoundException.class).isThrownBy(stream::liveStatus);
		this.simulator.setV2Responses(V2Responses.defaults().withUnknownStreamStatus(404));
		assertThatExceptionOfType(PiliNotFoundException.class).isThrownBy(stream::liveStatus);
		assertThatExceptionOfType(PiliNotFoundException.class).isThrownBy(stream::saveAs);
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

	}

}
