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
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

import io.pilispring.signing.PiliCredentials;

/**
 * The URL at which an application takes notifications of file operations: the
 * {@code notifyUrl} of a save as or a snapshot. It carries a token that only those can
 * make who have the secret key, so whoever calls it was told it. The URL is a secret
 * itself. Safe for use by many threads.
 *
 * @since 0.1.0
 */
public final class FopNotifyUrl {

	// Nothing else that is signed with the secret key begins like this
	private static final String PURPOSE = "pili-spring notification of file operations\n";

	private static final String PARAMETER = "token=";

	private static final Pattern PATH = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+");

	private static final Pattern BASE_PATH = Pattern.compile("(/[^/]+)*");

	private final String path;

	private final @Nullable String baseUrl;

	private final NotificationTokens tokens;

	/**
	 * Create the URL. The credentials are asked for now and whenever the URL is made or
	 * called: after they change, the URL made with those before stays good for a day.
	 * @param credentials the supplier of the credentials
	 * @param path the path of the URL within the application, of letters, digits,
	 * {@code .}, {@code _}, {@code ~}, {@code -} and {@code /}
	 * @param baseUrl the public address of the application, {@code http} or
	 * {@code https}, with its context path if it has one, or {@code null} if
	 * {@link #get()} is not used
	 * @throws IllegalArgumentException if the path or the address is not of that form
	 */
	public FopNotifyUrl(Supplier<PiliCredentials> credentials, String path, @Nullable String baseUrl) {
		this(credentials, path, baseUrl, InstantSource.system());
	}

	FopNotifyUrl(Supplier<PiliCredentials> credentials, String path, @Nullable String baseUrl, InstantSource clock) {
		Assert.notNull(credentials, "'credentials' must not be null");
		Assert.isTrue(path != null && PATH.matcher(path).matches(),
				"'path' must start with '/' and be made of letters, digits, '.', '_', '~', '-' and '/'");
		this.path = path;
		this.baseUrl = (StringUtils.hasText(baseUrl)) ? check(baseUrl) : null;
		this.tokens = new NotificationTokens(credentials, PURPOSE + path, clock);
		this.tokens.current();
	}

	/**
	 * Return the URL.
	 * @return the URL to give to PILI, and to nobody else
	 * @throws IllegalStateException if the public address of the application is not known
	 */
	public String get() {
		Assert.state(this.baseUrl != null,
				"The public address of the application is not known: set 'pili.notifications.base-url'");
		return url(this.baseUrl);
	}

	/**
	 * Return the URL at another public address of the application.
	 * @param baseUrl the public address, {@code http} or {@code https}, with the context
	 * path if there is one
	 * @return the URL to give to PILI, and to nobody else
	 * @throws IllegalArgumentException if the address is not of that form
	 */
	public String get(String baseUrl) {
		return url(check(baseUrl));
	}

	private String url(String base) {
		return base + this.path + "?" + PARAMETER + this.tokens.current();
	}

	/**
	 * Return the path of the URL.
	 * @return the path within the application
	 */
	public String path() {
		return this.path;
	}

	/**
	 * Return whether a call has the token of this URL, and so comes from somebody who was
	 * told it.
	 * @param query the raw query of the call, or {@code null} if it has none
	 * @return whether the call may be listened to
	 */
	public boolean isCalledWith(@Nullable String query) {
		for (String parameter : StringUtils.delimitedListToStringArray(query, "&")) {
			if (parameter.startsWith(PARAMETER)) {
				return this.tokens.contains(parameter.substring(PARAMETER.length()));
			}
		}
		return false;
	}

	// The value is in no message: it may hold a password
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
	 * Describe the URL for people, without the token.
	 * @return text without secrets
	 */
	@Override
	public String toString() {
		return "FopNotifyUrl[" + ((this.baseUrl != null) ? this.baseUrl : "") + this.path + "?" + PARAMETER + "******]";
	}

}
