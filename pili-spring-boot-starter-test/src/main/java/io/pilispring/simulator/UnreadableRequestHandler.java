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

package io.pilispring.simulator;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;
import wiremock.jakarta.servlet.RequestDispatcher;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.ErrorHandler;

/**
 * Answers requests that do not get as far as the simulator because Jetty or WireMock
 * cannot read them.
 */
final class UnreadableRequestHandler extends ErrorHandler {

	private static final int BAD_REQUEST = 400;

	@Override
	public boolean errorPageForMethod(String method) {
		return true;
	}

	@Override
	public void handle(String target, Request baseRequest, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		baseRequest.setHandled(true);
		byte[] body = body(response.getStatus(), request.getAttribute(RequestDispatcher.ERROR_EXCEPTION),
				version(baseRequest, target));
		response.setStatus(status(response.getStatus()));
		response.setHeader("X-Reqid", Ids.requestId());
		response.setHeader("Content-Type", "application/json");
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

	@Override
	public ByteBuffer badMessageError(int status, @Nullable String reason, HttpFields.Mutable fields) {
		fields.put("X-Reqid", Ids.requestId());
		fields.put("Content-Type", "application/json");
		return ByteBuffer.wrap(body(status, reason, ApiVersion.V1));
	}

	private static ApiVersion version(Request request, String target) {
		String path = request.getHttpURI().getPath();
		return ApiVersion.of((path != null) ? path : target);
	}

	private static byte[] body(int status, @Nullable Object reason, ApiVersion version) {
		String message = "the request cannot be read" + ((reason != null) ? ": " + reason : "");
		return Json.write(ApiException.unreadable(status(status), message).json(version));
	}

	// The request is at fault, whatever the server reports
	private static int status(int status) {
		return (status >= BAD_REQUEST && status < 500) ? status : BAD_REQUEST;
	}

}
