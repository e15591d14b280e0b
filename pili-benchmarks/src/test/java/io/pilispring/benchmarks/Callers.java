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

import java.util.LinkedHashMap;
import java.util.Map;

import com.pili.API;
import com.pili.Configuration;
import com.pili.Hub;
import com.qiniu.Credentials;
import com.qiniu.streaming.StreamingManager;
import com.qiniu.util.Auth;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;

import io.pilispring.signing.PiliCredentials;
import io.pilispring.signing.RequestSigner;
import io.pilispring.url.PublishSecurity;
import io.pilispring.v1.PiliHub;
import io.pilispring.v2.LiveHub;

/**
 * All that are compared.
 */
final class Callers {

	private static final String JSON = "application/json";

	// It listens to every logger of the process, and one application has it once
	private static final String LOG_METRICS = "org.springframework.boot.micrometer.metrics.autoconfigure.logging."
			+ "logback.LogbackMetricsAutoConfiguration";

	private static final PiliCredentials CREDENTIALS = PiliCredentials.of(Wire.ACCESS_KEY, Wire.SECRET_KEY);

	private Callers() {
	}

	static Map<String, Caller> all(String host) {
		Map<String, Caller> callers = new LinkedHashMap<>();
		callers.put("socket", new SocketCaller(host));
		callers.put("httpclient5", new ApacheCaller(host));
		callers.put("ours", new StarterCaller(hub(host, "management.observations.enable.all=false")));
		callers.put("observed", new StarterCaller(hub(host, "spring.autoconfigure.exclude=" + LOG_METRICS)));
		callers.put("pili-sdk-java", new PiliCaller(host));
		callers.put("qiniu-java-sdk", new QiniuCaller(host));
		return callers;
	}

	static PiliHub hub(String host, String... properties) {
		SpringApplication application = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("pili.access-key=" + Wire.ACCESS_KEY, "pili.secret-key=" + Wire.SECRET_KEY,
					"pili.hub=" + Wire.HUB, "pili.api-host=http://" + host, "pili.monitor.enabled=false",
					"spring.main.banner-mode=off", "logging.level.root=warn")
			.properties(properties)
			.build();
		return application.run().getBean(PiliHub.class);
	}

	static LiveHub liveHub(String host) {
		SpringApplication application = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("pili.access-key=" + Wire.ACCESS_KEY, "pili.secret-key=" + Wire.SECRET_KEY,
					"pili.hub=" + Wire.HUB, "pili.api-host=http://" + host, "pili.api-version=v2",
					"pili.monitor.enabled=false", "management.observations.enable.all=false",
					"spring.main.banner-mode=off", "logging.level.root=warn")
			.build();
		return application.run().getBean(LiveHub.class);
	}

	static byte[] createBody() {
		return Wire.MAPPER.writeValueAsBytes(
				Map.of("hub", Wire.HUB, "title", Wire.TITLE, "publishKey", "key", "publishSecurity", "static"));
	}

	static String authorization(String method, String path, String host, byte[] body) {
		return RequestSigner.authorization(CREDENTIALS, method, path, host, (body.length > 0) ? JSON : null, body);
	}

	@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	private record StarterCaller(PiliHub hub) implements Caller {

		@Override
		public void get() {
			this.hub.getStream(Wire.id(Wire.TITLE));
		}

		@Override
		public void create() {
			this.hub.createStream(
					(spec) -> spec.title(Wire.TITLE).publishKey("key").publishSecurity(PublishSecurity.STATIC));
		}

	}

	private static final class ApacheCaller implements Caller {

		private final String host;

		private final CloseableHttpClient client = HttpClients.custom()
			.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
				.setMaxConnPerRoute(64)
				.setMaxConnTotal(64)
				.build())
			.build();

		private ApacheCaller(String host) {
			this.host = host;
		}

		@Override
		public void get() throws Exception {
			String path = "/v1/streams/" + Wire.id(Wire.TITLE);
			call(new HttpGet("http://" + this.host + path), path, new byte[0]);
		}

		@Override
		public void create() throws Exception {
			byte[] body = createBody();
			HttpPost post = new HttpPost("http://" + this.host + "/v1/streams");
			post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
			call(post, "/v1/streams", body);
		}

		private void call(HttpUriRequestBase request, String path, byte[] body) throws Exception {
			request.setHeader("Authorization", authorization(request.getMethod(), path, this.host, body));
			byte[] answer = this.client.execute(request, (response) -> EntityUtils.toByteArray(response.getEntity()));
			Wire.MAPPER.readValue(answer, Wire.BareStream.class);
		}

	}

	private static final class PiliCaller implements Caller {

		private final Credentials credentials = new Credentials(Wire.ACCESS_KEY, Wire.SECRET_KEY);

		private final Hub hub = new Hub(this.credentials, Wire.HUB);

		private PiliCaller(String host) {
			Configuration.getInstance().setAPIHost(host);
		}

		@Override
		public void get() throws Exception {
			API.getStream(this.credentials, Wire.id(Wire.TITLE));
		}

		@Override
		public void create() throws Exception {
			this.hub.createStream(Wire.TITLE, "key", "static");
		}

	}

	private static final class QiniuCaller implements Caller {

		private final StreamingManager manager;

		private QiniuCaller(String host) {
			this.manager = new StreamingManager(Auth.create(Wire.ACCESS_KEY, Wire.SECRET_KEY), Wire.HUB,
					"http://" + host);
		}

		@Override
		public void get() throws Exception {
			this.manager.attribute(Wire.TITLE);
		}

		@Override
		public void create() throws Exception {
			this.manager.create(Wire.TITLE);
		}

	}

}
