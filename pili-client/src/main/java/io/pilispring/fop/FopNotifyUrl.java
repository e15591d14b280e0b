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

package io.pilispring.fop;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

import io.pilispring.internal.Ascii;
import io.pilispring.signing.PiliCredentials;

/**
 * The URL at which an application receives notifications of file operations: the
 * {@code notifyUrl} of a save as or a snapshot. It contains a token that can only be
 * created with the secret key of the hub's account, so only those who were given the URL
 * can call it. The URL itself is a secret: create one for each operation. It expires, and
 * is for the first operation that is notified of. Safe for use by multiple threads.
 *
 * @since 0.1.0
 */
public final class FopNotifyUrl {

	// Nothing else that is signed with the secret key begins with this text
	private static final String PURPOSE = "pili-spring notification of file operations\n";

	/**
	 * Default time that a URL is valid.
	 */
	public static final Duration DEFAULT_VALIDITY = Duration.ofDays(7);

	private static final Duration LONGEST_VALIDITY = Duration.ofDays(3650);

	private static final String TOKEN = "token=";

	private static final String HUB = "hub=";

	private static final Pattern PATH = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+");

	private static final Pattern BASE_PATH = Pattern.compile("(/[^/]+)*");

	private final String path;

	private final @Nullable String baseUrl;

	private final Map<String, NotificationTokens> tokens;

	private final String primary;

	private final String hub;

	private final Duration validity;

	/**
	 * Create the URL for one hub. The credentials are requested from the supplier now and
	 * whenever a URL is created or called: after they change, URLs created with the
	 * previous ones remain valid for a day.
	 * @param credentials the supplier of the credentials
	 * @param path the path of the URL within the application, of letters, digits,
	 * {@code .}, {@code _}, {@code ~}, {@code -} and {@code /}
	 * @param baseUrl the public address of the application, {@code http} or
	 * {@code https}, with its context path if it has one, or {@code null} if
	 * {@link #get()} is not used
	 * @throws IllegalArgumentException if the path or the address is not valid
	 */
	public FopNotifyUrl(Supplier<PiliCredentials> credentials, String path, @Nullable String baseUrl) {
		this(credentials, path, baseUrl, InstantSource.system());
	}

	FopNotifyUrl(Supplier<PiliCredentials> credentials, String path, @Nullable String baseUrl, InstantSource clock) {
		this(Map.of("", credentials), path, baseUrl, clock);
	}

	/**
	 * Create the URLs for several hubs, which share the path.
	 * @param credentials the suppliers of the credentials by the keys of the hubs, of
	 * letters, digits, {@code -} and {@code _}; the first is that of the primary hub
	 * @param path the path of the URL within the application
	 * @param baseUrl the public address of the application, or {@code null}
	 * @throws IllegalArgumentException if there is no hub, or the path or the address is
	 * not valid
	 */
	public FopNotifyUrl(Map<String, Supplier<PiliCredentials>> credentials, String path, @Nullable String baseUrl) {
		this(credentials, path, baseUrl, InstantSource.system());
	}

	FopNotifyUrl(Map<String, Supplier<PiliCredentials>> credentials, String path, @Nullable String baseUrl,
			InstantSource clock) {
		Assert.notEmpty(credentials, "'credentials' must not be empty");
		Assert.isTrue(path != null && PATH.matcher(path).matches(),
				"'path' must start with '/' and be made of letters, digits, '.', '_', '~', '-' and '/'");
		this.path = path;
		this.baseUrl = (StringUtils.hasText(baseUrl)) ? check(baseUrl) : null;
		this.primary = credentials.keySet().iterator().next();
		this.hub = this.primary;
		this.validity = DEFAULT_VALIDITY;
		this.tokens = new LinkedHashMap<>();
		credentials.forEach((key, supplier) -> {
			Assert.isTrue(Ascii.isMadeOf(key, "-_"), "The keys of hubs must be letters, digits, '-' and '_'");
			String purpose = PURPOSE + path + ((key.equals(this.primary)) ? "" : "\n" + key);
			NotificationTokens created = new NotificationTokens(supplier, purpose, clock);
			created.prepare();
			this.tokens.put(key, created);
		});
	}

	private FopNotifyUrl(FopNotifyUrl shared, String hub, Duration validity) {
		this.path = shared.path;
		this.baseUrl = shared.baseUrl;
		this.tokens = shared.tokens;
		this.primary = shared.primary;
		this.hub = hub;
		this.validity = validity;
	}

	/**
	 * Return the URL for another hub.
	 * @param key the key of the hub
	 * @return the URL, with a token of that hub's account
	 * @throws IllegalArgumentException if there is no such hub
	 */
	public FopNotifyUrl forHub(String key) {
		Assert.isTrue(this.tokens.containsKey(key),
				() -> "There is no hub '" + key + "', only " + this.tokens.keySet());
		return new FopNotifyUrl(this, key, this.validity);
	}

	/**
	 * Return URLs that are valid for another time. The default is
	 * {@link #DEFAULT_VALIDITY}.
	 * @param validity how long a URL is valid, from a second to ten years; it should be
	 * longer than an operation may take
	 * @return the URLs
	 * @throws IllegalArgumentException if the time is not within these limits
	 */
	public FopNotifyUrl validFor(Duration validity) {
		Assert.isTrue(validity != null && validity.getSeconds() > 0 && validity.compareTo(LONGEST_VALIDITY) <= 0,
				() -> "'validity' must be at least a second and at most ten years, but is " + validity);
		return new FopNotifyUrl(this, this.hub, validity);
	}

	/**
	 * Create the URL for an operation.
	 * @return the URL, which must only be given to PILI
	 * @throws IllegalStateException if the public address of the application is not known
	 */
	public String get() {
		Assert.state(this.baseUrl != null,
				"The public address of the application is not known: set 'pili.notifications.base-url'");
		return url(this.baseUrl);
	}

	/**
	 * Create the URL for an operation, with another public address of the application.
	 * @param baseUrl the public address, {@code http} or {@code https}, with the context
	 * path if there is one
	 * @return the URL, which must only be given to PILI
	 * @throws IllegalArgumentException if the address is not valid
	 */
	public String get(String baseUrl) {
		return url(check(baseUrl));
	}

	private String url(String base) {
		String hub = (this.hub.equals(this.primary)) ? "" : HUB + this.hub + "&";
		return base + this.path + "?" + hub + TOKEN
				+ Objects.requireNonNull(this.tokens.get(this.hub)).create(this.validity);
	}

	/**
	 * Return the path of the URL.
	 * @return the path within the application
	 */
	public String path() {
		return this.path;
	}

	/**
	 * Return whether a request has the token of this URL, and so comes from someone who
	 * was given the URL.
	 * @param query the raw query of the request, or {@code null} if it has none
	 * @return whether the request may be processed
	 */
	public boolean isCalledWith(@Nullable String query) {
		return hubOf(query) != null;
	}

	/**
	 * Return the hub whose token a request has. Only the first token and the first hub in
	 * the query are considered.
	 * @param query the raw query of the request, or {@code null} if it has none
	 * @return the key of the hub, or {@code null} if the request must be rejected
	 */
	public @Nullable String hubOf(@Nullable String query) {
		String token = parameter(TOKEN, query);
		String hub = parameter(HUB, query);
		String key = (hub != null) ? hub : this.primary;
		NotificationTokens expected = this.tokens.get(key);
		return (token != null && expected != null && expected.contains(token)) ? key : null;
	}

	/**
	 * Return what identifies the token of a request, without its signature.
	 * @param query the raw query of a request that {@link #isCalledWith(String)} accepts
	 * @return the identity, which is not a secret
	 */
	public String identityOf(@Nullable String query) {
		String token = parameter(TOKEN, query);
		Assert.isTrue(token != null, "'query' must have a token");
		return token.substring(0, Math.max(token.lastIndexOf('.'), 0));
	}

	private static @Nullable String parameter(String name, @Nullable String query) {
		for (String parameter : StringUtils.delimitedListToStringArray(query, "&")) {
			if (parameter.startsWith(name)) {
				return parameter.substring(name.length());
			}
		}
		return null;
	}

	// Messages omit the value, because it may contain a password
	private static String check(String baseUrl) {
		Assert.notNull(baseUrl, "'baseUrl' must not be null");
		String base = StringUtils.trimTrailingCharacter(baseUrl.strip(), '/');
		Assert.isTrue(isBaseUrl(base),
				"'baseUrl' must be 'http://' or 'https://', a host, and if need be a port and a path");
		return base;
	}

	private static boolean isBaseUrl(String text) {
		try {
			URI uri = URI.create(text);
			return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
					&& uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawQuery() == null
					&& uri.getRawFragment() == null && BASE_PATH.matcher(uri.getRawPath()).matches();
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/**
	 * Describe the URL, without the token.
	 * @return text without secrets
	 */
	@Override
	public String toString() {
		return "FopNotifyUrl[" + ((this.baseUrl != null) ? this.baseUrl : "") + this.path + "?" + TOKEN + "******]";
	}

}
