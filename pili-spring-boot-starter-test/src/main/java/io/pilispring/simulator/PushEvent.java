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

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The start or the end of a push, as the variables of callbacks tell it.
 *
 * @param values the values by variable
 * @param parameters the parameters of the publish URL
 */
record PushEvent(Map<String, String> values, FormParameters parameters) {

	private static final Pattern VARIABLE = Pattern.compile("\\$\\(([^()]*)\\)");

	private static final Pattern PORT = Pattern.compile(":[0-9]+$");

	static PushEvent connected(StreamState stream, PushSession session) {
		Map<String, String> values = values(stream, session, "connected", session.start());
		values.put("startTime", seconds(session.start()));
		return new PushEvent(values, session.source().parameters());
	}

	static PushEvent disconnected(StreamState stream, PushSession session, Instant start, Instant end) {
		Duration duration = Duration.between(start, end);
		Map<String, String> values = values(stream, session, "disconnected", end);
		values.put("startTime", seconds(start));
		values.put("endTime", seconds(end));
		values.put("pushDurationS", Long.toString(duration.toSeconds()));
		values.put("pushDurationMs", Long.toString(duration.toMillis()));
		return new PushEvent(values, session.source().parameters());
	}

	private static Map<String, String> values(StreamState stream, PushSession session, String status, Instant time) {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("title", stream.title());
		values.put("remoteIP", PORT.matcher(session.push().address()).replaceFirst(""));
		values.put("domain", session.source().domain());
		values.put("localIP", "127.0.0.1");
		values.put("timestamp", seconds(time));
		values.put("status", status);
		values.put("sourceURL", session.source().url());
		values.put("path", "/" + stream.hub() + "/" + stream.title());
		return values;
	}

	private static String seconds(Instant time) {
		return Long.toString(time.getEpochSecond());
	}

	/**
	 * Replace the variables in a text. One that does not exist becomes empty.
	 * @param text the text
	 * @param encoding encodes what is filled in
	 * @return the text without variables
	 */
	String fill(String text, UnaryOperator<String> encoding) {
		return VARIABLE.matcher(text)
			.replaceAll((variable) -> Matcher.quoteReplacement(encoding.apply(value(variable.group(1)))));
	}

	private String value(String variable) {
		String value = (variable.startsWith("_")) ? this.parameters.first(variable.substring(1))
				: this.values.get(variable);
		return (value != null) ? value : "";
	}

}
