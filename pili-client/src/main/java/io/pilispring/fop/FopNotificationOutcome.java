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

/**
 * What became of a notification of a file operation.
 *
 * @since 0.1.0
 */
public enum FopNotificationOutcome {

	/**
	 * The operation is over and the application was told, now or before: nothing is left
	 * to do.
	 */
	TAKEN,

	/**
	 * Not a notification of a file operation: to send it again would change nothing.
	 */
	MALFORMED,

	/**
	 * Not confirmed, or not taken by the application, or too much is going on: to be sent
	 * again later.
	 */
	TRY_AGAIN

}
