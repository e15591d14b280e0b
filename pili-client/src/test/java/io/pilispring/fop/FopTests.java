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

package io.pilispring.fop;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FopTests {

	@Test
	void notificationIsRead() {
		Fop fop = Fop.fromJson("""
				{"id":"z1.1","code":0,"desc":"done","inputBucket":"b","inputKey":"k","pipeline":"p","reqid":"r",
				"creationDate":"2015-08-22T12:54:13.5+08:00","type":"t","new":{},"items":[{"cmd":"avthumb/mp4","code":3,
				"desc":"d","error":"e","hash":"h","key":"a.mp4","keys":["x",null],"returnOld":1},null]}""");
		assertThat(fop.id()).isEqualTo("z1.1");
		assertThat(fop.desc()).isEqualTo("done");
		assertThat(fop.inputBucket()).isEqualTo("b");
		assertThat(fop.inputKey()).isEqualTo("k");
		assertThat(fop.pipeline()).isEqualTo("p");
		assertThat(fop.requestId()).isEqualTo("r");
		assertThat(fop.creationDate()).isEqualTo("2015-08-22T04:54:13.500Z");
		assertThat(fop.type()).isEqualTo("t");
		assertThat(fop.items()).isUnmodifiable().singleElement().satisfies((item) -> {
			assertThat(item.cmd()).isEqualTo("avthumb/mp4");
			assertThat(item.code()).isEqualTo(FopCode.FAILED);
			assertThat(item.codeNumber()).isEqualTo(3);
			assertThat(item.desc()).isEqualTo("d");
			assertThat(item.error()).isEqualTo("e");
			assertThat(item.hash()).isEqualTo("h");
			assertThat(item.key()).isEqualTo("a.mp4");
			assertThat(item.keys()).isUnmodifiable().containsExactly("x");
			assertThat(item.returnOld()).isTrue();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"id\":\"1\",\"code\":1}", "{\"id\":\"1\",\"code\":1,\"items\":null}",
			"{\"id\":\"1\",\"code\":1,\"items\":[],\"desc\":null,\"creationDate\":\"soon\",\"type\":null}" })
	void missingFields(String json) {
		Fop fop = Fop.fromJson(json);
		assertThat(fop.items()).isEmpty();
		assertThat(fop.desc()).isNull();
		assertThat(fop.creationDate()).isNull();
		assertThat(Fop.fromJson("{\"id\":\"1\",\"items\":[{}]}").items().get(0).keys()).isEmpty();
	}

	@Test
	void codeThatIsNoneIsUnknown() {
		assertThat(Fop.fromJson("{\"id\":\"1\",\"code\":\"x\"}").code()).isEqualTo(FopCode.UNKNOWN);
		assertThat(Fop.fromJson("{\"id\":\"1\",\"code\":{}}").code()).isEqualTo(FopCode.UNKNOWN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "{}", "[]", "{\"id\":\" \"}", "<xml/>", "{\"id\":\"1\",\"items\":{}}" })
	void whatIsNoNotificationIsRefused(String json) {
		assertThatIllegalArgumentException().isThrownBy(() -> Fop.fromJson(json))
			.withMessage("Not a notification of a file operation");
	}

	@ParameterizedTest
	@CsvSource({ "0,DONE,true", "1,WAITING,false", "2,PROCESSING,false", "3,FAILED,true", "4,NOTIFICATION_FAILED,true",
			"5,UNKNOWN,false", "-1,UNKNOWN,false" })
	void codes(int number, FopCode code, boolean done) {
		Fop fop = Fop.fromJson("{\"id\":\"1\",\"code\":" + number + "}");
		assertThat(fop.codeNumber()).isEqualTo(number);
		assertThat(fop.code()).isEqualTo(code);
		assertThat(fop.done()).isEqualTo(done);
	}

	@Test
	void operationThatDoesNotSayHowFarItIsIsNotDone() {
		Fop fop = Fop.fromJson("{\"id\":\"a\",\"items\":[{\"cmd\":\"x\"}]}");
		assertThat(fop.code()).isEqualTo(FopCode.UNKNOWN);
		assertThat(fop.done()).isFalse();
		assertThat(fop.items().get(0).code()).isEqualTo(FopCode.UNKNOWN);
	}

}
