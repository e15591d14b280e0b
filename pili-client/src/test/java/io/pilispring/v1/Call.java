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

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import io.pilispring.ApiCall;
import io.pilispring.PiliServer;
import io.pilispring.transport.PiliTransport;
import io.pilispring.url.PublishSecurity;

/**
 * The calls of version 1 and what each must send.
 */
public enum Call implements ApiCall {

	CREATE("POST", "/v1/streams", "{'hub':'test-hub'}", hub(PiliHub::createStream)),

	CREATE_BLANK("POST", "/v1/streams", "{'hub':'test-hub'}",
			hub((hub) -> hub.createStream((spec) -> spec.title(" ").publishKey("").publishSecurity(null)))),

	CREATE_FULL("POST", "/v1/streams",
			"{'hub':'test-hub','title':'hello-title','publishKey':'pk','publishSecurity':'dynamic'}",
			hub((hub) -> hub.createStream(
					(spec) -> spec.title("hello-title").publishKey("pk").publishSecurity(PublishSecurity.DYNAMIC)))),

	CREATE_UNKNOWN_SECURITY("POST", "/v1/streams", "{'hub':'test-hub','publishSecurity':'quantum'}",
			hub((hub) -> hub.createStream((spec) -> spec.publishSecurity(new PublishSecurity("quantum"))))),

	GET("GET", "/v1/streams/" + Streams.ID, hub((hub) -> hub.getStream(Streams.ID))),

	REFRESH("GET", "/v1/streams/" + Streams.ID, stream(PiliStream::get)),

	LIST("GET", "/v1/streams?hub=test-hub", hub(PiliHub::listStreams)),

	LIST_FULL("GET", "/v1/streams?hub=test-hub&status=connected&marker=10&limit=5&title=prefix_",
			hub((hub) -> hub.listStreams((spec) -> spec.titlePrefix("prefix_").pageSize(5).marker("10").connected()))),

	LIST_ID_ONLY("GET", "/v1/streams?hub=test-hub&idonly=true", hub((hub) -> hub.listStreams(ListStreamsSpec::idOnly))),

	LIST_BLANK("GET", "/v1/streams?hub=test-hub",
			hub((hub) -> hub.listStreams((spec) -> spec.titlePrefix(" ").marker("")))),

	LIST_ENCODED("GET", "/v1/streams?hub=test-hub&marker=a%20b&limit=5&title=p%26x",
			hub((hub) -> hub.listStreams((spec) -> spec.marker("a b").pageSize(5).titlePrefix("p&x")))),

	LIST_HOSTILE("GET", "/v1/streams?hub=test-hub&marker=%2B%3D%2F%3F%23%25%0D%0A%E6%B5%81%F0%9F%98%80&title=~a%7Bb%7D",
			hub((hub) -> hub.listStreams((spec) -> spec.marker("+=/?#%\r\n流😀").titlePrefix("~a{b}")))),

	UPDATE("POST", "/v1/streams/" + Streams.ID,
			"{'publishKey':'new_secret_words','publishSecurity':'static','disabled':false}",
			stream((stream) -> stream.update((spec) -> spec.disabled(false)
				.publishKey("new_secret_words")
				.publishSecurity(PublishSecurity.STATIC)))),

	UPDATE_KEY("POST", "/v1/streams/" + Streams.ID, "{'publishKey':'new'}",
			stream((stream) -> stream.update((spec) -> spec.publishKey("new")))),

	DISABLE("POST", "/v1/streams/" + Streams.ID, "{'disabled':true}", stream(run(PiliStream::disable))),

	ENABLE("POST", "/v1/streams/" + Streams.ID, "{'disabled':false}", stream(run(PiliStream::enable))),

	DISABLE_UNTIL("POST", "/v1/streams/" + Streams.ID + "/available",
			"{'available':'disabled','disabledTill':1440437833}",
			stream(run((stream) -> stream.disable(Instant.ofEpochSecond(1440437832L, 1))))),

	DELETE("DELETE", "/v1/streams/" + Streams.ID, stream(run(PiliStream::delete))),

	STATUS("GET", "/v1/streams/" + Streams.ID + "/status", stream(PiliStream::status)),

	STATUSES("POST", "/v1/statuses", "{'streamIds':['z1.test-hub.a','z1.test-hub.b']}",
			hub((hub) -> hub.statuses(List.of("z1.test-hub.a", "z1.test-hub.b")))),

	SEGMENTS("GET", "/v1/streams/" + Streams.ID + "/segments", stream(PiliStream::segments)),

	SEGMENTS_FULL("GET", "/v1/streams/" + Streams.ID + "/segments?start=1440282134&end=1440437833&limit=20",
			stream((stream) -> stream.segments((spec) -> spec.limit(20)
				.end(Instant.ofEpochSecond(1440437833))
				.start(Instant.ofEpochSecond(1440282134))))),

	SAVE_AS("POST", "/v1/streams/" + Streams.ID + "/saveas", "{'name':'a'}",
			stream((stream) -> stream.saveAs((spec) -> spec.name("a").format("").pipeline(" ").notifyUrl(null)))),

	SAVE_AS_RANGE("POST", "/v1/streams/" + Streams.ID + "/saveas",
			"{'name':'videoName.mp4','start':1440282134,'end':1440437833,'format':'mp4'}",
			stream((stream) -> stream.saveAs((spec) -> spec.name("videoName.mp4")
				.start(Instant.ofEpochSecond(1440282134))
				.end(Instant.ofEpochSecond(1440437833))
				.format("mp4")))),

	SAVE_AS_UTF8("POST", "/v1/streams/" + Streams.ID + "/saveas",
			"{'name':'视频.mp4','start':1440282134,'end':1440437833,'format':'mp4'}",
			stream((stream) -> stream.saveAs((spec) -> spec.name("视频.mp4")
				.start(Instant.ofEpochSecond(1440282134))
				.end(Instant.ofEpochSecond(1440437833))
				.format("mp4")))),

	SAVE_AS_FULL("POST", "/v1/streams/" + Streams.ID + "/saveas",
			"{'name':'a.mp4','notifyUrl':'http://n/?a=b&c','pipeline':'p','start':1,'end':2,'format':'mp4'}",
			stream((stream) -> stream.saveAs((spec) -> spec.name("a.mp4")
				.notifyUrl("http://n/?a=b&c")
				.pipeline("p")
				.start(Instant.ofEpochSecond(1))
				.end(Instant.ofEpochSecond(2))
				.format("mp4")))),

	SNAPSHOT("POST", "/v1/streams/" + Streams.ID + "/snapshot", "{'name':'imageName.jpg','format':'jpg'}",
			stream((stream) -> stream.snapshot((spec) -> spec.name("imageName.jpg").format("jpg")))),

	SNAPSHOT_FULL("POST", "/v1/streams/" + Streams.ID + "/snapshot",
			"{'name':'a','format':'jpg','time':1440315411,'notifyUrl':'http://n','pipeline':'p'}",
			stream((stream) -> stream.snapshot((spec) -> spec.name("a")
				.format("jpg")
				.time(Instant.ofEpochSecond(1440315411))
				.notifyUrl("http://n")
				.pipeline("p")))),

	FOP("GET", "/status/get/prefop?id=z1.55d8%2B%26%3D", hub((hub) -> hub.fop("z1.55d8+&=")));

	private final String method;

	private final String target;

	private final String body;

	private final Function<PiliTransport, Object> call;

	Call(String method, String target, Function<PiliTransport, Object> call) {
		this(method, target, "", call);
	}

	Call(String method, String target, String body, Function<PiliTransport, Object> call) {
		this.method = method;
		this.target = target;
		this.body = body.replace('\'', '"');
		this.call = call;
	}

	private static Function<PiliTransport, Object> hub(Function<PiliHub, Object> call) {
		return (transport) -> call.apply(PiliHub.create(PiliServer.HUB, transport));
	}

	private static Function<PiliTransport, Object> stream(Function<PiliStream, Object> call) {
		return (transport) -> call.apply(Streams.of(transport));
	}

	private static Function<PiliStream, Object> run(Consumer<PiliStream> call) {
		return (stream) -> {
			call.accept(stream);
			return "nothing";
		};
	}

	@Override
	public Object run(PiliTransport transport) {
		return this.call.apply(transport);
	}

	@Override
	public String method() {
		return this.method;
	}

	@Override
	public String target() {
		return this.target;
	}

	@Override
	public String body() {
		return this.body;
	}

	@Override
	public boolean isSigned() {
		return this != FOP;
	}

	@Override
	public boolean readsTheAnswer() {
		return this != DELETE && this != DISABLE_UNTIL;
	}

	// Where nothing is required, nothing is missing
	@Override
	public boolean requiresAList() {
		return readsTheAnswer() && this != STATUS && !name().matches("(SAVE_AS|SNAPSHOT).*");
	}

	@Override
	public boolean readsABareList() {
		return this == SEGMENTS || this == SEGMENTS_FULL;
	}

	@Override
	public boolean standsForAValue(int status) {
		return status == 404 && this == STATUSES;
	}

}
