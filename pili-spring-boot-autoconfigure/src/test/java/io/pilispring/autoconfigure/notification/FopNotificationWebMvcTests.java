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

package io.pilispring.autoconfigure.notification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.ServletInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

import io.pilispring.autoconfigure.webhook.WebMvcWebhookHandler;
import io.pilispring.fop.FopNotificationOutcome;
import io.pilispring.fop.FopNotificationReceiver;
import io.pilispring.fop.FopNotifyUrl;
import io.pilispring.signing.PiliCredentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

/**
 * Tests for {@link FopNotificationWebhook} with Spring MVC.
 */
@ExtendWith(OutputCaptureExtension.class)
class FopNotificationWebMvcTests {

	private static final String PATH = "/pili/notifications";

	private final FopNotifyUrl url = new FopNotifyUrl(() -> PiliCredentials.of("ak", "sk"), PATH, "http://app");

	private final FopNotificationReceiver receiver = mock(FopNotificationReceiver.class);

	private final WebMvcWebhookHandler handler = new WebMvcWebhookHandler(
			new FopNotificationWebhook(this.url, this.receiver, DataSize.ofBytes(100)));

	private final MockHttpServletRequest request = request("POST", this.url.get().split("\\?")[1]);

	@ParameterizedTest
	@CsvSource({ "TAKEN,200", "MALFORMED,400", "TRY_AGAIN,503" })
	void outcomesAreStatuses(FopNotificationOutcome outcome, int status) throws IOException {
		this.request.setContent("{中}".getBytes(StandardCharsets.UTF_8));
		given(this.receiver.receive(eq(""), any(), eq("{中}"))).willReturn(outcome);
		MockHttpServletResponse response = handle(this.request);
		assertThat(response.getStatus()).isEqualTo(status);
		assertThat(response.getContentAsByteArray()).isEmpty();
		assertThat(response.getErrorMessage()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "token=", "token=wrong", "tokens=x" })
	void withoutTheTokenNothingIsReadOrTold(String query) throws IOException {
		MockHttpServletRequest forged = new MockHttpServletRequest("POST", PATH) {

			@Override
			public ServletInputStream getInputStream() {
				throw new AssertionError("read");
			}

			@Override
			public String getParameter(String name) {
				throw new AssertionError("read");
			}

		};
		forged.setQueryString(query);
		MockHttpServletResponse response = handle(forged);
		assertThat(response.getStatus()).isEqualTo(403);
		assertThat(response.getContentAsByteArray()).isEmpty();
		assertThat(response.getHeaderNames()).isEmpty();
		verify(this.receiver, never()).receive(any(), any(), any());
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE" })
	void otherMethodsAreNotAllowed(String method) throws IOException {
		MockHttpServletResponse response = handle(request(method, this.request.getQueryString()));
		assertThat(response.getStatus()).isEqualTo(405);
		assertThat(response.getHeader("Allow")).isEqualTo("POST");
		verify(this.receiver, never()).receive(any(), any(), any());
	}

	@ParameterizedTest
	@CsvSource({ "100,200", "101,413", "100000,413" })
	void sizeIsBounded(int size, int status) throws IOException {
		given(this.receiver.receive(any(), any(), any())).willReturn(FopNotificationOutcome.TAKEN);
		this.request.setContent(new byte[size]);
		assertThat(handle(this.request).getStatus()).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "100,200", "101,413", "100000,413" })
	void sizeIsBoundedWhereTheLengthIsNotTold(int size, int status) throws IOException {
		given(this.receiver.receive(any(), any(), any())).willReturn(FopNotificationOutcome.TAKEN);
		MockHttpServletRequest chunked = new MockHttpServletRequest("POST", PATH) {

			@Override
			public long getContentLengthLong() {
				return -1;
			}

		};
		chunked.setQueryString(this.request.getQueryString());
		chunked.setContent(new byte[size]);
		assertThat(handle(chunked).getStatus()).isEqualTo(status);
	}

	@ParameterizedTest
	@ValueSource(strings = { "multipart/form-data; boundary=x", "Multipart/mixed" })
	void multipartBodyIsNotParsed(String type) throws IOException {
		this.request.setContentType(type);
		this.request.setContent("--x".getBytes(StandardCharsets.UTF_8));
		assertThat(handle(this.request).getStatus()).isEqualTo(415);
	}

	@Test
	void nothingThatWasSentIsWrittenToTheLog(CapturedOutput output) throws IOException {
		given(this.receiver.receive(any(), any(), any())).willReturn(FopNotificationOutcome.MALFORMED);
		this.request.setContent("evil-body".getBytes(StandardCharsets.UTF_8));
		handle(this.request);
		handle(request("POST", "token=evil-token"));
		assertThat(output).doesNotContain("evil").doesNotContain(this.request.getQueryString());
	}

	private MockHttpServletResponse handle(MockHttpServletRequest request) throws IOException {
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.handler.handleRequest(request, response);
		return response;
	}

	private static MockHttpServletRequest request(String method, String query) {
		MockHttpServletRequest request = new MockHttpServletRequest(method, PATH);
		request.setQueryString(query);
		return request;
	}

}
