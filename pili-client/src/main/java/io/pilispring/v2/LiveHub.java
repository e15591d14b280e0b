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

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.pilispring.PiliAlreadyExistsException;
import io.pilispring.PiliException;
import io.pilispring.PiliNotFoundException;
import io.pilispring.fop.Fop;
import io.pilispring.fop.FopTimeoutException;
import io.pilispring.transport.PiliTransport;
import io.pilispring.url.PublishSecurity;

/**
 * A hub of version 2 of the PILI API: its streams, its settings, its domains and its
 * viewers. Safe for use by multiple threads.
 * <p>
 * Every call throws a {@link PiliException} if PILI cannot be reached or responds with an
 * error, and an {@link IllegalArgumentException}, before anything is sent, if an argument
 * is not valid. A setting of the hub is sent again after a failure that may be temporary,
 * because that changes nothing; a stream is not created, and a domain not bound, twice.
 *
 * @since 0.1.0
 */
public interface LiveHub {

	/**
	 * Create a client of a hub, which requests the domains of its URLs when they are
	 * needed.
	 * @param name the name of the hub
	 * @param transport the transport
	 * @return the client
	 * @throws IllegalArgumentException if the name is not valid
	 */
	static LiveHub create(String name, PiliTransport transport) {
		return create(name, transport, UrlSettings.builder().build());
	}

	/**
	 * Create a client of a hub.
	 * @param name the name of the hub
	 * @param transport the transport
	 * @param urls how URLs are created
	 * @return the client
	 * @throws IllegalArgumentException if the name is not valid
	 */
	static LiveHub create(String name, PiliTransport transport, UrlSettings urls) {
		return new DefaultLiveHub(name, transport, urls);
	}

	/**
	 * Return the name of the hub.
	 * @return the name
	 */
	String name();

	/**
	 * Return the host of the API.
	 * @return the host, with the port unless it is the default port of the scheme
	 */
	String apiHost();

	/**
	 * Create a stream: {@code POST /v2/hubs/{hub}/streams}. This is only needed to set
	 * something before the first push, because a push creates the stream too.
	 * @param key the key of the stream: 1 to 200 letters, digits, {@code _} and {@code -}
	 * @return a handle of the stream
	 * @throws PiliAlreadyExistsException if there is already such a stream
	 */
	default LiveStream createStream(String key) {
		return createStream(key, (spec) -> {
		});
	}

	/**
	 * Create a stream: {@code POST /v2/hubs/{hub}/streams}.
	 * @param key the key of the stream: 1 to 200 letters, digits, {@code _} and {@code -}
	 * @param spec sets the properties of the stream
	 * @return a handle of the stream
	 * @throws PiliAlreadyExistsException if there is already such a stream
	 */
	LiveStream createStream(String key, Consumer<CreateStreamSpec> spec);

	/**
	 * Return a handle for the stream with the given key. Does not call PILI.
	 * @param key the key of the stream
	 * @return the handle, whether or not there is such a stream
	 */
	LiveStream stream(String key);

	/**
	 * List the first page of streams: {@code GET /v2/hubs/{hub}/streams}.
	 * @return the page
	 */
	default StreamPage listStreams() {
		return listStreams((spec) -> {
		});
	}

	/**
	 * List a page of streams: {@code GET /v2/hubs/{hub}/streams}.
	 * @param spec sets which streams to list
	 * @return the page
	 */
	StreamPage listStreams(Consumer<ListStreamsSpec> spec);

	/**
	 * Return a lazily paged stream of all streams. Each page is requested when it is
	 * needed: {@code GET /v2/hubs/{hub}/streams}.
	 * @return the streams
	 */
	default Stream<LiveStream> streams() {
		return streams((spec) -> {
		});
	}

	/**
	 * Return a lazily paged stream of streams. Each page is requested when it is needed:
	 * {@code GET /v2/hubs/{hub}/streams}.
	 * @param spec sets which streams to list, and the size of a page
	 * @return all matching streams; use {@link Stream#limit(long)} to get fewer
	 */
	Stream<LiveStream> streams(Consumer<ListStreamsSpec> spec);

	/**
	 * Get the status of those of many streams that are live, up to a hundred per call:
	 * {@code POST /v2/hubs/{hub}/livestreams}.
	 * @param keys the keys of the streams
	 * @return the status of each stream that is live, in the order of the keys; a stream
	 * that is not live, or does not exist, is not in it
	 */
	Map<String, LiveStatus> liveStatuses(Collection<String> keys);

	/**
	 * Return the progress of a file operation: {@code GET /status/get/prefop}.
	 * @param persistentId the id that save as or snapshot returned
	 * @return the file operation
	 * @throws PiliNotFoundException if the operation does not exist, does not exist yet,
	 * or no longer exists
	 */
	Fop fop(String persistentId);

	/**
	 * Wait until a file operation is finished, successfully or not.
	 * @param persistentId the id that save as or snapshot returned
	 * @param limit the maximum time to wait
	 * @return the file operation, whose code is final
	 * @throws FopTimeoutException if it is not finished within the limit
	 */
	default Fop awaitFop(String persistentId, Duration limit) {
		return awaitFop(persistentId, limit, (fop) -> {
		});
	}

	/**
	 * Wait until a file operation is finished, successfully or not, and report its
	 * progress.
	 * @param persistentId the id that save as or snapshot returned
	 * @param limit the maximum time to wait
	 * @param progress called with every response, in the calling thread
	 * @return the file operation, whose code is final
	 * @throws FopTimeoutException if it is not finished within the limit
	 */
	Fop awaitFop(String persistentId, Duration limit, Consumer<Fop> progress);

	/**
	 * Return the URL of a saved file or a snapshot, on the VOD domain. If it is not
	 * configured, the hub requests it once: {@code GET /v2/hubs/{hub}}.
	 * @param name the name of the file
	 * @return the URL
	 * @throws IllegalStateException if the hub has no VOD domain
	 */
	String fileUrl(String name);

	/**
	 * Get the settings of the hub: {@code GET /v2/hubs/{hub}}.
	 * @return the settings
	 */
	HubInfo info();

	/**
	 * Set how publish URLs are authorized: {@code POST /v2/hubs/{hub}/security}. Change
	 * the settings of URLs accordingly, because PILI does not tell the key.
	 * @param security the security
	 * @param publishKey the publish key, at most 500 characters
	 */
	void setPublishSecurity(PublishSecurity security, String publishKey);

	/**
	 * Set whether HLS has a low latency: {@code POST /v2/hubs/{hub}/hlsplus}.
	 * @param enabled whether it has
	 */
	void setHlsPlus(boolean enabled);

	/**
	 * Set where recordings are stored, and how long: {@code POST
	 * /v2/hubs/{hub}/persistence}.
	 * @param bucket the name of the bucket
	 * @param expireDays the number of days, from 60 to 1095
	 */
	void setPersistence(String bucket, int expireDays);

	/**
	 * Set how often a cover picture is taken: {@code POST /v2/hubs/{hub}/snapshot}.
	 * @param interval the interval, at least a second, which is sent in whole seconds
	 */
	void setSnapshotInterval(Duration interval);

	/**
	 * Set the domain of saved files: {@code POST /v2/hubs/{hub}/voddomain}.
	 * @param domain the domain
	 */
	void setVodDomain(String domain);

	/**
	 * List the domains of the hub: {@code GET /v2/hubs/{hub}/domains}.
	 * @return the domains
	 */
	List<HubDomain> domains();

	/**
	 * Get the settings of a domain: {@code GET /v2/hubs/{hub}/domains/{domain}}.
	 * @param domain the domain
	 * @return the settings
	 * @throws PiliNotFoundException if the hub has no such domain
	 */
	DomainInfo domain(String domain);

	/**
	 * Bind a domain to the hub: {@code POST /v2/hubs/{hub}/newdomains}.
	 * @param domain the domain
	 * @param type what it is for
	 */
	void bindDomain(String domain, DomainType type);

	/**
	 * Unbind a domain from the hub: {@code DELETE /v2/hubs/{hub}/domains/{domain}}.
	 * @param domain the domain
	 */
	void unbindDomain(String domain);

	/**
	 * Set the certificate of a domain: {@code POST /v2/hubs/{hub}/domains/{domain}/cert}.
	 * @param domain the domain
	 * @param certificateName the name of a certificate of the account
	 */
	void setDomainCertificate(String domain, String certificateName);

	/**
	 * Set how the URLs of a domain are rewritten, instead of all previous rules:
	 * {@code POST /v2/hubs/{hub}/domains/{domain}/urlrewrite}.
	 * @param domain the domain
	 * @param rules the rules, in order
	 */
	void setUrlRewriteRules(String domain, List<UrlRewriteRule> rules);

	/**
	 * Get how many viewers there are now: {@code GET /v2/hubs/{hub}/stat/play}.
	 * @return the viewers
	 */
	Viewers viewers();

	/**
	 * Return a lazily paged stream of how many viewers there were, every five minutes:
	 * {@code GET /v2/hubs/{hub}/stat/play/history}.
	 * @param spec sets the range
	 * @return the viewers, in the order of PILI's response
	 */
	Stream<ViewerSample> viewerHistory(Consumer<ViewerHistorySpec> spec);

	/**
	 * Get the viewers of each stream at some time: {@code GET
	 * /v2/hubs/{hub}/stat/play/history/detail}.
	 * @param time the time
	 * @return the response as it was sent, because PILI does not document its form
	 */
	String viewerDetail(Instant time);

}
