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

import java.util.List;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

/**
 * A hub of the simulator, to be controlled by test code: its streams, which both versions
 * of the API share, and what only version 2 knows of: its domains and its settings. What
 * version 2 calls the key of a stream is what version 1 calls its title. Safe for use by
 * multiple threads.
 *
 * @since 0.1.0
 */
public interface SimulatedHub {

	/**
	 * Return the account that has the hub.
	 * @return the account
	 */
	SimulatedAccount account();

	/**
	 * Return the name.
	 * @return the name
	 */
	String name();

	/**
	 * Return all streams.
	 * @return the streams in the order of their creation
	 */
	List<SimulatedStream> streams();

	/**
	 * Return a stream.
	 * @param key the key
	 * @return the stream
	 * @throws NoSuchElementException if there is none
	 */
	SimulatedStream stream(String key);

	/**
	 * Return whether there is a stream.
	 * @param key the key
	 * @return {@code true} if the stream exists
	 */
	boolean hasStream(String key);

	/**
	 * Create a stream as version 2 does. It is published by the security of the hub, and
	 * is removed when nobody has published it for {@link #storageDays()}.
	 * @param key the key, which may be one that only a push would make, such as one in
	 * Chinese, but neither is empty nor contains {@code @} or {@code /}
	 * @return the stream
	 * @throws IllegalArgumentException if PILI would not take the key, or there is such a
	 * stream
	 */
	SimulatedStream createStream(String key);

	/**
	 * Start to publish a stream to the first publish domain, which sends its callback.
	 * The stream is created if it is unknown. To stop, use
	 * {@link SimulatedStream#goOffline()}.
	 * @param key the key, as for {@link #createStream}
	 * @return the stream, which is live
	 * @throws IllegalArgumentException if PILI would not take the key
	 * @throws IllegalStateException if the stream is live already or disabled
	 */
	default SimulatedStream goLive(String key) {
		return goLive(key, Push.defaults());
	}

	/**
	 * Start to publish a stream to the first publish domain, which sends its callback.
	 * The stream is created if it is unknown. To stop, use
	 * {@link SimulatedStream#goOffline()}.
	 * @param key the key, as for {@link #createStream}
	 * @param push the push
	 * @return the stream, which is live
	 * @throws IllegalArgumentException if PILI would not take the key
	 * @throws IllegalStateException if the stream is live already or disabled
	 */
	SimulatedStream goLive(String key, Push push);

	/**
	 * Return how publish URLs of streams without a security of their own are authorized.
	 * The default is {@code expiry_sk}.
	 * @return the publish security, as named in PILI's API
	 */
	String publishSecurity();

	/**
	 * Return the key that authorizes publish URLs.
	 * @return the publish key
	 */
	String publishKey();

	/**
	 * Set how publish URLs of streams without a security of their own are authorized.
	 * @param publishSecurity {@code none}, {@code static}, {@code expiry},
	 * {@code expiry_sk} or {@code dynamic}
	 * @param publishKey the publish key, not blank
	 * @throws IllegalArgumentException if there is no such security, or the key is blank
	 */
	void setPublishSecurity(String publishSecurity, String publishKey);

	/**
	 * Return for how many days a stream exists and is stored after its last push. The
	 * default is 15.
	 * @return the number of days
	 */
	int storageDays();

	/**
	 * Set for how many days a stream exists and is stored after its last push.
	 * @param storageDays the number of days, of which PILI's API takes 60 to 1095
	 * @throws IllegalArgumentException if the number is not positive
	 */
	void setStorageDays(int storageDays);

	/**
	 * Return the bucket that streams are stored in.
	 * @return the name of the bucket
	 */
	String storageBucket();

	/**
	 * Return whether HLS with low latency is on.
	 * @return {@code true} if on
	 */
	boolean isHlsPlus();

	/**
	 * Return how often cover pictures are made.
	 * @return the interval in seconds
	 */
	int snapshotInterval();

	/**
	 * Return the domain that files of save as are served from.
	 * @return the domain
	 */
	String vodDomain();

	/**
	 * Return how pictures are judged.
	 * @return the settings
	 */
	NropSettings nrop();

	/**
	 * Set how pictures are judged.
	 * @param nrop the settings
	 */
	void setNrop(NropSettings nrop);

	/**
	 * Return all domains. By default, a hub has those of
	 * {@link SimulatedAccount#hosts()}, one of each type.
	 * @return the domains
	 */
	List<HubDomain> domains();

	/**
	 * Return a domain.
	 * @param domain the name
	 * @return the domain, the first one if there are several of different types
	 * @throws NoSuchElementException if there is none
	 */
	HubDomain domain(String domain);

	/**
	 * Return the first domain of a type.
	 * @param type the type
	 * @return the domain, or {@code null} if there is none
	 */
	@Nullable HubDomain domainOf(DomainType type);

	/**
	 * Add a domain, or replace the one with the same name and type: with callbacks, play
	 * security and all else that is set in PILI's console.
	 * @param domain the domain
	 */
	void setDomain(HubDomain domain);

	/**
	 * Remove a domain.
	 * @param domain the name
	 */
	void removeDomain(String domain);

}
