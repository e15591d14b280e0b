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

import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.util.Assert;

import io.pilispring.PiliException;
import io.pilispring.PiliNotFoundException;
import io.pilispring.delivery.DeliveryLog;

/**
 * Receives notifications of file operations. A notification is only a hint: the operation
 * is requested from PILI, and the response is published as a {@link FopFinishedEvent}.
 * Notifications are not signed, and PILI returns any operation to anyone who knows its
 * id, so only pass on requests that {@link FopNotifyUrl#isCalledWith(String)} accepts.
 * Safe for use by multiple threads.
 *
 * @since 0.1.0
 */
public final class FopNotificationReceiver {

	private static final Log logger = LogFactory.getLog(FopNotificationReceiver.class);

	private static final int MAX_CONCURRENT = 8;

	private static final int MAX_REMEMBERED = 10_000;

	private final Map<String, FopClient> clients;

	private final ApplicationEventPublisher publisher;

	private final FopLimits limits = new FopLimits(System::nanoTime);

	private final @Nullable DeliveryLog deliveryLog;

	private final FopTurns turns = new FopTurns(MAX_CONCURRENT, MAX_REMEMBERED);

	/**
	 * Create a receiver for one hub.
	 * @param client the client that confirms operations
	 * @param publisher the publisher of events
	 */
	public FopNotificationReceiver(FopClient client, ApplicationEventPublisher publisher) {
		this(Map.of("", client), publisher);
	}

	/**
	 * Create a receiver for several hubs.
	 * @param clients the clients that confirm operations, by the keys of the hubs
	 * @param publisher the publisher of events
	 */
	public FopNotificationReceiver(Map<String, FopClient> clients, ApplicationEventPublisher publisher) {
		this(clients, publisher, null);
	}

	/**
	 * Create a receiver for several hubs, which publishes each operation once for all
	 * instances of the application.
	 * @param clients the clients that confirm operations, by the keys of the hubs
	 * @param publisher the publisher of events
	 * @param deliveryLog remembers published operations, or {@code null} if only this
	 * receiver does
	 */
	public FopNotificationReceiver(Map<String, FopClient> clients, ApplicationEventPublisher publisher,
			@Nullable DeliveryLog deliveryLog) {
		Assert.notEmpty(clients, "'clients' must not be empty");
		Assert.notNull(publisher, "'publisher' must not be null");
		this.clients = new LinkedHashMap<>(clients);
		this.publisher = publisher;
		this.deliveryLog = deliveryLog;
	}

	/**
	 * Receive a notification for the first hub.
	 * @param json the body of the notification
	 * @return the outcome
	 * @see #receive(String, String)
	 */
	public FopNotificationOutcome receive(String json) {
		return receive(this.clients.keySet().iterator().next(), json);
	}

	/**
	 * Receive a notification, whatever the URL that it was sent to.
	 * @param hubKey the key of the hub, as {@link FopNotifyUrl#hubOf(String)} returns it
	 * @param json the body of the notification
	 * @return the outcome
	 * @throws IllegalArgumentException if there is no such hub
	 * @see #receive(String, String, String)
	 */
	public FopNotificationOutcome receive(String hubKey, String json) {
		return receive(hubKey, null, json);
	}

	/**
	 * Receive a notification. An operation whose event was published is not published
	 * again, as long as it is among the last 10,000. At most eight operations are
	 * confirmed and published concurrently, and at most fifty a second. PILI is called
	 * less and less often for an operation that it does not know.
	 * @param hubKey the key of the hub, as {@link FopNotifyUrl#hubOf(String)} returns it
	 * @param url the identity of the URL, as {@link FopNotifyUrl#identityOf(String)}
	 * returns it, which is for one operation; or {@code null} if it is for any
	 * @param json the body of the notification
	 * @return the outcome
	 * @throws IllegalArgumentException if there is no such hub
	 */
	public FopNotificationOutcome receive(String hubKey, @Nullable String url, String json) {
		FopClient client = this.clients.get(hubKey);
		Assert.isTrue(client != null, () -> "There is no hub '" + hubKey + "'");
		String id = readId(json);
		if (id == null || (url != null && !this.limits.isFor(url, id))) {
			return FopNotificationOutcome.MALFORMED;
		}
		String turn = hubKey + " " + id;
		return switch (this.turns.take(turn)) {
			case OVER -> FopNotificationOutcome.TAKEN;
			case LATER -> FopNotificationOutcome.TRY_AGAIN;
			case NOW -> confirmAndPublish(hubKey, client, id, turn) ? FopNotificationOutcome.TAKEN
					: FopNotificationOutcome.TRY_AGAIN;
		};
	}

	private @Nullable String readId(String json) {
		try {
			String id = Fop.fromJson(json).id();
			return (FopClient.isId(id)) ? id : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private boolean confirmAndPublish(String hubKey, FopClient client, String id, String turn) {
		boolean published = false;
		try {
			Fop fop = confirm(client, id);
			published = fop != null && publish(new FopFinishedEvent(hubKey, fop));
			return published;
		}
		finally {
			this.turns.end(turn, published);
		}
	}

	// PILI may not know the operation yet, so this is not final
	private @Nullable Fop confirm(FopClient client, String id) {
		if (!this.limits.mayCall(id)) {
			return null;
		}
		try {
			Fop fop = client.get(id);
			return (fop.done() && fop.id().equals(id)) ? fop : null;
		}
		catch (PiliNotFoundException ex) {
			this.limits.unknown(id);
			return null;
		}
		catch (PiliException ex) {
			logger.debug("A file operation was not confirmed: " + ex.getMessage());
			return null;
		}
	}

	private boolean publish(FopFinishedEvent event) {
		try {
			if (this.deliveryLog == null) {
				this.publisher.publishEvent(event);
			}
			else {
				this.deliveryLog.deliver("fop/" + event.hubKey() + "/" + event.fop().id(), 0,
						() -> this.publisher.publishEvent(event));
			}
			return true;
		}
		catch (RuntimeException ex) {
			logger.warn("A listener of FopFinishedEvent failed"
					+ ((this.deliveryLog != null) ? ", or the log of deliveries" : ""), ex);
			return false;
		}
	}

}
