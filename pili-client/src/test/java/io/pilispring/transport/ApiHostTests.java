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

package io.pilispring.transport;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ApiHostTests {

	@ParameterizedTest
	@CsvSource({ "pili.qiniuapi.com,https,pili.qiniuapi.com", "PILI.QiniuAPI.com,https,pili.qiniuapi.com",
			"HTTP://Pili.qiniuapi.com,http,pili.qiniuapi.com", "https://pili.qiniuapi.com/,https,pili.qiniuapi.com",
			"pili.qiniuapi.com:443,https,pili.qiniuapi.com", "pili.qiniuapi.com:80,https,pili.qiniuapi.com:80",
			"http://pili.qiniuapi.com:80,http,pili.qiniuapi.com",
			"http://pili.qiniuapi.com:443,http,pili.qiniuapi.com:443", "127.0.0.1:18080,https,127.0.0.1:18080",
			"http://[::1]:8080,http,[::1]:8080", "localhost,https,localhost", "' host ',https,host",
			"host:65535,https,host:65535" })
	void hostsAreRead(String value, String scheme, String authority) {
		assertThat(ApiHost.parse("apiHost", value)).isEqualTo(new ApiHost(scheme, authority));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "ftp://host", "host/v1", "http://host/v1", "host?a=b", "host#a", "http://",
			"://host", "ho st", "host:port", "host:0", "host:65536", "host:-1", "http://host/\nx", "a_b", "//host",
			"http:host", "http://[::1", "wss://host", "流.com" })
	void whatIsNoHostIsRefused(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> ApiHost.parse("apiHost", value))
			.withMessageStartingWith("'apiHost' must ")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("\n"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "user:hush@host", "http://user:hush@host", "https://hush@host:80" })
	void userInfoIsRefusedAndNotShown(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> ApiHost.parse("apiHost", value))
			.withMessageContaining("******@host")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("hush"));
	}

	@Test
	void targetsAreResolvedAsTheyAre() {
		assertThat(ApiHost.parse("apiHost", "http://h:81").resolve("/a%2Fb?c=%20d"))
			.isEqualTo(URI.create("http://h:81/a%2Fb?c=%20d"));
	}

	@ParameterizedTest
	@CsvSource({ "https://h/a,true", "https://H,true", "http://h/a,false", "https://h:444/a,false",
			"https://h.evil.com/a,false", "https://h@evil.com/a,false" })
	void knowsItsOwn(URI uri, boolean own) {
		assertThat(ApiHost.parse("apiHost", "h").isHostOf(uri)).isEqualTo(own);
	}

}
