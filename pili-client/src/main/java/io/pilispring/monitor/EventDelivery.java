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

package io.pilispring.monitor;

/**
 * Which instances of an application that share a {@link MonitorStore} publish an event.
 *
 * @since 0.1.0
 */
public enum EventDelivery {

	/**
	 * The instance that detected the change.
	 */
	ONCE,

	/**
	 * Every instance. Those that did not detect the change publish it when they read the
	 * record, so they miss a change that is reverted before that.
	 */
	ALL

}
