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

package io.pilispring.internal;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WireJsonTests {

	@Test
	void writesUtf8InTheOrderOfTheFields() {
		assertThat(WireJson.write(new Sample("视", 1, true, null))).asString()
			.isEqualTo("{\"text\":\"视\",\"number\":1,\"flag\":true,\"time\":null}");
	}

	@Test
	void missingNullAndUnknownFieldsAreNoErrors() {
		Sample missing = new Sample(null, 0, false, null);
		assertThat(WireJson.read("{}", Sample.class)).isEqualTo(missing);
		assertThat(WireJson.read("{\"text\":null,\"number\":null,\"flag\":null,\"time\":null,\"new\":{\"a\":[1]}}",
				Sample.class))
			.isEqualTo(missing);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "null", "[]", "1", "\"text\"", "{", "{} x", "<html>" })
	void whatIsNoneIsRefused(String json) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> WireJson.read(json, Sample.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"number\":\"many\"}", "{\"text\":{}}", "{\"text\":[1,{}]}", "{\"flag\":[]}",
			"{\"flag\":\"perhaps\"}", "{\"time\":{\"a\":1}}" })
	void partOfAnotherShapeCountsAsMissing(String json) {
		assertThat(WireJson.read(json, Sample.class)).isEqualTo(new Sample(null, 0, false, null));
	}

	@ParameterizedTest
	@CsvSource({ "2015-08-22T04:54:13Z,2015-08-22T04:54:13Z", "2015-08-22T04:54:13.5Z,2015-08-22T04:54:13.500Z",
			"2015-08-22T12:54:13.539+08:00,2015-08-22T04:54:13.539Z",
			"2015-08-21T21:24:13.123456789-07:30,2015-08-22T04:54:13.123456789Z",
			"2015-08-22t04:54:13.539000z,2015-08-22T04:54:13.539Z", "0001-01-01T00:00:00Z,0001-01-01T00:00:00Z" })
	void timesAreReadInEveryForm(String text, Instant time) {
		assertThat(timeOf("\"" + text + "\"")).isEqualTo(time);
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "\"\"", "\"soon\"", "\"2015-08-22\"", "\"2015-13-22T04:54:13Z\"", "1440223404",
			"\"2015-08-22T04:54:13+0800\"", "\"20x5-08-22T04:54:13.539Z\"", "\"2015-13-22T04:54:13.000Z\"",
			"\"2015-08-22T04:54:13.53 Z\"", "\"2015-08-22T04:54:13.539z0\"", "\"-015-08-22T04:54:13.539Z\"", "true",
			"{\"a\":[1]}", "[1,[2]]" })
	void timesThatCannotBeReadAreMissing(String json) {
		assertThat(timeOf(json)).isNull();
	}

	private static Instant timeOf(String json) {
		Sample sample = WireJson.read("{\"time\":" + json + ",\"text\":\"after\"}", Sample.class);
		assertThat(sample.text()).isEqualTo("after");
		return sample.time();
	}

	@Test
	void listsAreReadWithoutWhatIsMissing() {
		assertThat(WireLists.present(null)).isEmpty();
		assertThat(WireLists.present(Arrays.asList("a", null, "b"))).isUnmodifiable().containsExactly("a", "b");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"items":[{"text":"a"},{"text":"b"},{"text":"c"}]}
			{"items":[null,{},{}]}
			{"other":{"a":[1,2,3,4,5]},"items":[{},{},{}]}
			""")
	void listIsReadUpToItsBound(String json) {
		assertThat(WireJson.read(json, Samples.class, 3).items()).hasSize(3);
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> WireJson.read(json, Samples.class, 2))
			.satisfies((ex) -> assertThat(ex.getOriginalMessage()).startsWith("more than 2 items"));
	}

	@Test
	void listThatIsTheWholeIsReadUpToItsBound() {
		assertThat(WireJson.read("[{},{},{}]", Sample[].class, 3)).hasSize(3);
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> WireJson.read("[{},{},{}]", Sample[].class, 2));
	}

	@Test
	void nothingAfterTheBoundIsRead() {
		// Malformed after the third item
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> WireJson.read("{\"items\":[{},{},{},what?", Samples.class, 2))
			.satisfies((ex) -> assertThat(ex.getOriginalMessage()).startsWith("more than 2 items"));
	}

	@Test
	void listsInItemsAreNoItemsButAreBoundedToo() {
		String names = "\"a\"" + ",\"a\"".repeat(999);
		String item = "{\"names\":[" + names + "]}";
		assertThat(WireJson.read("{\"items\":[" + item + "]}", Samples.class, 1).items().get(0).names()).hasSize(1000);
		String many = "{\"items\":[" + item + ("," + item).repeat(10) + "]}";
		assertThat(WireJson.read(many, Samples.class, 11).items()).hasSize(11);
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> WireJson.read("{\"items\":[{\"names\":[" + names + ("," + names).repeat(10) + "]}]}",
					Samples.class, 1))
			.satisfies((ex) -> assertThat(ex.getOriginalMessage()).startsWith("more than 10100 values"));
	}

	record Samples(List<Item> items) {

		record Item(String text, List<String> names) {

		}

	}

	record Sample(String text, int number, boolean flag, Instant time) {

	}

}
