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

import java.util.SortedMap;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import org.jspecify.annotations.Nullable;

/**
 * Makes WireMock return the responses of the simulator.
 */
final class ApiTransformer implements ResponseDefinitionTransformerV2 {

	static final String NAME = "pili-simulator";

	private final Api api;

	private final WebPages webPages;

	private final Faults faults;

	ApiTransformer(Api api, WebPages webPages, Faults faults) {
		this.api = api;
		this.webPages = webPages;
		this.faults = faults;
	}

	@Override
	public String getName() {
		return NAME;
	}

	@Override
	public boolean applyGlobally() {
		return false;
	}

	@Override
	public ResponseDefinition transform(ServeEvent event) {
		Request request = event.getRequest();
		if (isOfAWebPage(request)) {
			return respond(ApiResponse.forbidden()).build();
		}
		ApiRequest call = read(request);
		SimulatedFault fault = this.faults.take(call.method(), call.path());
		return (fault != null) ? fail(fault, call) : respond(this.api.answer(call)).build();
	}

	private ResponseDefinition fail(SimulatedFault fault, ApiRequest call) {
		ResponseDefinitionBuilder builder;
		if (fault.reset()) {
			builder = new ResponseDefinitionBuilder().withFault(Fault.CONNECTION_RESET_BY_PEER);
		}
		else if (fault.status() != null) {
			builder = respond(ApiResponse.error(ApiException.injected(fault.status()), call.version()));
		}
		else {
			builder = respond(this.api.answer(call));
		}
		if (fault.retryAfter() != null) {
			builder.withHeader("Retry-After", Long.toString(fault.retryAfter().toSeconds()));
		}
		return builder.withFixedDelay((int) fault.delay().toMillis()).build();
	}

	private static ResponseDefinitionBuilder respond(ApiResponse response) {
		ResponseDefinitionBuilder builder = new ResponseDefinitionBuilder().withStatus(response.status())
			.withHeader("X-Reqid", Ids.requestId());
		if (response.json() != null) {
			builder.withHeader("Content-Type", "application/json").withBody(Json.write(response.json()));
		}
		return builder;
	}

	private boolean isOfAWebPage(Request request) {
		return this.webPages.mayHaveSent(header(request, "Origin"), header(request, "Host"),
				header(request, "Authorization") != null);
	}

	private static ApiRequest read(Request request) {
		byte[] body = request.getBody();
		String host = header(request, "Host");
		return new ApiRequest(request.getMethod().getName(), RawRequestServer.target(request.getUrl()),
				(host != null) ? host : "", header(request, "Content-Type"), header(request, "Authorization"),
				signedHeaders(request), (body != null) ? body : new byte[0]);
	}

	private static SortedMap<String, String> signedHeaders(Request request) {
		SortedMap<String, String> headers = SignedText.noHeaders();
		for (String name : request.getAllHeaderKeys()) {
			if (SignedText.isSignedHeader(name)) {
				headers.put(SignedText.canonicalName(name), request.getHeader(name));
			}
		}
		return headers;
	}

	private static @Nullable String header(Request request, String name) {
		return (request.containsHeader(name)) ? request.getHeader(name) : null;
	}

}
