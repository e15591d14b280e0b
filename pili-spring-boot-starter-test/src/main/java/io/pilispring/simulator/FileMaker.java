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

import java.io.IOException;

/**
 * Makes the files of save as and snapshot. Without a file maker, file operations succeed
 * after their configured duration and no file is made.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface FileMaker {

	/**
	 * Make a file. Called in the thread of the file operation, or in the thread of the
	 * request for a playlist, and for a snapshot of version 2 that notifies nobody.
	 * @param order the file to make
	 * @throws IOException if it cannot be made, which fails the file operation
	 * @throws InterruptedException if the simulator is being closed
	 */
	void make(FileOrder order) throws IOException, InterruptedException;

}
