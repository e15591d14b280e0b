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

package io.pilispring;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.jspecify.annotations.Nullable;

/**
 * The signature that a request must have, made from the bytes that arrived, without the
 * code under test.
 */
public final class Signature {

	private Signature() {
	}

	public static String of(LoggedRequest request) {
		return of(request.getMethod().getName(), request.getUrl(), request.getHeader("Host"),
				request.getHeader("Content-Type"), request.getBody());
	}

	public static String of(String method, String target, String host, @Nullable String type, byte[] body) {
		String head = method + " " + target + "\nHost: " + host + ((type != null) ? "\nContent-Type: " + type : "")
				+ "\n\n";
		try {
			Mac mac = Mac.getInstance("HmacSHA1");
			mac.init(new SecretKeySpec(PiliServer.SECRET_KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
			mac.update(head.getBytes(StandardCharsets.UTF_8));
			return "Qiniu " + PiliServer.ACCESS_KEY + ":" + Base64.getUrlEncoder().encodeToString(mac.doFinal(body));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
