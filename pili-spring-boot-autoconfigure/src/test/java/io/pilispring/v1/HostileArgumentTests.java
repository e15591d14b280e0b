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

package io.pilispring.v1;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.util.StringUtils;
import tools.jackson.databind.json.JsonMapper;

import io.pilispring.HttpLibrary;
import io.pilispring.PiliServer;
import io.pilispring.Signature;
import io.pilispring.internal.OneLine;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.transport.PiliTransport;
import io.pilispring.url.PublishSecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Every text that callers give is refused before anything is sent, or arrives as it was
 * given and nowhere else.
 */
class HostileArgumentTests {

	static final List<String> VALUES = Arrays.asList(null, "", " ", "\t", "\u3000", "a".repeat(10_000),
			"\u6d41".repeat(600), "../../v1/streams/other", "..", "/", "//evil.example.com", "a?hub=other", "a#b",
			"a%2e%2e%2fb", "%", "%0d%0a", "a\nb", "a\r\nX-Evil: 1\r\n\r\n{}", "\u0000", "a\u0000b", "\u001B[31m",
			"\u007F", "a\u0085b", "\u2028", "\u2029", "\uD83D\uDE00", "\u202Egnp.exe", "a\u200Bb", "\uFEFF", "\uD800",
			"a\uDC00b", "a&status=connected", "a=b", "a+b", "a b", "{id}", "{}", "${x}", "%s%n", "\"}", "\\", "';--",
			"http://", "http:x", "https:///x", "ftp://a/b", "javascript:alert(1)", "http://a b/",
			"http://hush:hush@h/\n", "https://h/?token=hush\u0000", "http://n.example.com/?a=b&c", "Qiniu ak:sign");

	// Half a character can be in no answer
	static final List<String> PUBLISH_KEYS = VALUES.stream()
		.filter((value) -> value == null || !value.matches(".*\\p{Cs}.*"))
		.toList();

	static final List<Argument> ARGUMENTS = List.of(
			hub("id", "/v1/streams/", null, (hub, value) -> hub.getStream(value)),
			hub("id", "/v1/statuses", "/streamIds/0", (hub, value) -> hub.statuses(Arrays.asList(value))),
			hub("id", "/status/get/prefop?id=", null, (hub, value) -> hub.fop(value)),
			hub("id", "/status/get/prefop?id=", null, (hub, value) -> hub.awaitFop(value, Duration.ofMinutes(1))),
			hub("marker", "/v1/streams?hub=test-hub&marker=", null,
					(hub, value) -> hub.listStreams((spec) -> spec.marker(value))),
			hub("titlePrefix", "/v1/streams?hub=test-hub&title=", null,
					(hub, value) -> hub.listStreams((spec) -> spec.titlePrefix(value))),
			hub("titlePrefix", "/v1/streams?hub=test-hub&title=", null,
					(hub, value) -> hub.streams((spec) -> spec.titlePrefix(value)).toList()),
			create("title", "/title", CreateStreamSpec::title),
			create("publishKey", "/publishKey", CreateStreamSpec::publishKey),
			create("publishSecurity", "/publishSecurity", (spec, value) -> spec.publishSecurity(security(value))),
			update("publishKey", (spec, value) -> spec.publishKey(value).disabled(true)),
			update("publishSecurity", (spec, value) -> spec.publishSecurity(security(value)).disabled(true)),
			saveAs("name", SaveAsSpec::name), saveAs("format", (spec, value) -> spec.name("n").format(value)),
			saveAs("notifyUrl", (spec, value) -> spec.name("n").notifyUrl(value)),
			saveAs("pipeline", (spec, value) -> spec.name("n").pipeline(value)),
			snapshot("name", (spec, value) -> spec.name(value).format("jpg")),
			snapshot("format", (spec, value) -> spec.name("n").format(value)),
			snapshot("notifyUrl", (spec, value) -> spec.name("n").format("jpg").notifyUrl(value)),
			snapshot("pipeline", (spec, value) -> spec.name("n").format("jpg").pipeline(value)));

	private static final Set<String> HEADERS = Set.of("accept", "accept-encoding", "authorization", "connection",
			"content-length", "content-type", "host", "http2-settings", "transfer-encoding", "upgrade", "user-agent");

	@RegisterExtension
	final PiliServer pili = new PiliServer();

	private static Argument hub(String name, String target, String pointer, BiConsumer<PiliHub, String> call) {
		return new Argument(name, target, pointer,
				(transport, value) -> call.accept(PiliHub.create(PiliServer.HUB, transport), value));
	}

	private static Argument create(String name, String pointer, BiConsumer<CreateStreamSpec, String> setter) {
		return hub(name, "/v1/streams", pointer,
				(hub, value) -> hub.createStream((spec) -> setter.accept(spec, value)));
	}

	private static Argument update(String name, BiConsumer<UpdateStreamSpec, String> setter) {
		return stream(name, "", (stream, value) -> stream.update((spec) -> setter.accept(spec, value)));
	}

	private static Argument saveAs(String name, BiConsumer<SaveAsSpec, String> setter) {
		return stream(name, "/saveas", (stream, value) -> stream.saveAs((spec) -> setter.accept(spec, value)));
	}

	private static Argument snapshot(String name, BiConsumer<SnapshotSpec, String> setter) {
		return stream(name, "/snapshot", (stream, value) -> stream.snapshot((spec) -> setter.accept(spec, value)));
	}

	private static Argument stream(String name, String path, BiConsumer<PiliStream, String> call) {
		return new Argument(name, "/v1/streams/" + Streams.ID + path, "/" + name,
				(transport, value) -> call.accept(Streams.of(transport), value));
	}

	private static PublishSecurity security(String value) {
		return (StringUtils.hasText(value)) ? new PublishSecurity(value) : null;
	}

	@ParameterizedTest
	@EnumSource(HttpLibrary.class)
	void everyArgumentIsRefusedOrArrives(HttpLibrary library) {
		PiliTransport transport = library.transport(this.pili);
		for (Argument argument : ARGUMENTS) {
			// Bodies are the same bytes to every client
			if (argument.pointer() != null && library != HttpLibrary.HTTP_COMPONENTS) {
				continue;
			}
			for (String value : VALUES) {
				this.pili.beforeEach(null);
				this.pili.answer(200, Streams.JSON.replaceFirst("\\{", "{\"code\":0,\"items\":[],"));
				Throwable failure = catchThrowable(() -> argument.call().accept(transport, value));
				List<LoggedRequest> requests = this.pili.requests();
				String description = argument.name() + " of " + argument.target() + " is " + OneLine.of("" + value, 60);
				if (failure != null) {
					assertThat(requests).as(description).isEmpty();
					assertThat(failure).as(description).isInstanceOf(IllegalArgumentException.class);
					assertIsSafe(failure, argument.name(), value);
				}
				else {
					assertThat(requests).as(description).hasSize(1);
					assertThat(StringUtils.hasText(value)).as(description).isEqualTo(isSent(requests.get(0), argument));
					assertArrives(requests.get(0), argument, value, description);
				}
			}
		}
	}

	private static boolean isSent(LoggedRequest request, Argument argument) {
		return (argument.pointer() != null)
				? !JsonMapper.shared().readTree(request.getBody()).at(argument.pointer()).isMissingNode()
				: request.getUrl().length() > argument.target().length();
	}

	private static void assertArrives(LoggedRequest request, Argument argument, String value, String description) {
		String url = request.getUrl();
		assertThat(url).as(description).matches("[!-~]+").doesNotContain("#");
		assertThat(url).as(description).isEqualTo(URI.create(url).toASCIIString());
		if (argument.pointer() != null) {
			assertThat(url).as(description).isEqualTo(argument.target());
			String sent = JsonMapper.shared().readTree(request.getBody()).at(argument.pointer()).asString(null);
			assertThat(sent).as(description).isEqualTo((StringUtils.hasText(value)) ? value : null);
		}
		else if (StringUtils.hasText(value)) {
			assertThat(url).as(description).startsWith(argument.target());
			String sent = url.substring(argument.target().length());
			assertThat(sent).as(description).doesNotContain("&", "?", "+", "/");
			assertThat(URLDecoder.decode(sent, StandardCharsets.UTF_8)).as(description).isEqualTo(value);
		}
		String authorization = request.getHeader("Authorization");
		assertThat(authorization).as(description)
			.isEqualTo((url.startsWith("/status/")) ? null : Signature.of(request));
		Set<String> headers = new TreeSet<>();
		request.getAllHeaderKeys().forEach((header) -> headers.add(header.toLowerCase()));
		assertThat(HEADERS).as(description).containsAll(headers);
	}

	private static void assertIsSafe(Throwable failure, String name, String value) {
		assertThat(failure).hasMessageContaining("'" + name + "' must ");
		AnswerCheck.isSafeLine(failure.getMessage());
		assertThat(failure.getMessage()).hasSizeLessThan(2000);
		if (name.equals("notifyUrl")) {
			assertThat(failure.getMessage()).doesNotContain("hush");
		}
		if (name.equals("publishKey")) {
			assertThat(failure.getMessage()).doesNotContain(value);
		}
	}

	@Test
	void everyHubAndHostIsRefusedOrSafe() {
		PiliTransport transport = PiliServer.transportBuilder("pili.example.com").build();
		for (String value : VALUES) {
			isRefusedOrSafe("hub", value, (hub) -> assertThat(PiliHub.create(hub, transport).name()).isEqualTo(value));
			isRefusedOrSafe("apiHost", value, (host) -> PiliTransport.builder().apiHost(host));
			isRefusedOrSafe("fopApiHost", value, (host) -> PiliTransport.builder().fopApiHost(host));
			isRefusedOrSafe("apiHost", "https://hush@" + value, (host) -> PiliTransport.builder().apiHost(host));
		}
	}

	@Test
	void everyKeyIsRefusedOrSafe() {
		for (String value : VALUES) {
			isRefusedOrSafe("accessKey", value, (key) -> PiliCredentials.of(key, "secret"));
			isRefusedOrSafe("secretKey", value, (key) -> {
				PiliCredentials credentials = PiliCredentials.of("ak", key);
				assertThat(credentials.toString() + credentials.secretKey()).doesNotContain(key.repeat(2));
			});
		}
	}

	private static void isRefusedOrSafe(String name, String value, Consumer<String> call) {
		Throwable failure = catchThrowable(() -> call.accept(value));
		if (failure != null) {
			assertThat(failure).as(name + " is " + value).isInstanceOf(IllegalArgumentException.class);
			assertThat(failure).hasMessageContaining("'" + name + "' must ");
			AnswerCheck.isSafeLine(failure.getMessage());
			assertThat(failure.getMessage()).hasSizeLessThan(1000);
			if (name.endsWith("Host")) {
				assertThat(failure.getMessage()).doesNotContain("hush");
			}
			if (name.equals("secretKey") && StringUtils.hasText(value)) {
				assertThat(failure.getMessage()).doesNotContain(value);
			}
		}
		else {
			assertThat(value).as(name).isNotBlank();
			AnswerCheck.isSafeLine(value);
		}
	}

	@ParameterizedTest
	@FieldSource("PUBLISH_KEYS")
	void everyPublishKeyStandsInTheUrlOrIsRefused(String key) {
		String json = JsonMapper.shared().writeValueAsString(key);
		PiliStream stream = Streams
			.of(Streams.JSON.replace("\"dynamic\"", "\"static\"").replace("\"" + Streams.PUBLISH_KEY + "\"", json));
		try {
			String url = stream.rtmpPublishUrl();
			assertThat(url).isEqualTo("rtmp://pub.example.com/test-hub/55d80075e3ba5723280000d2?key=" + key);
			assertThat(URI.create(url).getRawQuery()).isEqualTo("key=" + key);
			assertThat(key).doesNotContain("&", "%", "#");
		}
		catch (IllegalStateException ex) {
			AnswerCheck.isSafeLine(ex.getMessage());
			assertThat(ex.getMessage()).containsAnyOf("publishKey that cannot stand in a URL", "no publishKey");
			assertThat(ex.getMessage().replace(Streams.ID, "")).doesNotContain("hush");
		}
	}

	@Test
	void plainPublishKeyStandsInTheUrlAsItIs() {
		String key = "aZ09-._~+/=:@!$'()*,;?";
		PiliStream stream = Streams
			.of(Streams.JSON.replace("\"dynamic\"", "\"static\"").replace(Streams.PUBLISH_KEY, key));
		assertThat(stream.rtmpPublishUrl()).endsWith("?key=" + key);
	}

	@Test
	void notifyUrlIsShownWithoutItsSecrets() {
		PiliStream stream = Streams.of(Streams.JSON);
		for (String url : List.of("ftp://user:hush@h/a?token=hush#hush", "http://user:hush@h/ ?x=hush",
				"hush@b ?hush")) {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> stream.saveAs((spec) -> spec.name("n").notifyUrl(url)))
				.withMessageContaining("******")
				.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("hush"));
		}
	}

	/**
	 * A text that callers give.
	 *
	 * @param name how messages call it
	 * @param target the path, and the query up to the value
	 * @param pointer where in the body it is, or {@code null} if it is in the target
	 * @param call the call to give it to
	 */
	record Argument(String name, String target, String pointer, BiConsumer<PiliTransport, String> call) {

	}

}
