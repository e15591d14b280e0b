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

import java.time.Instant;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request that the simulator has received, without its signature and its body.
 *
 * @param time the time at which it arrived
 * @param method the HTTP method
 * @param target the path and the query
 * @param accessKey the access key that the request names, or {@code null} if it is not
 * signed
 * @param status the status of the response
 * @param error the body of the response if it is an error, or {@code null}
 * @since 0.1.0
 */
public record ReceivedRequest(Instant time, String method, String target, @Nullable String accessKey, int status,
		@Nullable String error) {

	static ReceivedRequest of(ServeEvent event) {
		LoggedRequest request = event.getRequest();
		LoggedResponse response = event.getResponse();
		return new ReceivedRequest(request.getLoggedDate().toInstant(), request.getMethod().getName(), request.getUrl(),
				accessKey(request.header("Authorization")), response.getStatus(),
				(response.getStatus() >= 400) ? response.getBodyAsString() : null);
	}

	// "Qiniu <access key>:<signature>"
	private static @Nullable String accessKey(HttpHeader authorization) {
		String value = (authorization.isPresent()) ? authorization.firstValue() : "";
		int blank = value.indexOf(' ');
		int colon = value.indexOf(':', blank);
		return (blank != -1 && colon != -1) ? value.substring(blank + 1, colon) : null;
	}

	@Override
	public String toString() {
		return "ReceivedRequest[" + this.method + " " + this.target + ", status=" + this.status + "]";
	}

}
