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

package io.pilispring.benchmarks;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SignatureException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.qiniu.Credentials;
import com.qiniu.util.Auth;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import io.pilispring.signing.PiliCredentials;
import io.pilispring.signing.RequestSigner;

/**
 * Signs a GET and a POST.
 */
@State(Scope.Benchmark)
public class SigningBenchmark {

	private static final String PATH = "/v1/streams/" + Wire.id(Wire.TITLE);

	private static final String HOST = "pili.qiniuapi.com";

	private static final String JSON = "application/json";

	private static final byte[] NO_BODY = new byte[0];

	private final byte[] body = "{\"hub\":\"%s\",\"title\":\"%s\",\"publishKey\":\"%s\",\"publishSecurity\":\"dynamic\"}"
		.formatted(Wire.HUB, Wire.TITLE, "x".repeat(36))
		.getBytes(StandardCharsets.UTF_8);

	private final PiliCredentials ours = PiliCredentials.of(Wire.ACCESS_KEY, Wire.SECRET_KEY);

	private final Credentials pili = new Credentials(Wire.ACCESS_KEY, Wire.SECRET_KEY);

	private final Auth qiniu = Auth.create(Wire.ACCESS_KEY, Wire.SECRET_KEY);

	private final String url = "https://" + HOST + PATH;

	private final URL parsedUrl;

	public SigningBenchmark() {
		try {
			this.parsedUrl = URI.create(this.url).toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Benchmark
	public String getFloor(ReusedMac floor) {
		return floor.sign(floor.head, null);
	}

	@Benchmark
	public String getOurs() {
		return RequestSigner.authorization(this.ours, "GET", PATH, HOST, null, NO_BODY);
	}

	@Benchmark
	public String getPili() throws SignatureException {
		return this.pili.signRequest(this.parsedUrl, "GET", null, null);
	}

	@Benchmark
	public String getQiniu() {
		return this.qiniu.signQiniuAuthorization(this.url, "GET", null, (String) null);
	}

	@Benchmark
	public String postFloor(ReusedMac floor) {
		return floor.sign(floor.postHead, this.body);
	}

	@Benchmark
	public String postOurs() {
		return RequestSigner.authorization(this.ours, "POST", PATH, HOST, JSON, this.body);
	}

	@Benchmark
	public String postPili() throws SignatureException {
		return this.pili.signRequest(this.parsedUrl, "POST", this.body, JSON);
	}

	@Benchmark
	public String postQiniu() {
		return this.qiniu.signQiniuAuthorization(this.url, "POST", this.body, JSON);
	}

	/**
	 * The least: one {@link Mac} a thread, and all bytes ready.
	 */
	@State(Scope.Thread)
	public static class ReusedMac {

		private final Mac mac;

		private final byte[] head = ("GET " + PATH + "\nHost: " + HOST + "\n\n").getBytes(StandardCharsets.UTF_8);

		private final byte[] postHead = ("POST " + PATH + "\nHost: " + HOST + "\nContent-Type: " + JSON + "\n\n")
			.getBytes(StandardCharsets.UTF_8);

		public ReusedMac() {
			try {
				this.mac = Mac.getInstance("HmacSHA1");
				this.mac.init(new SecretKeySpec(Wire.SECRET_KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException(ex);
			}
		}

		String sign(byte[] head, byte[] body) {
			this.mac.update(head);
			if (body != null) {
				this.mac.update(body);
			}
			return Base64.getUrlEncoder().encodeToString(this.mac.doFinal());
		}

	}

}
