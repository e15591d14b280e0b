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

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Decides whether a URL authorizes its holder to play.
 */
final class PlayRules {

	private static final Pattern VARIABLE = Pattern.compile("\\$\\(([^()]*)\\)");

	private static final Pattern KNOWN = Pattern.compile("key|path|streamKey|streamTitle|path_[1-9]|_.+");

	private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]+$");

	private PlayRules() {
	}

	static boolean isRule(String rule) {
		return VARIABLE.matcher(rule).results().allMatch((variable) -> KNOWN.matcher(variable.group(1)).matches());
	}

	static PlayVerdict judge(PlayUrl url, @Nullable PlaySecurity security, Instant now) {
		if (security == null) {
			return PlayVerdict.ACCEPTED;
		}
		String time = url.parameters().first(security.tsPart());
		String signature = url.parameters().first(security.signPart());
		if (time == null || signature == null) {
			return PlayVerdict.UNSIGNED;
		}
		Long seconds = number(time, security.tsBase());
		if (seconds == null
				|| signatures(url, security).stream().noneMatch((each) -> HmacSha1.areEqual(each, signature))) {
			return PlayVerdict.BAD_SIGNATURE;
		}
		return judgeTime(security, seconds, now.getEpochSecond());
	}

	private static @Nullable Long number(String text, int base) {
		try {
			return (text.equals(text.toLowerCase(Locale.ROOT)) && !text.startsWith("-") && !text.startsWith("+"))
					? Long.valueOf(text, base) : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private static PlayVerdict judgeTime(PlaySecurity security, long time, long now) {
		long gap = security.gapDuration().toSeconds();
		boolean starts = security.type() == PlaySecurity.Type.START;
		if (starts && now < time) {
			return PlayVerdict.NOT_YET_VALID;
		}
		long left = now - gap - ((starts) ? security.range().toSeconds() : 0);
		return (left > time) ? PlayVerdict.EXPIRED : PlayVerdict.ACCEPTED;
	}

	private static List<String> signatures(PlayUrl url, PlaySecurity security) {
		List<String> signatures = new ArrayList<>();
		for (String rule : texts(security.rule(), security.rule2())) {
			for (String key : texts(security.key1(), security.key2())) {
				signatures.add(md5(text(rule, key, url)));
			}
		}
		return signatures;
	}

	private static List<String> texts(String one, @Nullable String other) {
		return (other != null) ? List.of(one, other) : List.of(one);
	}

	private static String text(String rule, String key, PlayUrl url) {
		return VARIABLE.matcher(rule)
			.replaceAll((variable) -> Matcher.quoteReplacement(value(variable.group(1), key, url)));
	}

	private static String value(String variable, String key, PlayUrl url) {
		String streamKey = EXTENSION.matcher(url.path().substring(1)).replaceFirst("");
		if (variable.startsWith("_")) {
			String value = url.parameters().first(variable.substring(1));
			return (value != null) ? value : "";
		}
		return switch (variable) {
			case "key" -> key;
			case "path" -> url.path();
			case "streamKey" -> streamKey;
			case "streamTitle" -> streamKey.substring(streamKey.indexOf('/') + 1);
			default -> segment(url.path(), Integer.parseInt(variable.substring("path_".length())));
		};
	}

	private static String segment(String path, int number) {
		String[] segments = path.split("/");
		return (number < segments.length) ? segments[number] : "";
	}

	private static String md5(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("MD5 is not available", ex);
		}
	}

}
