package io.pilispring.sample.tour;

import java.io.PrintStream;
import java.util.Map;

/**
 * Speaks to whoever watches the console.
 */
class Narrator {

	private final PrintStream out;

	private int step;

	Narrator(PrintStream out) {
		this.out = out;
	}

	void step(String text, Object... arguments) {
		this.step++;
		this.out.printf("%n%d. %s%n", this.step, text.formatted(arguments));
	}

	void say(String text, Object... arguments) {
		this.out.printf("   %s%n", text.formatted(arguments));
	}

	void urls(String protocol, Map<String, String> urls) {
		urls.forEach((profile, url) -> say("%-10s %-8s %s", protocol, profile, url));
	}

}
