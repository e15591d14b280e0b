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

import java.util.List;
import java.util.Locale;

/**
 * Draws bars, as SVG.
 *
 * @param results the figures
 * @param callers who is compared
 */
record Picture(Results results, List<String> callers) {

	private static final int WIDTH = 720;

	private static final int LABEL = 190;

	String toSvg() {
		StringBuilder bars = new StringBuilder();
		int y = 10;
		y = panel(bars, y, "getStream, 8 threads: calls a second", "get/8/%s/calls");
		y = panel(bars, y, "getStream, 8 threads: CPU µs a call", "get/8/%s/cpu");
		y = panel(bars, y, "getStream, 64 threads: calls a second", "get/64/%s/calls");
		y = panel(bars, y, "createStream, 8 threads: CPU µs a call", "create/8/%s/cpu");
		y = panel(bars, y, "createStream, 1 thread: p50 µs", "create/1/%s/p50");
		return """
				<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
				<rect width="100%%" height="100%%" fill="#fff"/>
				%s</svg>
				""".formatted(WIDTH, y, bars);
	}

	private int panel(StringBuilder bars, int top, String title, String name) {
		double max = this.callers.stream().mapToDouble((caller) -> value(name, caller)).max().orElse(1);
		int y = top + 16;
		bars.append("<text x=\"10\" y=\"%d\" font-weight=\"bold\">%s</text>%n".formatted(y, title));
		for (String caller : this.callers) {
			double value = value(name, caller);
			int width = (int) Math.round((WIDTH - LABEL - 90) * value / max);
			bars.append(String.format(Locale.ROOT, """
					<text x="%d" y="%d" text-anchor="end">%s</text>
					<rect x="%d" y="%d" width="%d" height="13" fill="%s"/>
					<text x="%d" y="%d">%,.0f</text>
					""", LABEL - 8, y + 17, Report.title(caller).replace("*", ""), LABEL, y + 6, width,
					(caller.equals("ours")) ? "#2f7d32" : "#9aa5b1", LABEL + width + 6, y + 17, value));
			y += 18;
		}
		return y + 16;
	}

	private double value(String name, String caller) {
		return this.results.median(name.formatted(caller));
	}

}
