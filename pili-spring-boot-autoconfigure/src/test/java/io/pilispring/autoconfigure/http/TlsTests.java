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

package io.pilispring.autoconfigure.http;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.pilispring.HttpLibrary;
import io.pilispring.PiliConnectionException;
import io.pilispring.PiliServer;
import io.pilispring.PiliTimeoutException;
import io.pilispring.autoconfigure.hubs.PiliAutoConfiguration;
import io.pilispring.autoconfigure.v1.PiliHubAutoConfiguration;
import io.pilispring.v1.PiliHub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ParameterizedClass
@EnumSource(HttpLibrary.class)
class TlsTests {

	private static final String ID = "z1.test-hub.title";

	@TempDir
	static Path directory;

	private static Certificates certificates;

	@Parameter
	HttpLibrary library;

	@BeforeAll
	static void makeCertificates() throws Exception {
		if (certificates == null) {
			certificates = new Certificates(directory);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "TLSv1.2", "TLSv1.3" })
	void serverOfThePrivateCaIsTrusted(String protocol) throws Exception {
		try (TlsServer server = new TlsServer(certificates.serverContext("good"), false, protocol)) {
			withHub(server, trusted(), (hub) -> assertThat(hub.getStream(ID).title()).isEqualTo("title"));
			assertWasAskedWithSignature(server);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "TLSv1.2", "TLSv1.3" })
	void clientShowsItsCertificate(String protocol) throws Exception {
		try (TlsServer server = new TlsServer(certificates.serverContext("good"), true, protocol)) {
			withHub(server, trustedWithKey("client"), (hub) -> {
				assertThat(hub.getStream(ID).title()).isEqualTo("title");
				assertThat(hub.createStream((spec) -> spec.title("title")).id()).isEqualTo(ID);
			});
			assertThat(server.asked()).hasSize(2);
			assertWasAskedWithSignature(server);
		}
	}

	// The other CA signed itself
	@ParameterizedTest
	@ValueSource(strings = { "expired", "wrong-host", "other-ca", "unknown-ca" })
	void serverWithABadCertificateIsNotTrusted(String certificate) throws Exception {
		try (TlsServer server = new TlsServer(certificates.serverContext(certificate), false, "TLSv1.2", "TLSv1.3")) {
			withHub(server, trusted(), TlsTests::assertCertificateIsRefused);
			assertThat(server.asked()).isEmpty();
		}
	}

	@Test
	void serverOfThePrivateCaIsNotTrustedWithoutTheBundle() throws Exception {
		try (TlsServer server = new TlsServer(certificates.serverContext("good"), false, "TLSv1.2", "TLSv1.3")) {
			withHub(server, List.of(), TlsTests::assertCertificateIsRefused);
			assertThat(server.asked()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "TLSv1.2", "TLSv1.3" })
	void serverThatDemandsACertificateRefusesAClientWithoutOne(String protocol) throws Exception {
		try (TlsServer server = new TlsServer(certificates.serverContext("good"), true, protocol)) {
			withHub(server, trusted(), TlsTests::assertHandshakeFails);
			assertThat(server.asked()).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource({ "unknown-ca,TLSv1.2", "other-ca,TLSv1.3", "expired,TLSv1.3" })
	void serverThatDemandsACertificateRefusesAClientWithABadOne(String client, String protocol) throws Exception {
		try (TlsServer server = new TlsServer(certificates.serverContext("good"), true, protocol)) {
			withHub(server, trustedWithKey(client), TlsTests::assertHandshakeFails);
			assertThat(server.asked()).isEmpty();
		}
	}

	// Not every server says that it is for the certificate
	private static void assertHandshakeFails(PiliHub hub) {
		assertThatExceptionOfType(PiliConnectionException.class).isThrownBy(() -> hub.getStream(ID))
			.isNotInstanceOf(PiliTimeoutException.class)
			.withMessageMatching("GET /v1/streams/z1.test-hub.title: "
					+ "(certificate refused: .*|not reached or cut off: .*handshake_failure.*)")
			.satisfies(PiliServer::hasNoSecret);
	}

	private static void assertCertificateIsRefused(PiliHub hub) {
		assertThatExceptionOfType(PiliConnectionException.class).isThrownBy(() -> hub.getStream(ID))
			.isNotInstanceOf(PiliTimeoutException.class)
			.withMessageStartingWith("GET /v1/streams/z1.test-hub.title: certificate refused: ")
			.satisfies(PiliServer::hasNoSecret);
	}

	private static void assertWasAskedWithSignature(TlsServer server) {
		assertThat(server.asked()).isNotEmpty()
			.allSatisfy((asked) -> assertThat(asked.authorization()).isEqualTo(asked.expectedAuthorization()));
	}

	private static List<String> trusted() throws Exception {
		return List.of("pili.ssl.bundle=test",
				"spring.ssl.bundle.pem.test.truststore.certificate=" + certificates.pem("ca").toUri());
	}

	private static List<String> trustedWithKey(String client) throws Exception {
		return List.of("pili.ssl.bundle=test",
				"spring.ssl.bundle.jks.test.truststore.location=" + certificates.trustStore("ca").toUri(),
				"spring.ssl.bundle.jks.test.truststore.password=" + Certificates.PASSWORD,
				"spring.ssl.bundle.jks.test.keystore.location=" + certificates.keyStore(client).toUri(),
				"spring.ssl.bundle.jks.test.keystore.password=" + Certificates.PASSWORD);
	}

	private void withHub(TlsServer server, List<String> properties, Consumer<PiliHub> test) {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, HttpClientAutoConfiguration.class,
					ImperativeHttpClientAutoConfiguration.class, PiliAutoConfiguration.class,
					PiliHttpAutoConfiguration.class, PiliHubAutoConfiguration.class))
			.withPropertyValues(
					"spring.http.clients.imperative.factory="
							+ this.library.name().toLowerCase(Locale.ROOT).replace('_', '-'),
					"pili.access-key=" + PiliServer.ACCESS_KEY, "pili.secret-key=" + PiliServer.SECRET_KEY,
					"pili.hub=" + PiliServer.HUB, "pili.api-host=" + server.host())
			.withPropertyValues(properties.toArray(String[]::new))
			.run((context) -> test.accept(context.getBean(PiliHub.class)));
	}

}
