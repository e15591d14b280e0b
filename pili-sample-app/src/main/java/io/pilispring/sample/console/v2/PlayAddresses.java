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

package io.pilispring.sample.console.v2;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.pilispring.v2.LiveStream;
import io.pilispring.v2.PlayUrlSpec;

/**
 * The addresses that a stream plays at: the original and each of its profiles.
 *
 * @param addresses the addresses of each protocol, by profile
 * @param hls the address that the player plays, or {@code null} if there is none
 * @param missing why some addresses are missing
 */
record PlayAddresses(Map<String, Map<String, String>> addresses, @Nullable String hls, Set<String> missing) {

	private static final String ORIGIN = "ORIGIN";

	private static final Duration VALIDITY = Duration.ofHours(12);

	static PlayAddresses of(StreamView view) {
		LiveStream stream = view.stream();
		List<String> profiles = new ArrayList<>(List.of(ORIGIN));
		profiles.addAll(view.info().converts());
		Map<String, Map<String, String>> addresses = new LinkedHashMap<>();
		Set<String> missing = new LinkedHashSet<>();
		add("HLS", stream::hlsLiveUrl, profiles, addresses, missing);
		add("HTTP-FLV", stream::httpFlvLiveUrl, profiles, addresses, missing);
		add("RTMP", stream::rtmpLiveUrl, profiles, addresses, missing);
		Map<String, String> hls = addresses.get("HLS");
		return new PlayAddresses(addresses, (hls != null) ? hls.get(ORIGIN) : null, missing);
	}

	private static void add(String protocol, Function<Consumer<PlayUrlSpec>, String> urls, List<String> profiles,
			Map<String, Map<String, String>> addresses, Set<String> missing) {
		Map<String, String> found = new LinkedHashMap<>();
		for (String profile : profiles) {
			try {
				found.put(profile, url(urls, (ORIGIN.equals(profile)) ? null : profile));
			}
			catch (IllegalStateException | IllegalArgumentException ex) {
				// A hub need not have a domain for each protocol
				missing.add(protocol + ": " + ex.getMessage());
			}
		}
		if (!found.isEmpty()) {
			addresses.put(protocol, found);
		}
	}

	private static String url(Function<Consumer<PlayUrlSpec>, String> urls, @Nullable String profile) {
		try {
			return urls.apply((url) -> url.profile(profile));
		}
		catch (IllegalStateException ex) {
			// A signed URL may need a time of expiry; any other fails again
			return urls.apply((url) -> url.profile(profile).validFor(VALIDITY));
		}
	}

}
