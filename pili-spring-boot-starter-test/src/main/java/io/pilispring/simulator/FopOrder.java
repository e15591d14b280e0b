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

import org.jspecify.annotations.Nullable;

/**
 * What a file operation has to do.
 *
 * @param command the command
 * @param bucket the bucket it works in
 * @param inputKey what it reads
 * @param outputKey what it writes
 * @param pipeline the queue it waits in, or {@code null} for the shared one
 * @param notifyUrl the URL to notify, or {@code null} for none
 */
record FopOrder(String command, String bucket, String inputKey, String outputKey, @Nullable String pipeline,
		@Nullable String notifyUrl) {

}
