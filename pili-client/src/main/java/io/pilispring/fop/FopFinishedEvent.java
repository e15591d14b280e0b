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

import org.springframework.util.Assert;

/**
 * A file operation has finished, successfully or not. Published as an application event
 * when PILI has sent a notification and confirmed the operation: receive it with an
 * {@code @EventListener}. If a listener throws an exception, the event is published to
 * all listeners again when PILI sends the notification again.
 *
 * @param hubKey the key of the hub in the application, empty if there is only one
 * @param fop the file operation, as returned by PILI
 * @since 0.1.0
 */
public record FopFinishedEvent(String hubKey, Fop fop) {

	/**
	 * Create an event.
	 * @param hubKey the key of the hub in the application, empty if there is only one
	 * @param fop the file operation, as returned by PILI
	 */
	public FopFinishedEvent {
		Assert.notNull(hubKey, "'hubKey' must not be null");
		Assert.notNull(fop, "'fop' must not be null");
	}

}
