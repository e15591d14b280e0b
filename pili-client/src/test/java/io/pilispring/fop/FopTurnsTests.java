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

import org.junit.jupiter.api.Test;

import io.pilispring.fop.FopTurns.Turn;

import static org.assertj.core.api.Assertions.assertThat;

class FopTurnsTests {

	private final FopTurns turns = new FopTurns(2, 3);

	@Test
	void eachIdHasOneTurn() {
		assertThat(this.turns.take("a")).isEqualTo(Turn.NOW);
		assertThat(this.turns.take("a")).isEqualTo(Turn.LATER);
		this.turns.end("a", true);
		assertThat(this.turns.take("a")).isEqualTo(Turn.OVER);
		assertThat(this.turns.take("a")).isEqualTo(Turn.OVER);
	}

	@Test
	void whatDidNotFinishHasAnotherTurn() {
		this.turns.take("a");
		this.turns.end("a", false);
		assertThat(this.turns.take("a")).isEqualTo(Turn.NOW);
	}

	@Test
	void onlySoManyRunAtTheSameTime() {
		this.turns.take("a");
		this.turns.take("b");
		assertThat(this.turns.take("c")).isEqualTo(Turn.LATER);
		this.turns.end("a", false);
		assertThat(this.turns.take("c")).isEqualTo(Turn.NOW);
	}

	@Test
	void finishedOnesAreToldEvenWhenAllTurnsAreTaken() {
		finish("a");
		this.turns.take("b");
		this.turns.take("c");
		assertThat(this.turns.take("a")).isEqualTo(Turn.OVER);
	}

	@Test
	void theOneNotAskedForTheLongestIsForgotten() {
		finish("a");
		finish("b");
		finish("c");
		this.turns.take("a");
		finish("d");
		assertThat(this.turns.take("a")).isEqualTo(Turn.OVER);
		assertThat(this.turns.take("b")).isEqualTo(Turn.NOW);
	}

	private void finish(String id) {
		this.turns.take(id);
		this.turns.end(id, true);
	}

}
