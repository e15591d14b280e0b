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

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Compares and validates the names of domains.
 */
final class Domains {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

	private static final Pattern PORT = Pattern.compile(":[0-9]+$");

	private static final Pattern RTMP_PORT = Pattern.compile(":1935$");

	private Domains() {
	}

	static boolean isName(String domain) {
		return NAME.matcher(domain).matches();
	}

	static String withoutPort(String host) {
		return PORT.matcher(host).replaceFirst("");
	}

	static boolean areSame(String one, String other) {
		return authority(one).equals(authority(other));
	}

	private static String authority(String host) {
		return RTMP_PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
	}

}
