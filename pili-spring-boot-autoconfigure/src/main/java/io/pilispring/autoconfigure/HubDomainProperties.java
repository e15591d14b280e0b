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

package io.pilispring.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * Properties of the domains that the URLs of a hub have. Only for version 2 of the API.
 *
 * @since 0.1.0
 */
public class HubDomainProperties {

	/**
	 * Domain to publish to over RTMP. By default, the hub requests its domains from PILI
	 * once.
	 */
	private @Nullable String publishRtmp;

	/**
	 * Domain to publish to over SRT. By default, that of RTMP.
	 */
	private @Nullable String publishSrt;

	/**
	 * Domain to play from over RTMP. By default, the hub requests its domains from PILI
	 * once.
	 */
	private @Nullable String liveRtmp;

	/**
	 * Domain to play from over HLS. By default, the hub requests its domains from PILI
	 * once.
	 */
	private @Nullable String liveHls;

	/**
	 * Domain to play FLV from over HTTP. By default, the hub requests its domains from
	 * PILI once.
	 */
	private @Nullable String liveHdl;

	/**
	 * Domain of cover pictures.
	 */
	private @Nullable String cover;

	/**
	 * Domain of saved files and snapshots. By default, the hub requests it from PILI
	 * once.
	 */
	private @Nullable String vod;

	/**
	 * Whether HLS, FLV and files have 'https' URLs, which requires that the domains have
	 * certificates.
	 */
	private @Nullable Boolean https;

	/**
	 * Return the domain to publish to over RTMP.
	 * @return the domain, or {@code null} for the default
	 */
	public @Nullable String getPublishRtmp() {
		return this.publishRtmp;
	}

	/**
	 * Set the domain to publish to over RTMP.
	 * @param publishRtmp the domain, or {@code null} for the default
	 */
	public void setPublishRtmp(@Nullable String publishRtmp) {
		this.publishRtmp = publishRtmp;
	}

	/**
	 * Return the domain to publish to over SRT.
	 * @return the domain, or {@code null} for the default
	 */
	public @Nullable String getPublishSrt() {
		return this.publishSrt;
	}

	/**
	 * Set the domain to publish to over SRT.
	 * @param publishSrt the domain, or {@code null} for the default
	 */
	public void setPublishSrt(@Nullable String publishSrt) {
		this.publishSrt = publishSrt;
	}

	/**
	 * Return the domain to play from over RTMP.
	 * @return the domain, or {@code null} for the default
	 */
	public @Nullable String getLiveRtmp() {
		return this.liveRtmp;
	}

	/**
	 * Set the domain to play from over RTMP.
	 * @param liveRtmp the domain, or {@code null} for the default
	 */
	public void setLiveRtmp(@Nullable String liveRtmp) {
		this.liveRtmp = liveRtmp;
	}

	/**
	 * Return the domain to play from over HLS.
	 * @return the domain, or {@code null} for the default
	 */
	public @Nullable String getLiveHls() {
		return this.liveHls;
	}

	/**
	 * Set the domain to play from over HLS.
	 * @param liveHls the domain, or {@code null} for the default
	 */
	public void setLiveHls(@Nullable String liveHls) {
		this.liveHls = liveHls;
	}

	/**
	 * Return the domain to play FLV from over HTTP.
	 * @return the domain, or {@code null} for the default
	 */
	public @Nullable String getLiveHdl() {
		return this.liveHdl;
	}

	/**
	 * Set the domain to play FLV from over HTTP.
	 * @param liveHdl the domain, or {@code null} for the default
	 */
	public void setLiveHdl(@Nullable String liveHdl) {
		this.liveHdl = liveHdl;
	}

	/**
	 * Return the domain of cover pictures.
	 * @return the domain, or {@code null} for the default
	 */
	public @Nullable String getCover() {
		return this.cover;
	}

	/**
	 * Set the domain of cover pictures.
	 * @param cover the domain, or {@code null} for the default
	 */
	public void setCover(@Nullable String cover) {
		this.cover = cover;
	}

	/**
	 * Return the domain of saved files and snapshots.
	 * @return the domain, or {@code null} for the default
	 */
	public @Nullable String getVod() {
		return this.vod;
	}

	/**
	 * Set the domain of saved files and snapshots.
	 * @param vod the domain, or {@code null} for the default
	 */
	public void setVod(@Nullable String vod) {
		this.vod = vod;
	}

	/**
	 * Return whether HLS, FLV and files have {@code https} URLs.
	 * @return whether to use https, or {@code null} for the default
	 */
	public @Nullable Boolean getHttps() {
		return this.https;
	}

	/**
	 * Set whether HLS, FLV and files have {@code https} URLs.
	 * @param https whether to use https, or {@code null} for the default
	 */
	public void setHttps(@Nullable Boolean https) {
		this.https = https;
	}

}
