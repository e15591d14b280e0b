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

package io.pilispring.sample.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command to paste into a POSIX shell. Every word arrives as it is, whatever it holds:
 * nothing in it is expanded or run.
 */
public final class ShellCommand {

	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+-]+");

	// A terminal may take the others as keys that are pressed, within quotes too
	private static final Pattern KEY_PRESS = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

	private final List<String> words;

	private ShellCommand(List<String> words) {
		this.words = List.copyOf(words);
	}

	/**
	 * Create a command.
	 * @param words the program and its arguments
	 * @return the command
	 * @throws IllegalArgumentException if a word has control characters other than line
	 * feeds and tabs
	 */
	public static ShellCommand of(String... words) {
		return new ShellCommand(List.of(words).stream().map(ShellCommand::checked).toList());
	}

	/**
	 * Return this command with further arguments.
	 * @param words the arguments
	 * @return the command
	 */
	public ShellCommand with(String... words) {
		List<String> all = new ArrayList<>(this.words);
		all.addAll(of(words).words);
		return new ShellCommand(all);
	}

	private static String checked(String word) {
		if (KEY_PRESS.matcher(word).find()) {
			throw new IllegalArgumentException("A command must not have control characters");
		}
		return word;
	}

	private static String quote(String word) {
		return (PLAIN.matcher(word).matches()) ? word : "'" + word.replace("'", "'\\''") + "'";
	}

	/**
	 * Return the command as it is pasted.
	 * @return the command, its words quoted where that is needed
	 */
	@Override
	public String toString() {
		return this.words.stream().map(ShellCommand::quote).collect(Collectors.joining(" "));
	}

}
