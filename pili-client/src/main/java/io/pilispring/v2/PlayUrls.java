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

import java.util.function.Consumer;
import java.util.function.Supplier;

import io.pilispring.internal.Specs;

/**
 * Creates the play URLs of one stream.
 */
final class PlayUrls {

	private final String hub;

	private final String key;

	private final UrlSettings settings;

	private final Domains domains;

	PlayUrls(String hub, String key, UrlSettings settings, Domains domains) {
		this.hub = hub;
		this.key = StreamKey.check(key);
		this.settings = settings;
		this.domains = domains;
	}

	String rtmp(Consumer<PlayUrlSpec> spec) {
		PlayUrlSpec applied = apply(this.settings.https(), spec);
		return url("rtmp://", applied, this.domains::liveRtmp, "");
	}

	String hls(Consumer<PlayUrlSpec> spec) {
		PlayUrlSpec applied = apply(this.settings.https(), spec);
		return url(http(applied), applied, this.domains::liveHls, ".m3u8");
	}

	String httpFlv(Consumer<PlayUrlSpec> spec) {
		PlayUrlSpec applied = apply(this.settings.https(), spec);
		return url(http(applied), applied, this.domains::liveHdl, ".flv");
	}

	String cover(Consumer<PlayUrlSpec> spec) {
		PlayUrlSpec applied = apply(false, spec);
		return url(http(applied), applied, this.domains::cover, ".jpg");
	}

	private PlayUrlSpec apply(boolean https, Consumer<PlayUrlSpec> spec) {
		return Specs.apply(new PlayUrlSpec(https, this.settings.playSecurity()), spec);
	}

	private static String http(PlayUrlSpec spec) {
		return (spec.https()) ? "https://" : "http://";
	}

	private String url(String scheme, PlayUrlSpec spec, Supplier<String> hubDomain, String extension) {
		String profile = (spec.profile() != null) ? "@" + spec.profile() : "";
		String path = "/" + this.hub + "/" + this.key + profile + extension;
		UrlParameters parameters = spec.parameters();
		if (spec.security() != null) {
			spec.security().sign(path, parameters, spec.expiresAt());
		}
		String domain = (spec.domain() != null) ? spec.domain() : hubDomain.get();
		return scheme + domain + path + ((parameters.isEmpty()) ? "" : "?" + parameters.join("&"));
	}

}
