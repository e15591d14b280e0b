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

package io.pilispring.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Tells whose code allocates in a call: the first on the stack that is not the JDK.
 */
final class AllocationProfile {

	private static final Map<String, String> PARTS = new LinkedHashMap<>();

	static {
		PARTS.put("io.pilispring.signing.", "signing");
		PARTS.put("io.pilispring.json.", "JSON");
		PARTS.put("tools.jackson.", "JSON");
		PARTS.put("io.pilispring.transport.HttpExchange.readBody", "reading the body");
		PARTS.put("io.pilispring.transport.HttpExchange.read", "body as text");
		PARTS.put("io.pilispring.transport.ApiHost", "URI");
		PARTS.put("io.pilispring.transport.ApiRequest", "URI");
		PARTS.put("io.pilispring.benchmarks.", "");
		PARTS.put("io.pilispring.", "the rest of Pili Spring");
		PARTS.put("org.springframework.http.client.InterceptingClientHttpRequest", "interceptors");
		PARTS.put("org.springframework.http.client.", "Spring's adapter to httpclient5");
		PARTS.put("org.springframework.http.", "headers");
		PARTS.put("org.springframework.util.LinkedCaseInsensitiveMap", "headers");
		PARTS.put("org.springframework.util.MultiValueMap", "headers");
		PARTS.put("org.springframework.", "the rest of Spring");
		PARTS.put("io.micrometer.", "observations");
		PARTS.put("org.apache.hc.", "httpclient5");
	}

	private AllocationProfile() {
	}

	static void measure(String name, Load.Call call, long millis, Results results) throws Exception {
		Path file = Files.createTempFile("pili-benchmarks", ".jfr");
		try (Recording recording = new Recording()) {
			recording.enable("jdk.ObjectAllocationSample").with("throttle", "1000/s").withStackTrace();
			recording.start();
			Load.run(1, millis, call);
			recording.stop();
			recording.dump(file);
			Map<String, Double> weights = weights(RecordingFile.readAllEvents(file));
			double all = weights.values().stream().mapToDouble((weight) -> weight).sum();
			weights.forEach((part, weight) -> results.add("alloc/" + name + "/" + part, 100 * weight / all));
		}
		finally {
			Files.delete(file);
		}
	}

	private static Map<String, Double> weights(List<RecordedEvent> events) {
		Map<String, Double> weights = new LinkedHashMap<>();
		for (RecordedEvent event : events) {
			if (event.hasField("weight") && event.getStackTrace() != null) {
				String part = part(event.getStackTrace().getFrames());
				if (!part.isEmpty()) {
					weights.merge(part, (double) event.getLong("weight"), Double::sum);
				}
			}
		}
		return weights;
	}

	private static String part(List<RecordedFrame> frames) {
		for (RecordedFrame frame : frames) {
			String method = frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
			for (Map.Entry<String, String> part : PARTS.entrySet()) {
				if (method.startsWith(part.getKey())) {
					return part.getValue();
				}
			}
		}
		return "";
	}

}
