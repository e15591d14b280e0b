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

import java.net.URL;
import java.security.CodeSource;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.jspecify.annotations.Nullable;

/**
 * Ensures that the standalone WireMock, which contains a relocated Jetty, is on the class
 * path. The other WireMock jars contain the same classes for a Jetty that the application
 * manages.
 */
final class StandaloneWireMock {

	private static final String JETTY = "wiremock.org.eclipse.jetty.server.Server";

	private StandaloneWireMock() {
	}

	static void require() {
		Class<?> jetty = jetty();
		URL used = location(WireMockServer.class);
		if (jetty == null || !same(used, location(jetty))) {
			throw new IllegalStateException(("The simulator needs the WireMock of 'wiremock-standalone', but WireMock "
					+ "is loaded from %s. Declare 'pili-spring-boot-starter-test' before the dependency that brings "
					+ "that jar, or exclude 'org.wiremock:wiremock' and 'org.wiremock:wiremock-jetty12' from that "
					+ "dependency%s.")
				.formatted(used, (jetty != null) ? "" : ", and add 'org.wiremock:wiremock-standalone'"));
		}
	}

	private static @Nullable Class<?> jetty() {
		try {
			return Class.forName(JETTY, false, StandaloneWireMock.class.getClassLoader());
		}
		catch (ClassNotFoundException ex) {
			return null;
		}
	}

	// If this cannot be determined, it is assumed to be correct
	private static boolean same(@Nullable URL one, @Nullable URL other) {
		return one == null || other == null || one.toExternalForm().equals(other.toExternalForm());
	}

	private static @Nullable URL location(Class<?> type) {
		CodeSource source = type.getProtectionDomain().getCodeSource();
		return (source != null) ? source.getLocation() : null;
	}

}
