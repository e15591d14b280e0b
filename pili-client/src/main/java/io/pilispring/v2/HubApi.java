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

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

import io.pilispring.PiliNoDataException;
import io.pilispring.internal.Arguments;
import io.pilispring.internal.Pager;
import io.pilispring.internal.WireLists;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.transport.ApiRequest;
import io.pilispring.transport.ApiResponse;
import io.pilispring.transport.PiliTransport;
import io.pilispring.url.PublishSecurity;

/**
 * The endpoints of a hub, one method each.
 */
final class HubApi {

	private final String hub;

	private final PiliTransport transport;

	HubApi(String hub, PiliTransport transport) {
		this.hub = Arguments.hub(hub);
		this.transport = transport;
	}

	String name() {
		return this.hub;
	}

	String apiHost() {
		return this.transport.apiHost();
	}

	PiliCredentials credentials() {
		return this.transport.credentials();
	}

	void create(String key, CreateStreamSpec spec) {
		send(ApiRequest.post("/v2/hubs/{hub}/streams", this.hub).body(spec.toBody(key)));
	}

	StreamInfo stream(String key) {
		return read(ApiRequest.get("/v2/hubs/{hub}/streams/{key}", this.hub, StreamKey.encode(key)),
				StreamDocument.class)
			.toInfo(key);
	}

	Pager.Page<String> keys(ListStreamsSpec spec) {
		ApiResponse response = this.transport.send(spec.toRequest(this.hub));
		Keys keys = response.read(Keys.class);
		List<String> items = WireLists.present(keys.items())
			.stream()
			.map(Key::key)
			.filter(StreamKey::isForeign)
			.map(Objects::requireNonNull)
			.toList();
		return new Pager.Page<>(items, marker(keys.marker(), response));
	}

	private static @Nullable String marker(@Nullable String marker, ApiResponse response) {
		if (!StringUtils.hasText(marker)) {
			return null;
		}
		if (!Arguments.isMarker(marker)) {
			throw response.unreadable("a marker that cannot be sent back");
		}
		return marker;
	}

	Optional<LiveStatus> live(String key) {
		try {
			return read(ApiRequest.get("/v2/hubs/{hub}/streams/{key}/live", this.hub, StreamKey.encode(key)),
					LiveDocument.class)
				.toStatus();
		}
		catch (PiliNoDataException ex) {
			return Optional.empty();
		}
	}

	List<LiveDocument> live(List<String> keys) {
		return WireLists
			.present(read(ApiRequest.post("/v2/hubs/{hub}/livestreams", this.hub).body(new Batch(keys)).repeatable(),
					Live.class)
				.items());
	}

	void disable(String key, Disabled disabled) {
		set(post("disabled", key).body(disabled));
	}

	List<Activity> history(String key, HistorySpec spec) {
		return WireLists.present(read(spec.toRequest(this.hub, key), History.class).items())
			.stream()
			.map(Period::toActivity)
			.flatMap(Optional::stream)
			.toList();
	}

	SaveAsResult saveAs(String key, SaveAsSpec spec) {
		return read(post("saveas", key).body(spec.toBody()), File.class).toSaveAs();
	}

	SnapshotResult snapshot(String key, SnapshotSpec spec) {
		return read(post("snapshot", key).body(spec.toBody()), File.class).toSnapshot();
	}

	void setConverts(String key, List<String> profiles) {
		set(post("converts", key).body(Map.of("converts", profiles)));
	}

	void setNrop(String key, boolean enabled) {
		set(post("nrop", key).body(Map.of("nropEnable", enabled)));
	}

	private ApiRequest post(String operation, String key) {
		return ApiRequest.post("/v2/hubs/{hub}/streams/{key}/" + operation, this.hub, StreamKey.encode(key));
	}

	HubInfo info() {
		return read(ApiRequest.get("/v2/hubs/{hub}", this.hub), HubDocument.class).toInfo(this.hub);
	}

	void setSecurity(PublishSecurity security, String publishKey) {
		set(post("security").body(new Security(security, publishKey)));
	}

	void setHlsPlus(boolean enabled) {
		set(post("hlsplus").body(Map.of("hlsPlus", enabled)));
	}

	void setPersistence(String bucket, int expireDays) {
		set(post("persistence").body(new Persistence(bucket, expireDays)));
	}

	void setSnapshotInterval(long seconds) {
		set(post("snapshot").body(Map.of("snapshotInterval", seconds)));
	}

	void setVodDomain(String domain) {
		set(post("voddomain").body(Map.of("vodDomain", domain)));
	}

	private ApiRequest post(String operation) {
		return ApiRequest.post("/v2/hubs/{hub}/" + operation, this.hub);
	}

	List<HubDomain> domains() {
		return HubDomainDocument
			.toDomains(read(ApiRequest.get("/v2/hubs/{hub}/domains", this.hub), HubDomains.class).domains());
	}

	DomainInfo domain(String domain) {
		return read(ApiRequest.get("/v2/hubs/{hub}/domains/{domain}", this.hub, domain), DomainDocument.class)
			.toInfo(domain);
	}

	void bind(String domain, DomainType type) {
		send(post("newdomains").body(new Binding(domain, type)));
	}

	void unbind(String domain) {
		send(ApiRequest.delete("/v2/hubs/{hub}/domains/{domain}", this.hub, domain));
	}

	void setCertificate(String domain, String name) {
		set(ApiRequest.post("/v2/hubs/{hub}/domains/{domain}/cert", this.hub, domain).body(Map.of("certName", name)));
	}

	void setUrlRewrite(String domain, List<UrlRewriteRule> rules) {
		set(ApiRequest.post("/v2/hubs/{hub}/domains/{domain}/urlrewrite", this.hub, domain)
			.body(Map.of("rules", rules)));
	}

	Viewers viewers() {
		return read(ApiRequest.get("/v2/hubs/{hub}/stat/play", this.hub), ViewersDocument.class).toViewers();
	}

	Pager.Page<ViewerSample> viewers(ViewerHistorySpec spec, @Nullable String after) {
		ApiResponse response = this.transport.send(spec.toRequest(this.hub, after));
		ViewersDocument.History history = response.read(ViewersDocument.History.class);
		return new Pager.Page<>(history.toSamples(), marker(history.marker(), response));
	}

	String viewerDetail(Instant time) {
		return this.transport
			.send(ApiRequest.get("/v2/hubs/{hub}/stat/play/history/detail", this.hub)
				.query("time", Times.seconds(time)))
			.body();
	}

	private <T> T read(ApiRequest request, Class<T> type) {
		return this.transport.send(request).read(type);
	}

	private void set(ApiRequest request) {
		send(request.repeatable());
	}

	private void send(ApiRequest request) {
		this.transport.send(request.acceptEmptyResponse());
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof HubApi that && this.hub.equals(that.hub) && this.transport.equals(that.transport);
	}

	@Override
	public int hashCode() {
		return this.hub.hashCode();
	}

	record Keys(@Nullable List<@Nullable Key> items, @Nullable String marker) {

	}

	record Key(@Nullable String key) {

	}

	record Batch(List<String> items) {

	}

	record Live(@Nullable List<@Nullable LiveDocument> items) {

	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Disabled(long disabledTill, @Nullable Long disablePeriodSecond) {

	}

	record History(@Nullable List<@Nullable Period> items) {

	}

	record Period(@Nullable Long start, @Nullable Long end, @JsonProperty("clientIP") @Nullable String clientIp,
			@JsonProperty("serverIP") @Nullable String serverIp) {

		// A push that is still going on has no end yet
		Optional<Activity> toActivity() {
			Instant start = Times.instant(this.start);
			Instant end = Times.instant(this.end);
			return (start != null && end != null) ? Optional.of(new Activity(start, end, this.clientIp, this.serverIp))
					: Optional.empty();
		}

	}

	record File(@Nullable String fname,
			@JsonProperty("persistentID") @JsonAlias("persistentId") @Nullable String persistentId,
			@Nullable Long start, @Nullable Long end) {

		SaveAsResult toSaveAs() {
			return new SaveAsResult(present(this.fname), present(this.persistentId), Times.instant(this.start),
					Times.instant(this.end));
		}

		SnapshotResult toSnapshot() {
			return new SnapshotResult(present(this.fname), present(this.persistentId));
		}

		private static @Nullable String present(@Nullable String text) {
			return (StringUtils.hasText(text)) ? text : null;
		}

	}

	record Security(PublishSecurity publishSecurity, String publishKey) {

		// Without the publish key
		@Override
		public String toString() {
			return "Security[publishSecurity=" + this.publishSecurity + "]";
		}

	}

	record Persistence(String storageBucket, int liveDataExpireDays) {

	}

	record HubDomains(@Nullable List<@Nullable HubDomainDocument> domains) {

	}

	record Binding(String domain, @JsonProperty("Type") DomainType type) {

	}

}
