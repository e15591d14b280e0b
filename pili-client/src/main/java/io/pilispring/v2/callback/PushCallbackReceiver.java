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

package io.pilispring.v2.callback;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.util.Assert;

import io.pilispring.PiliException;
import io.pilispring.delivery.DeliveryLog;
import io.pilispring.monitor.StreamMeasurement;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.signing.RequestVerifier;
import io.pilispring.v2.LiveHub;
import io.pilispring.v2.MonitoredLiveHub;

/**
 * Receives the callbacks of PILI when a push starts and ends. Each must be signed with
 * the credentials of the hub, unless that is disabled. A change is reported to the
 * monitor, which publishes its event once, whichever of the two saw it first. Callbacks
 * that come twice or too late are recognized by their times, if they have any. Safe for
 * use by multiple threads.
 *
 * @since 0.1.0
 */
public final class PushCallbackReceiver {

	private static final Log logger = LogFactory.getLog(PushCallbackReceiver.class);

	private static final int MAX_CONFIRMATIONS = 8;

	private final Map<String, Hub> hubs;

	private final StreamReporter reporter;

	private final ApplicationEventPublisher publisher;

	private final CallbackReader reader;

	private final boolean verifySignature;

	private final boolean confirm;

	private final @Nullable DeliveryLog deliveryLog;

	private final CallbackOrder order = new CallbackOrder();

	private final Semaphore confirmations = new Semaphore(MAX_CONFIRMATIONS);

	private final RefusalLog refusals = new RefusalLog(logger);

	private PushCallbackReceiver(Builder builder) {
		Assert.notEmpty(builder.hubs, "'hubs' must not be empty");
		this.hubs = new LinkedHashMap<>(builder.hubs);
		this.reporter = builder.reporter;
		this.publisher = builder.publisher;
		this.reader = new CallbackReader(builder.fields);
		this.verifySignature = builder.verifySignature;
		this.confirm = builder.confirm;
		this.deliveryLog = builder.deliveryLog;
	}

	/**
	 * Start building a receiver.
	 * @param reporter takes over the states of streams, usually the monitor
	 * @param publisher the publisher of {@link PushCallbackEvent}s
	 * @return a builder
	 */
	public static Builder builder(StreamReporter reporter, ApplicationEventPublisher publisher) {
		return new Builder(reporter, publisher);
	}

	/**
	 * Return whether there is a hub.
	 * @param hubKey the key of the hub
	 * @return whether callbacks for it can be received
	 */
	public boolean hasHub(String hubKey) {
		return this.hubs.containsKey(hubKey);
	}

	/**
	 * Receive a callback. Returns when the listeners of its events have returned, so they
	 * should be quick: PILI waits two seconds by default.
	 * @param hubKey the key of the hub
	 * @param request the request
	 * @return the outcome
	 * @throws IllegalArgumentException if there is no such hub
	 */
	public CallbackOutcome receive(String hubKey, CallbackRequest request) {
		Hub hub = this.hubs.get(hubKey);
		Assert.isTrue(hub != null, () -> "There is no hub '" + hubKey + "'");
		if (this.verifySignature && !isSigned(hub, request)) {
			return CallbackOutcome.NOT_SIGNED;
		}
		PushCallback callback = this.reader.read(hubKey, request);
		if (callback == null) {
			return CallbackOutcome.MALFORMED;
		}
		if (!this.order.isNewer(callback)) {
			return CallbackOutcome.TAKEN;
		}
		StreamMeasurement measurement = (this.confirm) ? confirmed(hub, callback) : reported(callback);
		if (measurement == null) {
			return CallbackOutcome.TRY_AGAIN;
		}
		return (this.deliveryLog != null) ? takeOnce(this.deliveryLog, callback, measurement)
				: take(callback, measurement);
	}

	private CallbackOutcome take(PushCallback callback, StreamMeasurement measurement) {
		// Another thread may have taken a newer one in the meantime
		synchronized (this.order) {
			if (!this.order.isNewer(callback)) {
				return CallbackOutcome.TAKEN;
			}
			this.order.take(callback);
		}
		publish(new PushCallbackEvent(callback));
		this.reporter.report(callback.hubKey(), callback.key(), measurement);
		return CallbackOutcome.TAKEN;
	}

	// The state comes first: to take it over twice has no effect, so that nothing is lost
	// if what follows fails
	private CallbackOutcome takeOnce(DeliveryLog deliveryLog, PushCallback callback, StreamMeasurement measurement) {
		PushCallbackEvent event = new PushCallbackEvent(callback);
		String subject = "callback/" + callback.hubKey() + "/" + callback.key();
		Long position = CallbackOrder.position(callback);
		try {
			if (position == null || !deliveryLog.isDelivered(subject, position)) {
				this.reporter.report(callback.hubKey(), callback.key(), measurement);
				if (position == null) {
					publish(event);
				}
				else {
					deliveryLog.deliver(subject, position, () -> this.publisher.publishEvent(event));
				}
			}
			this.order.take(callback);
			return CallbackOutcome.TAKEN;
		}
		catch (RuntimeException ex) {
			logger.warn("A callback was not taken, because a listener or what the instances share failed", ex);
			return CallbackOutcome.TRY_AGAIN;
		}
	}

	private boolean isSigned(Hub hub, CallbackRequest request) {
		PiliCredentials credentials = hub.credentials().get();
		boolean signed = RequestVerifier.isSigned(request.authorization(), credentials, request.method(),
				request.target(), request.host(), request.contentType(), request.headers(), request.body());
		if (!signed) {
			this.refusals.log(request, credentials.accessKey());
		}
		return signed;
	}

	private static StreamMeasurement reported(PushCallback callback) {
		return (callback.connected())
				? StreamMeasurement.live().address(callback.remoteIp()).since(callback.startTime()).build()
				: StreamMeasurement.DISCONNECTED;
	}

	// Null if PILI does not confirm the callback, or cannot be asked now
	private @Nullable StreamMeasurement confirmed(Hub hub, PushCallback callback) {
		if (!this.confirmations.tryAcquire()) {
			return null;
		}
		try {
			String key = callback.key();
			StreamMeasurement measurement = Objects
				.requireNonNull(new MonitoredLiveHub(hub.hub()).measure(List.of(key)).get(key));
			return (measurement.connected() == callback.connected()) ? measurement : null;
		}
		catch (PiliException ex) {
			logger.debug("A callback was not confirmed: " + ex.getMessage());
			return null;
		}
		finally {
			this.confirmations.release();
		}
	}

	private void publish(PushCallbackEvent event) {
		try {
			this.publisher.publishEvent(event);
		}
		catch (RuntimeException ex) {
			logger.warn("A listener of PushCallbackEvent failed", ex);
		}
	}

	private record Hub(LiveHub hub, Supplier<PiliCredentials> credentials) {

	}

	/**
	 * Builds a {@link PushCallbackReceiver}.
	 *
	 * @since 0.1.0
	 */
	public static final class Builder {

		private final StreamReporter reporter;

		private final ApplicationEventPublisher publisher;

		private final Map<String, Hub> hubs = new LinkedHashMap<>();

		private CallbackFields fields = CallbackFields.builder().build();

		private boolean verifySignature = true;

		private boolean confirm;

		private @Nullable DeliveryLog deliveryLog;

		private Builder(StreamReporter reporter, ApplicationEventPublisher publisher) {
			Assert.notNull(reporter, "'reporter' must not be null");
			Assert.notNull(publisher, "'publisher' must not be null");
			this.reporter = reporter;
			this.publisher = publisher;
		}

		/**
		 * Add a hub.
		 * @param hubKey the key of the hub in the application
		 * @param hub the hub, which confirms callbacks
		 * @param credentials the credentials of its account, which sign callbacks
		 * @return this builder
		 */
		public Builder hub(String hubKey, LiveHub hub, Supplier<PiliCredentials> credentials) {
			this.hubs.put(hubKey, new Hub(hub, credentials));
			return this;
		}

		/**
		 * Set the names of the variables of callbacks.
		 * @param fields the names
		 * @return this builder
		 */
		public Builder fields(CallbackFields fields) {
			Assert.notNull(fields, "'fields' must not be null");
			this.fields = fields;
			return this;
		}

		/**
		 * Set whether callbacks must be signed. The default is {@code true}. PILI does
		 * not document how it signs callbacks; that it signs them as requests to it are
		 * signed is how its SDKs verify callbacks of other services.
		 * @param verifySignature whether to verify signatures
		 * @return this builder
		 */
		public Builder verifySignature(boolean verifySignature) {
			this.verifySignature = verifySignature;
			return this;
		}

		/**
		 * Set whether to ask PILI for the status of the stream before a callback is
		 * taken: {@code POST /v2/hubs/{hub}/livestreams}. At most eight are asked for
		 * concurrently. The default is {@code false}.
		 * @param confirm whether to ask
		 * @return this builder
		 */
		public Builder confirm(boolean confirm) {
			this.confirm = confirm;
			return this;
		}

		/**
		 * Set the log that all instances of the application share, so that each callback
		 * with a time is taken once by all of them. If a listener of
		 * {@link PushCallbackEvent} fails, PILI is then told to try again.
		 * @param deliveryLog the log, or {@code null} if only this receiver remembers
		 * callbacks
		 * @return this builder
		 */
		public Builder deliveryLog(@Nullable DeliveryLog deliveryLog) {
			this.deliveryLog = deliveryLog;
			return this;
		}

		/**
		 * Build the receiver.
		 * @return the receiver
		 * @throws IllegalArgumentException if there is no hub
		 */
		public PushCallbackReceiver build() {
			return new PushCallbackReceiver(this);
		}

	}

}
