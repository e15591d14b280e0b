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

package io.pilispring.delivery;

/**
 * Remembers which notifications were handled, so that each is handled once by all
 * instances of an application. Implementations must be safe for use by multiple threads.
 *
 * @since 0.1.0
 */
public interface DeliveryLog {

	/**
	 * Handle a notification, and remember it in the same step. If the handler throws an
	 * exception, or if the process ends before this method returns, it is not remembered.
	 * @param subject what the notification is about
	 * @param position the position among the notifications about that subject
	 * @param handler handles the notification
	 * @return {@code false} if one with this or a larger position was already handled
	 * @throws RuntimeException if the handler or the log failed
	 */
	boolean deliver(String subject, long position, Runnable handler);

	/**
	 * Return whether a notification with this or a larger position was already handled.
	 * @param subject what the notification is about
	 * @param position the position among the notifications about that subject
	 * @return whether there is nothing left to do
	 * @throws RuntimeException if the log failed
	 */
	boolean isDelivered(String subject, long position);

}
