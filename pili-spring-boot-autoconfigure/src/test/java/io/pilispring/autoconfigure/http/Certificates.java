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

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keys and certificates, made with the JDK's keytool in a directory of the test.
 */
class Certificates {

	static final String PASSWORD = "changeit";

	private static final String LOCALHOST = "san=dns:localhost,ip:127.0.0.1";

	private final Path directory;

	private final KeyStore all;

	Certificates(Path directory) throws Exception {
		this.directory = directory;
		keytool("ca", "-ext", "bc:c");
		keytool("other-ca", "-ext", "bc:c", "-ext", LOCALHOST);
		keytool("good", "-signer", "ca", "-ext", LOCALHOST);
		keytool("expired", "-signer", "ca", "-ext", LOCALHOST, "-startdate", "-10d", "-validity", "1");
		keytool("wrong-host", "-signer", "ca", "-ext", "san=dns:other.example.com,ip:127.0.0.2");
		keytool("unknown-ca", "-signer", "other-ca", "-ext", LOCALHOST);
		keytool("client", "-signer", "ca");
		this.all = load(directory.resolve("all.p12"));
	}

	private void keytool(String alias, String... options) throws Exception {
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-J-XX:TieredStopAtLevel=1",
				"-genkeypair", "-alias", alias, "-keyalg", "EC", "-dname", "CN=" + alias, "-keystore",
				this.directory.resolve("all.p12").toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
		command.addAll(List.of(options));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
		assertThat(process.exitValue()).as(output).isZero();
	}

	private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream input = Files.newInputStream(file)) {
			store.load(input, PASSWORD.toCharArray());
		}
		return store;
	}

	private KeyStore keys(String alias) throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		store.setKeyEntry(alias, this.all.getKey(alias, PASSWORD.toCharArray()), PASSWORD.toCharArray(),
				this.all.getCertificateChain(alias));
		return store;
	}

	private KeyStore trusted(String alias) throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		store.setCertificateEntry(alias, this.all.getCertificate(alias));
		return store;
	}

	/**
	 * Return what a server of that name presents; it trusts clients of the CA.
	 */
	SSLContext serverContext(String alias) throws IOException, GeneralSecurityException {
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(keys(alias), PASSWORD.toCharArray());
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(trusted("ca"));
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
		return context;
	}

	/**
	 * Write a key and its certificates to a file.
	 */
	Path keyStore(String alias) throws IOException, GeneralSecurityException {
		return write(alias + "-key.p12", keys(alias));
	}

	/**
	 * Write a certificate to trust to a file.
	 */
	Path trustStore(String alias) throws IOException, GeneralSecurityException {
		return write(alias + "-trust.p12", trusted(alias));
	}

	private Path write(String name, KeyStore store) throws IOException, GeneralSecurityException {
		Path file = this.directory.resolve(name);
		try (OutputStream output = Files.newOutputStream(file)) {
			store.store(output, PASSWORD.toCharArray());
		}
		return file;
	}

	/**
	 * Write a certificate to a file.
	 */
	Path pem(String alias) throws IOException, GeneralSecurityException {
		Certificate certificate = this.all.getCertificate(alias);
		String base64 = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
		return Files.writeString(this.directory.resolve(alias + ".pem"),
				"-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
	}

}
