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

package io.pilispring.v1;

import java.util.Arrays;
import java.util.List;

/**
 * What Jazzer calls: the first byte chooses the call, the second the status, and the rest
 * is the body.
 */
public final class ReaderFuzzer {

	private static final List<Call> CALLS = List.of(Call.GET, Call.LIST, Call.STATUS, Call.STATUSES, Call.SEGMENTS,
			Call.SAVE_AS, Call.SNAPSHOT, Call.FOP, Call.DELETE);

	private static final List<Integer> STATUSES = List.of(200, 200, 200, 400, 401, 404, 429, 500, 612, 614, 619);

	private static final AnswerCheck ANSWERS = new AnswerCheck();

	private ReaderFuzzer() {
	}

	public static void fuzzerTestOneInput(byte[] input) {
		if (input.length >= 2) {
			ANSWERS.check(CALLS.get((input[0] & 0xFF) % CALLS.size()),
					STATUSES.get((input[1] & 0xFF) % STATUSES.size()), "application/json",
					Arrays.copyOfRange(input, 2, input.length));
		}
	}

}
