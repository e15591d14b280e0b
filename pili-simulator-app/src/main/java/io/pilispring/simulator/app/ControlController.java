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

package io.pilispring.simulator.app;

import java.util.List;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.pilispring.simulator.PiliSimulator;
import io.pilispring.simulator.PlayDecision;
import io.pilispring.simulator.PublishDecision;
import io.pilispring.simulator.ReceivedRequest;
import io.pilispring.simulator.SimulatedAccount;
import io.pilispring.simulator.SimulatedHub;
import io.pilispring.simulator.SimulatedStream;

/**
 * The control API.
 */
@RestController
@RequestMapping("/api")
class ControlController {

	private final PiliSimulator simulator;

	ControlController(PiliSimulator simulator) {
		this.simulator = simulator;
	}

	@GetMapping
	SimulatorView simulator() {
		return SimulatorView.of(this.simulator);
	}

	@GetMapping("/hubs/{hub}/streams")
	List<StreamView> streams(@PathVariable String hub, @RequestParam(required = false) @Nullable String account) {
		return hub(hub, account).streams().stream().map(StreamView::of).toList();
	}

	@GetMapping("/hubs/{hub}/streams/{key}")
	StreamView stream(@PathVariable String hub, @PathVariable String key,
			@RequestParam(required = false) @Nullable String account) {
		return StreamView.of(hub(hub, account).stream(key));
	}

	@PutMapping("/hubs/{hub}/streams/{key}")
	StreamView change(@PathVariable String hub, @PathVariable String key,
			@RequestParam(required = false) @Nullable String account, @RequestBody StreamChange change) {
		return StreamView.of(change.apply(hub(hub, account), key));
	}

	@PostMapping("/publish")
	Verdict publish(@RequestBody Url url) {
		PublishDecision decision = this.simulator.publish(url.require());
		return new Verdict(decision.accepted(), decision.verdict().name(), view(decision.stream()));
	}

	@PostMapping("/play")
	Verdict play(@RequestBody Url url) {
		PlayDecision decision = this.simulator.checkPlay(url.require());
		return new Verdict(decision.accepted(), decision.verdict().name(), view(decision.stream()));
	}

	@GetMapping("/requests")
	List<ReceivedRequest> requests(@RequestParam(defaultValue = "100") int limit) {
		if (limit < 1) {
			throw new IllegalArgumentException("'limit' must be positive: " + limit);
		}
		return this.simulator.requests().stream().limit(limit).toList();
	}

	@DeleteMapping("/requests")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void clearRequests() {
		this.simulator.clearRequests();
	}

	@GetMapping("/faults")
	List<FaultView> faults() {
		return this.simulator.faults().stream().map(FaultView::of).toList();
	}

	@PostMapping("/faults")
	@ResponseStatus(HttpStatus.CREATED)
	FaultView addFault(@RequestBody FaultView fault) {
		this.simulator.addFault(fault.toFault());
		return FaultView.of(fault.toFault());
	}

	@DeleteMapping("/faults")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void clearFaults() {
		this.simulator.clearFaults();
	}

	@PostMapping("/reset")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void reset() {
		this.simulator.reset();
	}

	private SimulatedHub hub(String name, @Nullable String accessKey) {
		if (accessKey != null) {
			return this.simulator.account(accessKey).hub(name);
		}
		List<SimulatedAccount> accounts = this.simulator.accounts()
			.stream()
			.filter((account) -> account.hubs().contains(name))
			.toList();
		if (accounts.isEmpty()) {
			throw new NoSuchElementException("No hub '%s'".formatted(name));
		}
		if (accounts.size() > 1) {
			throw new IllegalArgumentException(
					"Several accounts have a hub '%s': name one with ?account=<access key>".formatted(name));
		}
		return accounts.get(0).hub(name);
	}

	private static @Nullable StreamView view(@Nullable SimulatedStream stream) {
		return (stream != null) ? StreamView.of(stream) : null;
	}

	/**
	 * A URL to decide on, from JSON.
	 *
	 * @param url the URL
	 */
	record Url(@Nullable String url) {

		String require() {
			if (this.url == null) {
				throw new IllegalArgumentException("'url' is missing");
			}
			return this.url;
		}

	}

	/**
	 * A decision on a URL, as JSON.
	 *
	 * @param accepted whether it is accepted
	 * @param verdict the reason
	 * @param stream the stream, or {@code null} if there is none
	 */
	record Verdict(boolean accepted, String verdict, @Nullable StreamView stream) {

	}

}
