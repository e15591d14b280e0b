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

package io.pilispring.v2;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.springframework.util.Assert;
import org.springframework.web.util.UriUtils;

import io.pilispring.fop.Fop;
import io.pilispring.fop.FopClient;
import io.pilispring.internal.Arguments;
import io.pilispring.internal.Batches;
import io.pilispring.internal.Pager;
import io.pilispring.internal.Specs;
import io.pilispring.transport.PiliTransport;
import io.pilispring.url.PublishSecurity;

/**
 * The {@link LiveHub} that calls PILI.
 */
final class DefaultLiveHub implements LiveHub {

	static final int MAX_BATCH_SIZE = 100;

	private static final int MAX_DOMAIN_LENGTH = 255;

	private final HubApi api;

	private final UrlSettings urls;

	private final Domains domains;

	private final FopClient fops;

	DefaultLiveHub(String name, PiliTransport transport, UrlSettings urls) {
		Assert.notNull(transport, "'transport' must not be null");
		Assert.notNull(urls, "'urls' must not be null");
		this.api = new HubApi(name, transport);
		this.urls = urls;
		this.domains = new Domains(urls, this.api);
		this.fops = new FopClient(transport);
	}

	@Override
	public String name() {
		return this.api.name();
	}

	@Override
	public String apiHost() {
		return this.api.apiHost();
	}

	@Override
	public LiveStream createStream(String key, Consumer<CreateStreamSpec> spec) {
		StreamKey.check(key);
		this.api.create(key, Specs.apply(new CreateStreamSpec(), spec));
		return stream(key);
	}

	@Override
	public LiveStream stream(String key) {
		return new DefaultLiveStream(this.api, this.urls, this.domains, key);
	}

	@Override
	public StreamPage listStreams(Consumer<ListStreamsSpec> spec) {
		Pager.Page<String> page = this.api.keys(Specs.apply(new ListStreamsSpec(), spec));
		return new StreamPage(page.items().stream().map(this::stream).toList(), page.marker());
	}

	@Override
	public Stream<LiveStream> streams(Consumer<ListStreamsSpec> spec) {
		ListStreamsSpec applied = Specs.apply(new ListStreamsSpec(), spec);
		return Pager.stream("hub '" + name() + "'", (marker) -> {
			if (marker != null) {
				applied.marker(marker);
			}
			return this.api.keys(applied);
		}).map(this::stream);
	}

	@Override
	public Map<String, LiveStatus> liveStatuses(Collection<String> keys) {
		Assert.notNull(keys, "'keys' must not be null");
		Map<String, Optional<LiveStatus>> statuses = new LinkedHashMap<>();
		keys.forEach((key) -> statuses.put(StreamKey.checkForeign(key), Optional.empty()));
		for (List<String> batch : Batches.of(statuses.keySet(), MAX_BATCH_SIZE)) {
			for (LiveDocument document : this.api.live(batch)) {
				if (document.key() != null) {
					statuses.computeIfPresent(document.key(), (key, absent) -> document.toStatus());
				}
			}
		}
		Map<String, LiveStatus> live = new LinkedHashMap<>();
		statuses.forEach((key, status) -> status.ifPresent((present) -> live.put(key, present)));
		return Collections.unmodifiableMap(live);
	}

	@Override
	public Fop fop(String persistentId) {
		return this.fops.get(persistentId);
	}

	@Override
	public Fop awaitFop(String persistentId, Duration limit, Consumer<Fop> progress) {
		return this.fops.await(persistentId, limit, progress);
	}

	@Override
	public String fileUrl(String name) {
		Arguments.required("name", Arguments.text("name", name, 1000));
		String path = UriUtils.encodePath((name.startsWith("/")) ? name : "/" + name, StandardCharsets.UTF_8);
		return ((this.urls.https()) ? "https://" : "http://") + this.domains.vod() + path;
	}

	@Override
	public HubInfo info() {
		return this.api.info();
	}

	@Override
	public void setPublishSecurity(PublishSecurity security, String publishKey) {
		Assert.notNull(security, "'security' must not be null");
		Arguments.text("security", security.value(), 100);
		// Not checked as required text, whose message would show it
		Assert.hasText(publishKey, "'publishKey' must not be blank");
		Arguments.publishKey(publishKey);
		this.api.setSecurity(security, publishKey);
	}

	@Override
	public void setHlsPlus(boolean enabled) {
		this.api.setHlsPlus(enabled);
	}

	@Override
	public void setPersistence(String bucket, int expireDays) {
		Arguments.required("bucket", Arguments.text("bucket", bucket, 200));
		Assert.isTrue(expireDays >= 60 && expireDays <= 1095,
				() -> "'expireDays' must be from 60 to 1095, but is " + expireDays);
		this.api.setPersistence(bucket, expireDays);
	}

	@Override
	public void setSnapshotInterval(Duration interval) {
		Assert.isTrue(interval != null && interval.getSeconds() > 0,
				() -> "'interval' must be at least a second, but is " + interval);
		this.api.setSnapshotInterval(interval.getSeconds());
	}

	@Override
	public void setVodDomain(String domain) {
		this.api.setVodDomain(checkDomain(domain));
	}

	@Override
	public List<HubDomain> domains() {
		return this.api.domains();
	}

	@Override
	public DomainInfo domain(String domain) {
		return this.api.domain(checkDomain(domain));
	}

	@Override
	public void bindDomain(String domain, DomainType type) {
		Assert.notNull(type, "'type' must not be null");
		Arguments.text("type", type.value(), 100);
		this.api.bind(checkDomain(domain), type);
	}

	@Override
	public void unbindDomain(String domain) {
		this.api.unbind(checkDomain(domain));
	}

	@Override
	public void setDomainCertificate(String domain, String certificateName) {
		Arguments.required("certificateName", Arguments.text("certificateName", certificateName, 200));
		this.api.setCertificate(checkDomain(domain), certificateName);
	}

	@Override
	public void setUrlRewriteRules(String domain, List<UrlRewriteRule> rules) {
		Assert.notNull(rules, "'rules' must not be null");
		rules.forEach((rule) -> {
			Arguments.text("pattern", rule.pattern(), 1000);
			Arguments.text("replace", rule.replace(), 1000);
		});
		this.api.setUrlRewrite(checkDomain(domain), List.copyOf(rules));
	}

	private static String checkDomain(String domain) {
		return Arguments.segment("domain", domain, MAX_DOMAIN_LENGTH);
	}

	@Override
	public Viewers viewers() {
		return this.api.viewers();
	}

	@Override
	public Stream<ViewerSample> viewerHistory(Consumer<ViewerHistorySpec> spec) {
		ViewerHistorySpec applied = Specs.apply(new ViewerHistorySpec(), spec);
		return Pager.stream("viewers of hub '" + name() + "'", (marker) -> this.api.viewers(applied, marker));
	}

	@Override
	public String viewerDetail(Instant time) {
		Assert.notNull(time, "'time' must not be null");
		return this.api.viewerDetail(time);
	}

	@Override
	public String toString() {
		return "LiveHub[name=" + name() + ", apiHost=" + apiHost() + "]";
	}

}
