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

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * A hub with its streams, its domains and its settings.
 */
final class HubState implements SimulatedHub {

	private final String name;

	private final AccountState account;

	private final StreamFactory factory;

	private final InstantSource clock;

	private final PushListener listener;

	private final PushLog pushes;

	private final PushNotifier notifier;

	private final Instant createdAt;

	private final HubStreams index = new HubStreams();

	private final HubDomains domains;

	private final Supplier<HubSettings> defaults;

	private final AtomicReference<HubSettings> settings;

	HubState(String name, AccountState account, StreamFactory factory, SimulatorSettings settings, PushLog pushes,
			PushNotifier notifier) {
		this.name = name;
		this.account = account;
		this.factory = factory;
		this.clock = settings.clock();
		this.listener = settings.pushListener();
		this.pushes = pushes;
		this.notifier = notifier;
		this.createdAt = this.clock.instant();
		this.defaults = () -> HubSettings.defaults(name, settings);
		this.domains = new HubDomains(account::hosts);
		this.settings = new AtomicReference<>(this.defaults.get());
	}

	@Override
	public AccountState account() {
		return this.account;
	}

	@Override
	public String name() {
		return this.name;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	HubStreams index() {
		return this.index;
	}

	HubDomains domainList() {
		return this.domains;
	}

	HubSettings settings() {
		return this.settings.get();
	}

	void change(UnaryOperator<HubSettings> change) {
		this.settings.updateAndGet(change);
	}

	PublishRules publishRules() {
		return this.account.publishRules();
	}

	StreamState createV1(@Nullable String title, @Nullable String publishKey, @Nullable String publishSecurity) {
		String chosenTitle = (title != null) ? StreamId.requireTitle(title) : this.factory.title();
		PublishSecurity security = this.factory.security(publishSecurity);
		return this.index.add(chosenTitle, () -> this.factory.createV1(this, chosenTitle, publishKey, security));
	}

	StreamState createV2(String key, boolean nropEnabled) {
		return this.index.add(key, () -> this.factory.createV2(this, key, nropEnabled));
	}

	PublishDecision publish(PublishUrl url, @Nullable Push push) {
		HubDomain domain = this.domains.find(DomainType.PUBLISH_RTMP, url.host());
		if (domain != null && domain.disabled()) {
			return new PublishDecision(PublishVerdict.DISABLED_DOMAIN, this.index.find(url.title()));
		}
		StreamState stream = this.index.find(url.title());
		if (stream == null) {
			PublishVerdict verdict = judgeUnknown(url);
			if (verdict != PublishVerdict.ACCEPTED || push == null) {
				return new PublishDecision(verdict, null);
			}
			stream = this.index.findOrAdd(url.title(), () -> this.factory.createV2(this, url.title(), false));
		}
		return new PublishDecision(stream.publish(url, push), stream);
	}

	private PublishVerdict judgeUnknown(PublishUrl url) {
		HubSettings current = settings();
		if (!publishRules().isMeant(url, current.publishSecurity())) {
			return PublishVerdict.UNKNOWN_STREAM;
		}
		PublishVerdict verdict = publishRules().judgeV2(url, current.publishSecurity(), current.publishKey(), 0,
				this.clock.instant());
		return (verdict == PublishVerdict.ACCEPTED && !StreamKey.isValid(url.title())) ? PublishVerdict.INVALID_KEY
				: verdict;
	}

	PlayDecision play(PlayUrl url, HubDomain domain, String key, Instant now) {
		StreamState stream = this.index.find(key);
		PlayVerdict verdict = (domain.disabled()) ? PlayVerdict.DISABLED_DOMAIN
				: PlayRules.judge(url, domain.playSecurity(), now);
		if (verdict == PlayVerdict.ACCEPTED && (stream == null || !stream.isLive())) {
			verdict = (stream != null) ? PlayVerdict.NOT_LIVE : PlayVerdict.UNKNOWN_STREAM;
		}
		return new PlayDecision(verdict, stream);
	}

	void pushStarted(StreamState stream, PushSession session) {
		this.pushes.add(session);
		this.notifier.started(stream, session);
	}

	void pushEnded(StreamState stream, PushSession session) {
		this.listener.pushEnded(stream);
		this.notifier.ended(stream, session);
	}

	void recorded(PushSession session) {
		this.pushes.add(session);
	}

	@Nullable HubDomain publishDomain(String host) {
		HubDomain exact = this.domains.find(DomainType.PUBLISH_RTMP, host);
		return (exact != null) ? exact : this.domains.first(DomainType.PUBLISH_RTMP);
	}

	String publishHost() {
		HubDomain domain = this.domains.first(DomainType.PUBLISH_RTMP);
		return (domain != null) ? domain.domain() : this.account.hosts().publishRtmp();
	}

	@Override
	public List<SimulatedStream> streams() {
		return List.copyOf(this.index.all());
	}

	@Override
	public SimulatedStream stream(String key) {
		SimulatedStream stream = this.index.find(key);
		if (stream == null) {
			throw new NoSuchElementException("No stream with key '%s' in hub '%s'".formatted(key, this.name));
		}
		return stream;
	}

	@Override
	public boolean hasStream(String key) {
		return this.index.find(key) != null;
	}

	@Override
	public SimulatedStream createStream(String key) {
		StreamKey.requirePushed(key);
		try {
			return createV2(key, false);
		}
		catch (ApiException ex) {
			throw new IllegalArgumentException("%s: '%s'".formatted(ex.getMessage(), key), ex);
		}
	}

	@Override
	public SimulatedStream goLive(String key, Push push) {
		StreamKey.requirePushed(key);
		SimulatedStream stream = this.index.findOrAdd(key, () -> this.factory.createV2(this, key, false));
		stream.goLive(push);
		return stream;
	}

	@Override
	public String publishSecurity() {
		return settings().publishSecurity().wireName();
	}

	@Override
	public String publishKey() {
		return settings().publishKey();
	}

	@Override
	public void setPublishSecurity(String publishSecurity, String publishKey) {
		PublishSecurity security = PublishSecurity.require(publishSecurity);
		if (publishKey.isBlank()) {
			throw new IllegalArgumentException("'publishKey' must not be blank");
		}
		change((before) -> before.withPublishSecurity(security, publishKey, this.clock.instant()));
	}

	@Override
	public int storageDays() {
		return settings().storageDays();
	}

	@Override
	public void setStorageDays(int storageDays) {
		if (storageDays < 1) {
			throw new IllegalArgumentException("'storageDays' must be positive: " + storageDays);
		}
		change((before) -> before.withStorage(before.storageBucket(), storageDays, this.clock.instant()));
	}

	@Override
	public String storageBucket() {
		return settings().storageBucket();
	}

	@Override
	public boolean isHlsPlus() {
		return settings().hlsPlus();
	}

	@Override
	public int snapshotInterval() {
		return settings().snapshotInterval();
	}

	@Override
	public String vodDomain() {
		String own = settings().vodDomain();
		return (own != null) ? own : this.account.hosts().vod();
	}

	@Override
	public NropSettings nrop() {
		return settings().nrop();
	}

	@Override
	public void setNrop(NropSettings nrop) {
		change((before) -> before.withNrop(nrop, this.clock.instant()));
	}

	@Override
	public List<HubDomain> domains() {
		return this.domains.all();
	}

	@Override
	public HubDomain domain(String domain) {
		HubDomain found = this.domains.find(domain);
		if (found == null) {
			throw new NoSuchElementException("No domain '%s' in hub '%s'".formatted(domain, this.name));
		}
		return found;
	}

	@Override
	public @Nullable HubDomain domainOf(DomainType type) {
		return this.domains.first(type);
	}

	@Override
	public void setDomain(HubDomain domain) {
		this.domains.put(domain);
	}

	@Override
	public void removeDomain(String domain) {
		this.domains.remove(domain);
	}

	void reset() {
		this.index.clear();
		this.domains.reset();
		this.settings.set(this.defaults.get());
	}

	@Override
	public String toString() {
		return "SimulatedHub[" + this.name + "]";
	}

}
