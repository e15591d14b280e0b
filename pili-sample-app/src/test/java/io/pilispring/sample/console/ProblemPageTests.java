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

package io.pilispring.sample.console;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.autoconfigure.AutoConfigurePiliSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that people are answered with pages, and programs with JSON.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigurePiliSimulator
class ProblemPageTests {

	private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

	@Autowired
	private PiliSimulator simulator;

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@CsvSource(
			textBlock = """
					GET,  /nope,                                           404, There is no such page.
					GET,  /webjars/nope.js,                                404, There is no such page.
					GET,  /hubs/nope,                                      404, There is no such page.
					GET,  /hubs/nope/streams/ID,                           404, There is no such page.
					GET,  /hubs/nope/streams/ID/rates,                     404, There is no such page.
					GET,  /streams/ID,                                     404, There is no such page.
					GET,  /hubs/piliHub?live=maybe,                        400, That input cannot be used.
					GET,  /hubs/piliHub?match=never,                       400, That input cannot be used.
					GET,  /hubs/piliHub?match=anywhere&prefix=a&marker=x,  400, That input cannot be used.
					GET,  /hubs/piliHub/several?action=never&id=ID,        400, That input cannot be used.
					GET,  /hubs/piliHub/several,                           400, That address or input cannot be used.
					POST, /hubs/piliHub/several?action=delete&id=ID,       403, This page is out of date. Reload it and try again.
					GET,  /hubs/nope/events,                               404, There is no such page.
					GET,  /hubs/piliHub?prefix=%00,                        400, That input cannot be used.
					GET,  /hubs/piliHub/streams/ID/files/x,                400, That input cannot be used.
					GET,  /hubs/piliHub/streams/ID/rates?after=x,          400, That input cannot be used.
					GET,  /hubs/piliHub/streams/ID/playback?start=x&end=x, 400, That input cannot be used.
					GET,  /hubs/piliHub/streams/ID/playback,               400, That address or input cannot be used.
					GET,  /hubs/piliHub/streams/ID/disable,                405, That address or input cannot be used.
					POST, /hubs/piliHub/streams,                           403, This page is out of date. Reload it and try again.
					POST, /hubs/piliHub/streams/ID/enable,                 403, This page is out of date. Reload it and try again.
					GET,  /hubs/piliHub/streams/z1.test-hub.none,          404, PILI does not know this.
					GET,  '/hubs/piliHub/streams/a,b',                     400, That input cannot be used.
					""")
	void peopleAreAnsweredWithAPage(String method, String path, int status, String text) throws Exception {
		HttpResponse<String> response = send(method, path, BROWSER, "en");
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
		assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
		assertThat(response.body()).contains("role=\"alert\"", text, "test-hub").doesNotContain("??");
	}

	@ParameterizedTest
	@CsvSource({ "/nope, 页面不存在", "/hubs/piliHub?live=maybe, 输入内容无法使用" })
	void chineseReadersAreAnsweredInChinese(String path, String text) throws Exception {
		assertThat(send("GET", path, BROWSER, "zh-CN").body()).contains(text).doesNotContain("??");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			GET,   /api/nope,                                  404, application/json
			GET,   /api/streams?hub=nope,                      404, application/problem+json
			GET,   /api/streams?marker=nope,                   400, application/problem+json
			GET,   /api/streams?marker=nope/x,                 400, application/problem+json
			GET,   /api/hubs/nope/streams,                     404, application/problem+json
			POST,  /api/hubs/nope/streams,                     404, application/problem+json
			GET,   /api/hubs/nope/streams/ID,                  404, application/problem+json
			DELETE, /api/hubs/nope/streams/ID,                 404, application/problem+json
			GET,   /api/hubs/nope/fops/x,                      404, application/problem+json
			GET,   /nope,                                      404, application/json
			GET,   /api/streams?limit=x,                       400, application/problem+json
			GET,   /api/streams?limit=0,                       400, application/problem+json
			GET,   /api/hubs/piliHub/streams/z1.test-hub.none, 404, application/problem+json
			PATCH, /api/hubs/piliHub/streams/ID,               400, application/problem+json
			PUT,   /api/hubs/piliHub/streams/ID,               405, application/json
			""")
	void programsAreAnsweredWithJson(String method, String path, int status, String type) throws Exception {
		HttpResponse<String> response = send(method, path, "*/*", "en");
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.headers().firstValue("Content-Type")).hasValue(type);
		assertThat(response.body()).startsWith("{").contains(Integer.toString(status));
	}

	private HttpResponse<String> send(String method, String path, String accept, String language) throws Exception {
		String id = this.simulator.createStream().id();
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path.replace("ID", id)))
				.method(method, HttpRequest.BodyPublishers.noBody())
				.header("Accept", accept)
				.header("Accept-Language", language)
				.build(), HttpResponse.BodyHandlers.ofString());
	}

}
