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

package io.pilispring;

import java.util.ArrayList;
import java.util.List;

import io.pilispring.transport.PiliTransport;
import io.pilispring.v1.Call;
import io.pilispring.v2.LiveCall;

/**
 * A call of either version of the API and what it must send.
 */
public interface ApiCall {

	static List<ApiCall> all() {
		List<ApiCall> calls = new ArrayList<>(List.of(Call.values()));
		calls.addAll(List.of(LiveCall.values()));
		return calls;
	}

	String name();

	Object run(PiliTransport transport);

	String method();

	String target();

	String body();

	boolean isSigned();

	/**
	 * Return whether the body of the response has a value, so that it must be readable.
	 */
	boolean readsTheAnswer();

	/**
	 * Return whether the response has a list without which it means nothing.
	 */
	boolean requiresAList();

	/**
	 * Return whether the list is the response itself.
	 */
	boolean readsABareList();

	/**
	 * Return whether the status, which is no success, stands for a value.
	 */
	boolean standsForAValue(int status);

}
