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

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One command of a file operation.
 *
 * @since 0.1.0
 */
public interface FopItem {

	/**
	 * Return the command.
	 * @return the command, or {@code null}
	 */
	@Nullable String cmd();

	/**
	 * Return the number of the progress code.
	 * @return the number, or {@code null} if PILI did not report it
	 */
	@Nullable Integer codeNumber();

	/**
	 * Return the progress.
	 * @return the code
	 */
	default FopCode code() {
		return FopCode.of(codeNumber());
	}

	/**
	 * Return PILI's description of the code.
	 * @return the description, or {@code null}
	 */
	@Nullable String desc();

	/**
	 * Return why the command failed.
	 * @return the reason, or {@code null}
	 */
	@Nullable String error();

	/**
	 * Return the hash of the file that was created.
	 * @return the hash, or {@code null}
	 */
	@Nullable String hash();

	/**
	 * Return the name of the file that was created.
	 * @return the name, or {@code null}
	 */
	@Nullable String key();

	/**
	 * Return the names of the files that were created, if there can be several.
	 * @return the names
	 */
	List<String> keys();

	/**
	 * Return whether the file already existed and was not created again.
	 * @return whether an existing file was returned
	 */
	boolean returnOld();

}
