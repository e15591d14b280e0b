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

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

import io.pilispring.internal.WireJson;
import io.pilispring.url.PublishSecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StreamShapesTests {

	@Test
	void wholeStream() {
		PiliStream stream = Streams.of(Streams.JSON);
		assertThat(stream.id()).isEqualTo(Streams.ID);
		assertThat(stream.title()).isEqualTo("55d80075e3ba5723280000d2");
		assertThat(stream.hub()).isEqualTo("test-hub");
		assertThat(stream.createdAt()).isEqualTo("2015-08-22T04:54:13.539Z");
		assertThat(stream.updatedAt()).isEqualTo("2015-08-22T04:54:13Z");
		assertThat(stream.disabled()).isFalse();
		assertThat(stream.disabledTill()).isNull();
		assertThat(stream.publishKey()).isEqualTo(Streams.PUBLISH_KEY);
		assertThat(stream.publishSecurity()).isEqualTo(PublishSecurity.DYNAMIC);
		assertThat(stream.profiles()).isUnmodifiable().containsExactly("480p", "720p");
		assertThat(stream.toJsonString()).isEqualTo(Streams.JSON);
		assertThat(stream).hasToString(
				"PiliStream[id=z1.test-hub.55d80075e3ba5723280000d2, publishSecurity=dynamic, disabled=false]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"id\":\"z1.test-hub.title\"}",
			"{\"id\":\"z1.test-hub.title\",\"createdAt\":null,\"updatedAt\":\"soon\",\"title\":null,\"hub\":null,"
					+ "\"disabled\":null,\"disabledTill\":null,\"publishKey\":null,\"publishSecurity\":null,"
					+ "\"profiles\":null,\"hosts\":null}",
			"{\"id\":\"z1.test-hub.title\",\"title\":\"\",\"hub\":\" \",\"publishSecurity\":\"\",\"disabledTill\":-1,"
					+ "\"profiles\":[null,\"\"],\"hosts\":{\"publish\":null,\"live\":{\"rtmp\":\"\",\"hls\":null}}}" })
	void missingFields(String json) {
		PiliStream stream = Streams.of(json);
		assertThat(stream.title()).isEqualTo("title");
		assertThat(stream.hub()).isEqualTo("test-hub");
		assertThat(stream.createdAt()).isNull();
		assertThat(stream.updatedAt()).isNull();
		assertThat(stream.disabled()).isFalse();
		assertThat(stream.disabledTill()).isNull();
		assertThat(stream.publishKey()).isNull();
		assertThat(stream.publishSecurity()).isNull();
		assertThat(stream.profiles()).isEmpty();
		assertThat(stream.hosts()).isEqualTo(new DefaultStreamHosts(null, null, null, null, null, null));
		assertThat(stream.toJsonString()).isEqualTo(json);
		assertThat(stream).hasToString("PiliStream[id=z1.test-hub.title, publishSecurity=unknown, disabled=false]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"id\":null}", "{\"id\":\" \"}", "{\"title\":\"a\"}" })
	void streamWithoutIdIsNone(String json) {
		assertThat(WireJson.read(json, StreamDocument.class).hasId()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "a,a,''", "a.b,b,''", "z1.my.hub.title,title,my.hub", ".,'',''" })
	void strangeIdsAreRead(String id, String title, String hub) {
		PiliStream stream = Streams.of("{\"id\":\"" + id + "\"}");
		assertThat(stream.title()).isEqualTo(title);
		assertThat(stream.hub()).isEqualTo(hub);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			textBlock = """
					{'play':{'rtmp':'r','hls':'h'},'publish':{'rtmp':'p'}}                        | p | r | h | - | - | -
					{'publish':{'rtmp':'p'},'live':{'http':'l','rtmp':'r'},'playback':{'http':'b'}} | p | r | l | l | b | -
					{'publish':{'rtmp':'p'},'live':{'hdl':'f','hls':'h','rtmp':'r'},'playback':{'hls':'b'}} | p | r | h | f | b | -
					{'play':{'rtmp':'x','hls':'x'},'publish':{'rtmp':'p'},'live':{'http':'x','hdl':'f','hls':'h','rtmp':'r',\
					'snapshot':'s'},'playback':{'http':'x','hls':'b'}}                            | p | r | h | f | b | s
					{'new':{'rtmp':'x'},'live':{'srt':'x'}}                                       | - | - | - | - | - | -
					""")
	void everyGenerationOfHosts(String hosts, String publish, String rtmp, String hls, String hdl, String playback,
			String snapshot) {
		PiliStream stream = Streams.of("{\"id\":\"a.b.c\",\"hosts\":" + hosts.replace('\'', '"') + "}");
		assertThat(stream.hosts()).isEqualTo(new DefaultStreamHosts(publish, rtmp, hls, hdl, playback, snapshot));
	}

	@Test
	void unknownPublishSecurityIsKept() {
		PublishSecurity security = Streams.secured("quantum").publishSecurity();
		assertThat(security).isEqualTo(new PublishSecurity("quantum")).hasToString("quantum");
		assertThat(WireJson.write(security)).asString().isEqualTo("\"quantum\"");
	}

	@ParameterizedTest
	@CsvSource({ "1440437833,2015-08-24T17:37:13Z", "9223372036854775807,+1000000000-12-31T23:59:59Z" })
	void disabledTill(long seconds, Instant till) {
		assertThat(Streams.of("{\"id\":\"a.b.c\",\"disabledTill\":" + seconds + "}").disabledTill()).isEqualTo(till);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[{'start':1,'end':3},null,{'start':4,'end':6,'new':1}]",
			"{'segments':[{'start':1,'end':3},{'start':4,'end':6}]}",
			"{'start':0,'end':9,'duration':4.5,'segments':[{'start':1,'end':3},{'start':4,'end':6}]}" })
	void everyShapeOfSegments(String json) {
		assertThat(segments(json).segments()).isUnmodifiable()
			.containsExactly(new Segment(Instant.ofEpochSecond(1), Instant.ofEpochSecond(3)),
					new Segment(Instant.ofEpochSecond(4), Instant.ofEpochSecond(6)));
	}

	@Test
	void rangeOfSegments() {
		SegmentList list = segments("{'start':10,'end':19,'duration':4.5,'segments':null}");
		assertThat(list.start()).isEqualTo(Instant.ofEpochSecond(10));
		assertThat(list.end()).isEqualTo(Instant.ofEpochSecond(19));
		assertThat(list.duration()).isEqualTo(Duration.ofMillis(4500));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "{}", "{'segments':null}", "{'segments':[]}", "{'segments':[null]}",
			"{'start':null,'end':null,'duration':null,'segments':null}" })
	void noSegments(String json) {
		SegmentList list = segments(json);
		assertThat(list.segments()).isEmpty();
		assertThat(list.start()).isNull();
		assertThat(list.end()).isNull();
		assertThat(list.duration()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "[{'start':9223372036854775807,'end':1}]", "{'start':-9223372036854775808}", "5", "''",
			"' '", "{'segments':{}}" })
	void segmentsThatAreNone(String json) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> segments(json));
	}

	private static SegmentList segments(String json) {
		return WireJson.read(json.replace('\'', '"'), SegmentsDocument.class).list();
	}

	@Test
	void wholeStatus() {
		StreamStatus status = status("{'status':'connected','addr':'1.2.3.4:5','startFrom':'2015-08-22T12:54:13+08:00',"
				+ "'bytesPerSecond':128.5,'framesPerSecond':{'audio':1,'video':2.5,'data':3},'reqId':'r','hub':'h',"
				+ "'stream':'s','streamId':'i','updatedAt':'2015-08-22T04:54:14Z','new':1}");
		assertThat(status).isEqualTo(new DefaultStreamStatus("connected", "1.2.3.4:5",
				Instant.parse("2015-08-22T04:54:13Z"), 128.5, new StreamStatus.FramesPerSecond(1.0, 2.5, 3.0), "r", "h",
				"s", "i", Instant.parse("2015-08-22T04:54:14Z")));
		assertThat(status.connected()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{'status':'disconnected'}", "{'status':null,'framesPerSecond':null}",
			"{'status':'disconnected','bytesPerSecond':null,'framesPerSecond':{'audio':null}}",
			"{'status':'disconnected','addr':''}" })
	void statusWithMissingFields(String json) {
		StreamStatus status = status(json);
		assertThat(status.connected()).isFalse();
		assertThat(status).isEqualTo(DefaultStreamStatus.disconnected("i"));
	}

	@Test
	void ratesThatALiveStreamDoesNotTellAreUnknown() {
		StreamStatus status = status("{'status':'connected','framesPerSecond':{'video':25}}");
		assertThat(status.connected()).isTrue();
		assertThat(status.bytesPerSecond()).isNull();
		assertThat(status.framesPerSecond().audio()).isNull();
		assertThat(status.framesPerSecond().video()).isEqualTo(25);
	}

	private static StreamStatus status(String json) {
		return WireJson.read(json.replace('\'', '"'), StatusDocument.class).toStatus("i");
	}

}
