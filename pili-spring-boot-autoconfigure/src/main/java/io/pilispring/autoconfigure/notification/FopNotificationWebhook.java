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

import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

import io.pilispring.autoconfigure.webhook.Webhook;
import io.pilispring.autoconfigure.webhook.WebhookRequest;
import io.pilispring.fop.FopNotificationReceiver;
import io.pilispring.fop.FopNotifyUrl;

/**
 * Receives notifications of file operations. The token is checked first, so that a
 * request without it costs nothing and reveals nothing.
 */
class FopNotificationWebhook implements Webhook {

	private static final Log logger = LogFactory.getLog(FopNotificationWebhook.class);

	private static final DataSize LARGEST_MAX_SIZE = DataSize.ofMegabytes(8);

	private final FopNotifyUrl url;

	private final FopNotificationReceiver receiver;

	private final int maxSize;

	FopNotificationWebhook(FopNotifyUrl url, FopNotificationReceiver receiver, DataSize maxSize) {
		Assert.isTrue(maxSize.toBytes() > 0 && maxSize.compareTo(LARGEST_MAX_SIZE) <= 0,
				() -> "'maxSize' must be positive and at most 8MB, but is " + maxSize);
		this.url = url;
		this.receiver = receiver;
		this.maxSize = (int) maxSize.toBytes();
	}

	String path() {
		return this.url.path();
	}

	@Override
	public boolean matches(String path) {
		return path.equals(this.url.path());
	}

	@Override
	public Set<HttpMethod> methods() {
		return Set.of(HttpMethod.POST);
	}

	@Override
	public int maxSize() {
		return this.maxSize;
	}

	@Override
	public Set<String> secretParameters() {
		return Set.of("token");
	}

	@Override
	public @Nullable HttpStatus reject(WebhookRequest request) {
		return (this.url.isCalledWith(request.query())) ? null : HttpStatus.FORBIDDEN;
	}

	@Override
	public HttpStatus receive(WebhookRequest request, byte[] body) {
		String hub = this.url.hubOf(request.query());
		if (hub == null) {
			return HttpStatus.FORBIDDEN;
		}
		return switch (this.receiver.receive(hub, this.url.identityOf(request.query()),
				new String(body, StandardCharsets.UTF_8))) {
			case TAKEN -> HttpStatus.OK;
			case MALFORMED -> HttpStatus.BAD_REQUEST;
			case TRY_AGAIN -> HttpStatus.SERVICE_UNAVAILABLE;
		};
	}

	@Override
	public void log(HttpStatus status) {
		if (status != HttpStatus.OK) {
			logger.debug("Answered a notification of a file operation with " + status);
		}
	}

}
