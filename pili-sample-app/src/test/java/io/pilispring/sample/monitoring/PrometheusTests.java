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

package io.pilispring.sample.monitoring;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.autoconfigure.AutoConfigurePiliSimulator;
import io.pilispring.testsupport.Programs;
import io.pilispring.testsupport.RequiresPrograms;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the dashboard and the alerts fit what the sample measures.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "management.prometheus.metrics.export.enabled=true", "pili.monitor.interval=100ms" })
@AutoConfigurePiliSimulator
class PrometheusTests {

	private static final Path MONITORING = Path.of("..", "monitoring");

	private static final Pattern METRIC = Pattern.compile("\\b(?:pili|http_client)_[a-z_]+");

	@Autowired
	private PiliSimulator simulator;

	@LocalServerPort
	private int port;

	@BeforeEach
	void goLive() {
		this.simulator.createStream("front-door").goLive();
		await().until(() -> scrape().contains("stream=\"front-door\""));
		await().until(() -> scrape().contains("http_client_requests_seconds_count"));
	}

	@Test
	void dashboardAndAlertsUseOnlyMetricsThatExist() throws Exception {
		Set<String> there = new TreeSet<>(metrics(scrape()));
		List<String> expressions = expressions();
		assertThat(expressions).hasSizeGreaterThan(15);
		assertThat(metrics(String.join(" ", expressions))).isNotEmpty().isSubsetOf(there);
	}

	@Test
	@RequiresPrograms("promtool")
	void alertsAreRulesThatPrometheusTakes() throws Exception {
		Process promtool = new ProcessBuilder(Programs.path("promtool"), "check", "rules",
				MONITORING.resolve("prometheus-alerts.yml").toString())
			.redirectErrorStream(true)
			.start();
		String output = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(promtool.waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(promtool.exitValue()).as(output).isZero();
		assertThat(output).contains("SUCCESS: 7 rules found");
	}

	@Test
	@RequiresPrograms("promtool")
	void streamThatThreeInstancesWatchIsCountedOnce(@TempDir Path directory) throws Exception {
		StringBuilder series = new StringBuilder();
		StringBuilder tests = new StringBuilder();
		for (String instance : List.of("one", "two", "three")) {
			String hub = "instance=\"%s\", hub=\"my-hub\", key=\"piliHub\"".formatted(instance);
			String door = hub + ", stream=\"door\", id=\"z1.my-hub.door\"";
			String yard = hub + ", stream=\"yard\", id=\"z1.my-hub.yard\"";
			addSeries(series, "pili_stream_connected{" + door + "}", 0);
			addSeries(series, "pili_stream_connected{" + yard + "}", 1);
			addSeries(series, "pili_stream_frozen{" + door + "}", 0);
			addSeries(series, "pili_stream_frozen{" + yard + "}", 1);
			addSeries(series, "pili_stream_bytes_per_second{" + yard + "}", 7);
			addSeries(series, "pili_streams_connected{" + hub + "}", 1);
			addSeries(series, "pili_streams_watched{" + hub + "}", 2);
			addSeries(series, "pili_hub_up{" + hub + "}", 0);
			addSeries(series, "pili_monitor_leader{" + hub + "}", 0);
		}
		for (String expression : expressions()) {
			String expected = switch (METRIC.matcher(expression).results().findFirst().orElseThrow().group()) {
				case "pili_streams_watched" -> "2";
				case "pili_streams_connected" -> "1";
				case "pili_stream_bytes_per_second" -> "7";
				case "pili_stream_frozen" -> (expression.contains("$hub")) ? "1" : null;
				default -> null;
			};
			if (expected != null) {
				tests.append("      - expr: 'sum(%s)'%n".formatted(expression.replaceAll("\\$(hub|key|stream)", ".*")))
					.append("        eval_time: 5m%n        exp_samples: [{ labels: '{}', value: %s }]%n"
						.formatted(expected));
			}
		}
		for (String alert : List.of("PiliStreamDown", "PiliStreamFrozen", "PiliUnreachable", "PiliNotSampled")) {
			tests.append("      - expr: 'sum(ALERTS{alertname=\"%s\", alertstate=\"firing\"})'%n".formatted(alert))
				.append("        eval_time: 5m%n        exp_samples: [{ labels: '{}', value: 1 }]%n".formatted());
		}
		series.append("      - series: 'http_client_requests_seconds_count{instance=\"one\", "
				+ "uri=\"/v2/hubs/{hub}/livestreams\", outcome=\"SERVER_ERROR\"}'\n        values: '0+60x10'\n");
		tests.append("      - expr: 'sum(ALERTS{alertname=\"PiliCallsFail\", alertstate=\"firing\"})'\n")
			.append("        eval_time: 9m\n        exp_samples: [{ labels: '{}', value: 1 }]\n");
		assertThat(tests.toString().lines().filter((line) -> line.contains("expr:"))).hasSize(9);
		Path file = directory.resolve("tests.yml");
		Files.writeString(file,
				"rule_files: [%s]%nevaluation_interval: 1m%ntests:%n  - interval: 1m%n    input_series:%n%s    promql_expr_test:%n%s"
					.formatted(MONITORING.resolve("prometheus-alerts.yml").toAbsolutePath().normalize(), series,
							tests));
		Process promtool = new ProcessBuilder(Programs.path("promtool"), "test", "rules", file.toString())
			.redirectErrorStream(true)
			.start();
		String output = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(promtool.waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(promtool.exitValue()).as(output).isZero();
	}

	private static void addSeries(StringBuilder series, String name, int value) {
		series.append("      - series: '%s'%n        values: '%dx10'%n".formatted(name, value));
	}

	@Test
	@RequiresPrograms("prometheus")
	void prometheusScrapesTheSampleAndAnswersEveryQuery(@TempDir Path directory) throws Exception {
		int prometheusPort = freePort();
		Path configuration = directory.resolve("prometheus.yml");
		Files.writeString(configuration, """
				global:
				  scrape_interval: 1s
				  evaluation_interval: 1s
				rule_files:
				  - %s
				scrape_configs:
				  - job_name: sample
				    metrics_path: /actuator/prometheus
				    static_configs:
				      - targets: ['127.0.0.1:%d']
				""".formatted(MONITORING.resolve("prometheus-alerts.yml").toAbsolutePath().normalize(), this.port));
		Process prometheus = new ProcessBuilder(Programs.path("prometheus"), "--config.file=" + configuration,
				"--storage.tsdb.path=" + directory.resolve("data"), "--web.listen-address=127.0.0.1:" + prometheusPort)
			.redirectErrorStream(true)
			.redirectOutput(directory.resolve("log").toFile())
			.start();
		try {
			String base = "http://127.0.0.1:" + prometheusPort;
			await().ignoreExceptions().until(() -> query(base, "pili_hub_up").at("/0/value/1").asString().equals("1"));
			await().until(() -> query(base, "pili_stream_connected{stream=\"front-door\"}").at("/0/value/1")
				.asString()
				.equals("1"));
			for (String expression : expressions()) {
				query(base, expression.replaceAll("\\$(hub|stream)", ".*"));
			}
			JsonNode rules = get(base + "/api/v1/rules").at("/data/groups/0/rules");
			assertThat(rules).hasSize(7);
			await().until(() -> allHealthy(get(base + "/api/v1/rules").at("/data/groups/0/rules")));
		}
		finally {
			prometheus.destroy();
			assertThat(prometheus.waitFor(30, TimeUnit.SECONDS)).isTrue();
		}
	}

	private boolean allHealthy(JsonNode rules) {
		return rules.valueStream().allMatch((rule) -> rule.path("health").asString().equals("ok"));
	}

	private List<String> expressions() throws IOException {
		List<String> expressions = new ArrayList<>();
		JsonNode dashboard = JsonMapper.shared().readTree(MONITORING.resolve("grafana-dashboard.json").toFile());
		dashboard.path("panels")
			.forEach((panel) -> panel.path("targets")
				.forEach((target) -> expressions.add(target.path("expr").stringValue())));
		Matcher alerts = Pattern.compile("expr: (?:\\|\n)?(.+?)\n +(?:for|labels):", Pattern.DOTALL)
			.matcher(Files.readString(MONITORING.resolve("prometheus-alerts.yml")));
		while (alerts.find()) {
			expressions.add(alerts.group(1).strip());
		}
		return expressions;
	}

	private Set<String> metrics(String text) {
		Set<String> names = new TreeSet<>();
		Matcher matcher = METRIC.matcher(text);
		while (matcher.find()) {
			names.add(matcher.group());
		}
		return names;
	}

	private String scrape() throws IOException, InterruptedException {
		return send("http://127.0.0.1:" + this.port + "/actuator/prometheus");
	}

	private JsonNode query(String base, String expression) throws IOException, InterruptedException {
		JsonNode answer = get(base + "/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
		assertThat(answer.path("status").asString()).as(expression).isEqualTo("success");
		return answer.at("/data/result");
	}

	private JsonNode get(String url) throws IOException, InterruptedException {
		return JsonMapper.shared().readTree(send(url));
	}

	private String send(String url) throws IOException, InterruptedException {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
			.body();
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
	}

}
