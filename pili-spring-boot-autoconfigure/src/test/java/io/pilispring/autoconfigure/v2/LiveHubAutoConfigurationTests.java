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

package io.pilispring.autoconfigure.v2;

import java.time.Instant;
import java.util.List;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.pilispring.PiliServer;
import io.pilispring.autoconfigure.PiliPropertiesException;
import io.pilispring.autoconfigure.http.PiliHttpAutoConfiguration;
import io.pilispring.autoconfigure.hubs.PiliAutoConfiguration;
import io.pilispring.autoconfigure.monitor.PiliMonitorAutoConfiguration;
import io.pilispring.autoconfigure.v1.PiliHubAutoConfiguration;
import io.pilispring.autoconfigure.v1.PiliHubMonitorAutoConfiguration;
import io.pilispring.monitor.PiliMonitor;
import io.pilispring.url.NonceSource;
import io.pilispring.v1.PiliHub;
import io.pilispring.v2.LiveHub;
import io.pilispring.v2.LiveStream;
import io.pilispring.v2.PiliAccount;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LiveHubAutoConfiguration}.
 */
class LiveHubAutoConfigurationTests {

	private static final Instant END = Instant.ofEpochSecond(1785600000);

	@RegisterExtension
	final PiliServer pili = new PiliServer();

	private final ApplicationContextRunner emptyRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(PiliAutoConfiguration.class, PiliHttpAutoConfiguration.class,
				PiliHubAutoConfiguration.class, PiliHubMonitorAutoConfiguration.class, LiveHubAutoConfiguration.class,
				LiveHubMonitorAutoConfiguration.class, PiliMonitorAutoConfiguration.class))
		.withPropertyValues("pili.monitor.auto-startup=false");

	private final ApplicationContextRunner runner = this.emptyRunner.withPropertyValues("pili.access-key=test-ak",
			"pili.secret-key=test-sk", "pili.hub=main-hub", "pili.api-host=" + this.pili.host());

	@Test
	void hubsAreOfVersionOneByDefault() {
		this.runner.withPropertyValues("pili.hubs.other.hub=other-hub").run((context) -> {
			assertThat(context.getBeansOfType(PiliHub.class)).containsOnlyKeys("piliHub", "other");
			assertThat(context).doesNotHaveBean(LiveHub.class);
		});
	}

	@Test
	void versionIsInheritedUnlessAHubHasItsOwn() {
		this.runner
			.withPropertyValues("pili.api-version=v2", "pili.hubs.same.hub=same-hub", "pili.hubs.old.hub=old-hub",
					"pili.hubs.old.api-version=v1")
			.run((context) -> {
				assertThat(context.getBeansOfType(LiveHub.class)).containsOnlyKeys("piliHub", "same");
				assertThat(context.getBeansOfType(PiliHub.class)).containsOnlyKeys("old");
				assertThat(context.getBean(LiveHub.class).name()).isEqualTo("main-hub");
				assertThat(context.getBean(PiliHub.class).name()).isEqualTo("old-hub");
			});
	}

	@Test
	void furtherHubMayHaveVersionTwo() {
		this.pili.answer(200, "{\"createdAt\":1}");
		this.runner.withPropertyValues("pili.hubs.live.hub=live-hub", "pili.hubs.live.api-version=v2")
			.run((context) -> {
				assertThat(context.getBeansOfType(PiliHub.class)).containsOnlyKeys("piliHub");
				assertThat(context.getBean(LiveHub.class).stream("a").info().createdAt())
					.isEqualTo(Instant.ofEpochSecond(1));
				assertThat(this.pili.onlyRequest().getUrl()).isEqualTo("/v2/hubs/live-hub/streams/YQ==");
				assertThat(this.pili.onlyRequest().getHeader("X-Qiniu-Date")).isNull();
			});
	}

	@Test
	void oneHubMayHaveBothVersions() {
		this.runner.withPropertyValues("pili.hubs.live.api-version=v2").run((context) -> {
			assertThat(context.getBean(PiliHub.class).name()).isEqualTo("main-hub");
			assertThat(context.getBean(LiveHub.class).name()).isEqualTo("main-hub");
		});
		this.runner.withPropertyValues("pili.api-version=v2", "pili.hubs.live.read-timeout=5s")
			.run((context) -> assertThat(failure(context)).hasMessageContaining("are the same hub 'main-hub'"));
	}

	@Test
	void hubsOfBothVersionsAreMonitored() {
		this.runner
			.withPropertyValues("pili.hubs.live.hub=live-hub", "pili.hubs.live.api-version=v2",
					"pili.hubs.live.monitor.streams=door")
			.run((context) -> {
				PiliMonitor monitor = context.getBean(PiliMonitor.class);
				assertThat(monitor.snapshots()).containsOnlyKeys("piliHub", "live");
				assertThat(monitor.settings("live").streams()).containsExactly("door");
			});
	}

	@Test
	void titleBelongsToThePrimaryHubOfEitherVersion() {
		this.runner
			.withPropertyValues("pili.api-version=v2", "pili.hubs.old.hub=old-hub", "pili.hubs.old.api-version=v1",
					"pili.monitor.streams=door,z1.old-hub.gate")
			.run((context) -> {
				PiliMonitor monitor = context.getBean(PiliMonitor.class);
				assertThat(monitor.settings("piliHub").streams()).containsExactly("door");
				assertThat(monitor.settings("old").streams()).containsExactly("z1.old-hub.gate");
			});
	}

	@Test
	void domainsAndSecurityOfUrlsAreProperties() {
		this.runner.withPropertyValues("pili.api-version=v2", "pili.domains.publish-rtmp=push.example.com",
				"pili.domains.live-hls=hls.example.com", "pili.domains.https=false", "pili.domains.vod=vod.example.com",
				"pili.publish-security=expiry", "pili.publish-key=test123", "pili.play-security.key=test123")
			.run((context) -> {
				LiveHub hub = context.getBean(LiveHub.class);
				LiveStream stream = hub.stream("room");
				assertThat(stream.rtmpPublishUrl(END))
					.startsWith("rtmp://push.example.com/main-hub/room?expire=1785600000&token=");
				assertThat(stream.srtPublishUrl(END)).startsWith("srt://push.example.com:1935?streamid=");
				assertThat(stream.hlsLiveUrl((spec) -> spec.expiresAt(END)))
					.matches("http://hls\\.example\\.com/main-hub/room\\.m3u8\\?sign=[0-9a-f]{32}&t=6a6e1800");
				assertThat(hub.fileUrl("a b.m3u8")).isEqualTo("http://vod.example.com/a%20b.m3u8");
				assertThat(this.pili.requests()).isEmpty();
			});
	}

	@Test
	void domainsAndKeysAreNotInherited() {
		this.pili.answer(200, "{\"domains\":[{\"type\":\"publishRtmp\",\"domain\":\"other.example.com\"}]}");
		this.runner
			.withPropertyValues("pili.api-version=v2", "pili.domains.publish-rtmp=push.example.com",
					"pili.publish-security=static", "pili.publish-key=test123", "pili.hubs.other.hub=other-hub")
			.run((context) -> {
				LiveStream main = context.getBean("piliHub", LiveHub.class).stream("room");
				LiveStream other = context.getBean("other", LiveHub.class).stream("room");
				assertThat(main.rtmpPublishUrl()).isEqualTo("rtmp://push.example.com/main-hub/room?key=test123");
				assertThat(other.rtmpPublishUrl(END))
					.startsWith("rtmp://other.example.com/other-hub/room?e=1785600000&token=test-ak:");
			});
	}

	@Test
	void nonceSourceOfTheApplicationIsUsed() {
		this.runner
			.withPropertyValues("pili.api-version=v2", "pili.domains.publish-rtmp=push.example.com",
					"pili.publish-security=dynamic", "pili.publish-key=test123")
			.withBean(NonceSource.class, () -> (stream) -> 42)
			.run((context) -> assertThat(context.getBean(LiveHub.class).stream("room").rtmpPublishUrl())
				.contains("?nonce=42&token="));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					pili.domains.publish-rtmp=a/b             | 'pili.domains.publish-rtmp' must be
					pili.domains.live-hls=https://a           | 'pili.domains.live-hls' must be
					pili.domains.vod=user@a                   | 'pili.domains.vod' must be
					pili.publish-security=open                | 'pili.publish-security' must be one of [none, static, expiry, expiry_sk, dynamic]
					pili.play-security.rule=$(hub)            | 'pili.play-security.rule' has the unknown variable
					pili.play-security.timestamp-base=1       | 'pili.play-security.timestamp-base' must be from 2 to 36
					pili.play-security.signature-parameter=t  | 'pili.play-security.timestamp-parameter' and 'signatureParameter' must differ
					pili.play-security.type=start             | 'pili.play-security.range' must be set
					pili.hubs.x.domains.cover=a b             | 'pili.hubs.x.domains.cover' must be
					""")
	void valueThatIsNotValidEndsTheStart(String property, String message) {
		this.runner.withPropertyValues("pili.api-version=v2", "pili.play-security.key=do-not-show-me", property)
			.run((context) -> assertThat(failure(context)).isInstanceOf(PiliPropertiesException.class)
				.hasMessageContaining(message)
				.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("do-not-show-me")));
	}

	private static Throwable failure(AssertableApplicationContext context) {
		Throwable failure = context.getStartupFailure();
		while (failure != null && failure.getCause() != null && !(failure instanceof PiliPropertiesException)) {
			failure = failure.getCause();
		}
		return failure;
	}

	@Test
	void dateIsSentAndSignedIfWanted() {
		this.pili.answer(200, "{\"items\":[]}");
		this.runner
			.withPropertyValues("pili.api-version=v2", "pili.send-date=true", "pili.hubs.without.hub=h",
					"pili.hubs.without.send-date=false")
			.run((context) -> {
				context.getBean("piliHub", LiveHub.class).listStreams();
				context.getBean("without", LiveHub.class).listStreams();
				assertThat(this.pili.requests()).extracting((request) -> request.getHeader("X-Qiniu-Date"))
					.satisfiesExactly((date) -> assertThat(date).matches("\\d{8}T\\d{6}Z"),
							(date) -> assertThat(date).isNull());
			});
	}

	@ParameterizedTest
	@CsvSource({ "ak, , pili.qiniuapi.com", "IAM-ak, , pili-iam.qiniuapi.com",
			"IAM-ak, other.example.com, other.example.com" })
	void delegatedKeysHaveTheirOwnHost(String accessKey, String host, String expected) {
		ApplicationContextRunner keys = this.emptyRunner.withPropertyValues("pili.api-version=v2",
				"pili.access-key=" + accessKey, "pili.secret-key=sk", "pili.hub=h");
		((host != null) ? keys.withPropertyValues("pili.api-host=" + host) : keys)
			.run((context) -> assertThat(context.getBean(LiveHub.class).apiHost()).isEqualTo(expected));
	}

	@Test
	void delegatedKeysOfAFurtherHubHaveTheirOwnHost() {
		ApplicationContextRunner keys = this.emptyRunner.withPropertyValues("pili.api-version=v2", "pili.access-key=ak",
				"pili.secret-key=sk", "pili.hub=h", "pili.hubs.x.access-key=IAM-ak", "pili.hubs.x.secret-key=sk");
		keys.run((context) -> {
			assertThat(context.getBean("x", LiveHub.class).apiHost()).isEqualTo("pili-iam.qiniuapi.com");
			assertThat(context.getBean("piliHub", LiveHub.class).apiHost()).isEqualTo("pili.qiniuapi.com");
		});
		keys.withPropertyValues("pili.api-host=other.example.com")
			.run((context) -> assertThat(context.getBean("x", LiveHub.class).apiHost()).isEqualTo("other.example.com"));
	}

	@Test
	void accountNeedsNoHub() {
		this.pili.stub(WireMock.get("/v2/hubs").willReturn(WireMock.okJson("{\"items\":[{\"name\":\"one\"}]}")));
		this.emptyRunner
			.withPropertyValues("pili.access-key=ak", "pili.secret-key=sk", "pili.api-host=" + this.pili.host(),
					"pili.hubs.x.hub=x")
			.run((context) -> assertThat(context.getBean(PiliAccount.class).hubs()).isEqualTo(List.of("one")));
	}

	@Test
	void unconfiguredPiliBacksOff() {
		this.emptyRunner.run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(LiveHub.class)
			.doesNotHaveBean(PiliAccount.class)
			.doesNotHaveBean(PiliMonitor.class));
	}

	@Test
	void hubOfTheApplicationReplacesThePrimaryOne() {
		this.runner.withPropertyValues("pili.api-version=v2")
			.withBean("own", LiveHub.class, () -> PiliAccount.create(this.pili.transport()).hub("own-hub"))
			.run((context) -> {
				assertThat(context.getBeansOfType(LiveHub.class)).containsOnlyKeys("own");
				assertThat(context.getBean(PiliMonitor.class).snapshots()).containsOnlyKeys("own");
			});
	}

}
