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

package io.pilispring.sample.console;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What all pages of a stream show of it.
 *
 * @param id the id, which is the key in version 2
 * @param title the title
 * @param live whether it is live
 * @param disabled whether it is disabled
 * @param disabledTill until when it is disabled, or {@code null} if until it is enabled
 */
public record StreamHead(String id, String title, boolean live, boolean disabled, @Nullable Instant disabledTill) {

}
